using Flex.Domain.Eligibility;
using Flex.Web.Data;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Bsn = Flex.Domain.Shared.Bsn;

namespace Flex.Web.Features.Decisions;

/// <summary>The posted decision as text, with the act that makes a double click count once.</summary>
public sealed record DecisionForm(Guid Act, string? Outcome, string? Reason)
{
    public const int LongestReason = 2_000;

    /// <summary>What is posted in the place of an outcome when a request that went back is not asked anew.</summary>
    public const string Stands = "blijft";

    /// <summary>The mark of the summary that was read and confirmed, for a decision otherwise than the rule.</summary>
    public string? Seen { get; init; }

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        new(NewDecision.Admitted, "Toelaten", "Het gezin krijgt een plaats."),
        new(NewDecision.Waiting, "Op de wachtlijst"),
        new(NewDecision.Refused, "Afwijzen"),
    ];

    internal static DecisionForm Read(IFormCollection form, ProgrammeClock clock) =>
        new(Guid.TryParse(form["act"], out var act) ? act : clock.NewId(), Text(Typed.Text(form["besluit"])), Text(Typed.Text(form["reden"]))) { Seen = form["gezien"] };

    /// <summary>What is wrong, beside the field it belongs to.</summary>
    public IReadOnlyList<FieldError> Errors(Proposal proposal)
    {
        var errors = new List<FieldError>();
        if (Outcomes.All(o => o.Value != Outcome))
        {
            errors.Add(new("besluit", "Kies wat u besluit."));
        }
        else if (Reason is null && !NewDecision.Follows(proposal, Outcome!))
        {
            errors.Add(new("reden", proposal == Proposal.AskFirst
                ? "Vul een reden in: er ontbreekt nog een antwoord en u besluit toch."
                : "Vul een reden in: u besluit anders dan het voorstel."));
        }

        if (Reason?.Length > LongestReason)
        {
            errors.Add(new("reden", $"Deze reden is te lang ({Dutch.Number(Reason.Length)} tekens): gebruik er ten hoogste {Dutch.Number(LongestReason)}."));
        }

        if (Bsn.In(Reason))
        {
            errors.Add(new("reden", Bsn.Misplaced));
        }

        return errors;
    }

    /// <summary>Whether this form asked for exactly what was decided, or laid before another organisation: then it was sent twice.</summary>
    public bool Asked(DecisionLine decided, IEnumerable<OverrideLine> overrides) => overrides.FirstOrDefault(o => o.ActId == Act) is { } laid
        ? (laid.Outcome, laid.Reason) == (Outcome, Reason)
        : (decided.ActId, decided.Outcome, decided.Reason) == (Act, Outcome, Reason);

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;
}
