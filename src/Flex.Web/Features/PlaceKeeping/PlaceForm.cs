using Flex.Domain.Places;
using Flex.Web.Data;
using Flex.Web.Ui;
using Bsn = Flex.Domain.Shared.Bsn;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>The posted step about a place, with the act that makes a double click count once.</summary>
/// <param name="Ground">Who wants a place to be given back; of no other step.</param>
public sealed record PlaceForm(Guid Act, PlaceStep? Step, string? Reason, ReleaseGround? Ground = null)
{
    public const int LongestReason = 2_000;

    /// <summary>The step as it is posted.</summary>
    public string? Code => Step is { } step ? PlaceSteps.CodeOf(step) : null;

    /// <summary>What is wrong with the reason itself.</summary>
    public IReadOnlyList<FieldError> ReasonErrors => Reason?.Length > LongestReason ? [new("reden", $"Deze reden is te lang: gebruik ten hoogste {Dutch.Number(LongestReason)} tekens.")]
        : Bsn.In(Reason) ? [new("reden", Bsn.Misplaced)]
        : [];

    internal static PlaceForm Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), PlaceSteps.Parse(form["stap"]), Typed.Text(form["reden"])?.Trim() is { Length: > 0 } reason ? reason : null,
        ReleaseGrounds.Parse(form["wie"]));
}
