using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Dossiers;

/// <summary>What changed between two assessments of one family, factor by factor, in Dutch.</summary>
public static class AssessmentChanges
{
    /// <summary>One sentence per change in the order of the list, the judgement last; nothing when nothing changed.</summary>
    public static IReadOnlyList<string> Between(FactorList list, VulnerabilityForm before, VulnerabilityForm after)
    {
        var changes = list.Factors.Select(f => (About: f.Label, Now: Said(f, after), Was: Said(f, before)))
            .Append((About: "Beschermende factoren samen", Now: WeighingText.Of(after.Judgement), Was: WeighingText.Of(before.Judgement)));
        return [.. changes.Where(c => c.Now != c.Was).Select(c => $"{c.About}: {c.Now}, was {c.Was}.")];
    }

    // A sub-factor and a protective factor are named or not; the others have a state.
    private static string Said(Factor factor, VulnerabilityForm form) =>
        factor.Parent is not null ? Named(form.SubFactors.Contains(factor.Code))
        : factor.Kind == FactorKind.Protective ? Named(form.States.GetValueOrDefault(factor.Code) == FactorState.Present)
        : WeighingText.Of(form.States.GetValueOrDefault(factor.Code));

    private static string Named(bool named) => named ? "genoemd" : "niet genoemd";
}
