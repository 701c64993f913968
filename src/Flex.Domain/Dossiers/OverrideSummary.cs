using Flex.Domain.Eligibility;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Dossiers;

/// <summary>What somebody of another organisation reads of a family to judge an override: conditions, class, month and reason; no name, number or date of birth.</summary>
public static class OverrideSummary
{
    // Written out, not taken from the machine's culture data: a stored sentence must not differ between two servers.
    private static readonly string[] Months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>The summary as lines "label: text", in the order in which they are read.</summary>
    /// <param name="pillar">The pillar's name on screen.</param>
    /// <param name="wanted">The outcome that is asked for, in words.</param>
    /// <param name="stands">The outcome that stands meanwhile, in words.</param>
    /// <param name="around">Day of birth or due date, of which only the month is told.</param>
    public static string Of(DecisionFacts facts, string pillar, string wanted, string stands, (bool Born, DateOnly Day)? around, string reason)
    {
        var lines = new List<string>
        {
            $"Pijler: {pillar}",
            $"Gevraagd: {wanted}",
            $"Besluit tot dan: {stands}",
            EligibilityText.Of(facts.Proposal),
            $"Mate van kwetsbaarheid: {ClassText.AnyOf(facts.Facts.Classes)}",
            around is { } month ? $"{(month.Born ? "Geboren" : "Uitgerekend")}: {Months[month.Day.Month - 1]} {month.Day.Year}" : "Uitgerekend: niet bekend",
        };
        lines.AddRange(Enum.GetValues<Answer>().Order().Reverse().Select(a => $"{Label(a)}: {Conditions(facts, a)}"));
        lines.Add($"Reden: {NamelessText.Strike(reason)}");
        return string.Join('\n', lines);
    }

    private static string Label(Answer answer) => answer switch
    {
        Answer.Met => "Voldoet",
        Answer.NotMet => "Voldoet niet",
        Answer.Unknown => "Niet bekend",
    };

    private static string Conditions(DecisionFacts facts, Answer answer)
    {
        var named = facts.Reasons.Where(r => r.Answer == answer).Select(r => EligibilityText.Of(r.Kind).ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 0 ? "geen voorwaarde" : Dutch.And(named);
    }
}
