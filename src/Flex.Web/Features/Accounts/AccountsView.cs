using Flex.Web.Data.Accounts;
using Flex.Web.Ui;

namespace Flex.Web.Features.Accounts;

/// <summary>What the page of accounts shows: who there is, and the invitation as it was typed.</summary>
public sealed record AccountsView
{
    /// <summary>The invitation: sent twice it counts once.</summary>
    public Guid? Act { get; init; }

    public string Organisation { get; init; } = "";

    public IReadOnlyList<AccountLine> Lines { get; init; } = [];

    public bool More { get; init; }

    public Guid? After { get; init; }

    /// <summary>The account of who looks: nobody closes the own one.</summary>
    public Guid? Own { get; init; }

    public IReadOnlyList<Choice> Roles { get; init; } = [];

    public string? Name { get; init; }

    public string? Mail { get; init; }

    public string? Role { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
