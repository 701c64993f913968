using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.DryRuns;

/// <summary>What a dry run says, on screen and at the command line alike.</summary>
public sealed class DryRunWords(DryRunResult result, National national)
{
    public const string Promise = "Er is niets veranderd: geen besluit, geen plaats, geen criteria.";

    public const string Limits = "Elk geval is beoordeeld op de feiten van zijn eigen dag, ook op de plaatsen die toen vrij waren. Dat een gezin dat nu zou worden toegelaten een plaats had ingenomen, is niet meegerekend.";

    private static readonly (Proposal Proposal, string? Outcome)[] Order =
        [(Proposal.Admit, NewDecision.Admitted), (Proposal.Refuse, NewDecision.Refused), (Proposal.WaitForPlace, NewDecision.Waiting), (Proposal.AskFirst, null)];

    private readonly ProgrammeNames names = new(result.Changed, national);

    /// <summary>"248 eerdere besluiten nagerekend. Bij 14 zou het voorstel anders zijn: 11 keer toelaten, 3 keer afwijzen."</summary>
    public string Headline => result.Cases == 0
        ? $"Er zijn nog geen besluiten in {result.Changed.Name} om na te rekenen."
        : $"{Count(result.Cases, "eerder besluit", "eerdere besluiten")} nagerekend. {(result.Different == 0 ? "Elk voorstel zou hetzelfde zijn." : $"Bij {Dutch.Number(result.Different)} zou het voorstel anders zijn: {Newly()}.")}";

    /// <summary>What could not be judged; null when everything could.</summary>
    public string? LeftOut => (result.Tally.Erased, result.Tally.NotJudged) switch
    {
        (0, 0) => null,
        (var erased, 0) => $"{Count(erased, "besluit is", "besluiten zijn")} gewist en niet na te rekenen.",
        (var erased, var broken) => $"{Dutch.Number(erased)} gewist. {Count(broken, "besluit is", "besluiten zijn")} niet na te rekenen; `flex replay` zegt welke.",
    };

    /// <summary>Said when not every turned case is shown; null otherwise.</summary>
    public string? Cut => result.Shown.Count < result.Different ? $"Hier staan de eerste {Dutch.Number(result.Shown.Count)} van {Dutch.Number(result.Different)}, op nummer van het dossier." : null;

    public string Pillar(int number) => names.Pillar(number);

    /// <summary>Per proposal: what it is, how often then, how often now, how often decided so (null: nobody can decide to ask first).</summary>
    public IEnumerable<(string Proposal, int Then, int Now, int? Decided)> Counts(PillarTally pillar) => Order.Select(o =>
        (Capital(DryRunText.Of(o.Proposal)), pillar.Turns.Then(o.Proposal), pillar.Turns.Now(o.Proposal), o.Outcome is null ? (int?)null : pillar.Decided.GetValueOrDefault(o.Outcome)));

    /// <summary>People may decide otherwise than the rule; the comparison above looks at proposals only.</summary>
    public static string Otherwise(PillarTally pillar) => pillar.Otherwise == 0
        ? "Niemand besloot anders dan toen werd voorgesteld."
        : $"{Count(pillar.Otherwise, "keer", "keer")} besloot iemand anders dan toen werd voorgesteld.";

    /// <summary>Why a case turned: one sentence per condition.</summary>
    public IEnumerable<string> Why(TurnedCase turned) =>
        turned.Answer.Why.Select(turn => DryRunText.Of(turn, turn.Now is { } now ? turned.Asked[now.Condition] : null, names.ReasonNames));

    private string Newly() => string.Join(", ", Order
        .Select(o => (o.Proposal, Count: result.Tally.Pillars.Values.Sum(p => p.Turns.Newly(o.Proposal))))
        .Where(o => o.Count > 0)
        .Select(o => $"{Dutch.Number(o.Count)} keer {DryRunText.Of(o.Proposal)}"));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Count(int number, string one, string many) => $"{Dutch.Number(number)} {(number == 1 ? one : many)}";
}
