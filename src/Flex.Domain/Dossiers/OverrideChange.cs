using Flex.Domain.Eligibility;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Dossiers;

/// <summary>What is otherwise on the day of decision than on the day on which an override was asked, for who judges it: conditions and class; no name, place or number.</summary>
public static class OverrideChange
{
    /// <summary>Lines "label: text"; empty when the same conditions are met, not met and not known.</summary>
    public static IReadOnlyList<string> Between(DecisionFacts asked, DecisionFacts now)
    {
        var lines = new List<string>();
        foreach (var answer in Enum.GetValues<Answer>().Order().Reverse())
        {
            var turned = now.Reasons.Where(r => r.Answer == answer && !asked.Reasons.Any(a => (a.Condition, a.Kind, a.Answer) == (r.Condition, r.Kind, r.Answer)))
                .Select(r => EligibilityText.Of(r.Kind).ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
            if (turned.Count > 0)
            {
                lines.Add($"{Label(answer)}: {Dutch.And(turned)}");
            }
        }

        if (asked.Facts.Classes != now.Facts.Classes)
        {
            lines.Add($"Mate van kwetsbaarheid: was {ClassText.AnyOf(asked.Facts.Classes)}, is nu {ClassText.AnyOf(now.Facts.Classes)}");
        }

        return lines;
    }

    private static string Label(Answer answer) => answer switch
    {
        Answer.Met => "Voldoet nu wel",
        Answer.NotMet => "Voldoet nu niet",
        Answer.Unknown => "Nu niet bekend",
    };
}
