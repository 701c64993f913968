using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Ui;

namespace Flex.Web.Features.Accounts;

/// <summary>The code that is asked once more before the own account changes: a session that somebody left open, or took over, changes no way in.</summary>
internal static class FreshCode
{
    public const string Field = "code";

    /// <summary>The second of a page with two forms.</summary>
    public const string Other = "code_verwijderen";
    public const string Label = "Code uit uw app";
    public const string Hint = "Zes cijfers. Wacht op een nieuwe als u er net een gebruikte.";

    public static FieldError Wrong(string field = Field) => new(field, "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.");

    /// <summary>Whose account may be changed here; null for a persona, and for who signs in through the own organisation and has no way in beside it.</summary>
    public static Guid? OwnerOf(HttpContext http) => SessionDoor.ProviderOf(http.User) is null ? Account.IdOf(http.Actor()) : null;

    /// <summary>The code as it was typed, looked at and not used up yet; null when it is not right or was tried too often.</summary>
    public static Task<FreshFactor?> Look(HttpContext http, FlexDb db, Guid owner, IFormCollection form, CancellationToken stop, string field = Field) =>
        FreshFactor.Look(db, owner, Typed.Text(form[field]) ?? "", http.Connection.RemoteIpAddress?.ToString() ?? "onbekend", stop);
}
