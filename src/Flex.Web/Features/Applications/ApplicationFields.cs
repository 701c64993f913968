using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Applications;

/// <summary>The fields of the form and the answers they offer.</summary>
internal static class ApplicationFields
{
    private static readonly string[] Plain =
    [
        "ontvangen_op", "aanmelder", "naam_moeder", "geboortedatum_moeder", "bsn", "postcode", "gemeente", "verzekeraar", "aanbieder",
        "uitgerekend", "geboren_op", "eerste_zwangerschap", "hulpverleners", "pijlers", "inkomen",
    ];

    /// <summary>The name of every field, the same as the column in a file.</summary>
    public static IEnumerable<string> Names(FactorList list) =>
        [.. Plain, .. list.Factors.Where(f => f.Parent is null && f.Kind != FactorKind.Protective).Select(f => f.Code), "subfactoren", "beschermend", "beoordeeld_door", "opmerking"];

    public static IReadOnlyList<Choice> Choices(IEnumerable<AnswerOption> options) => [.. options.Select(o => new Choice(o.Code, o.Label))];

    /// <summary>The municipalities that take part first, then the others we know; a code that was sent and that we do not know is kept.</summary>
    public static IReadOnlyList<Choice> Municipalities(Programme programme, National national, string? sent)
    {
        var known = programme.Municipalities.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice(m.Code, m.Name))
            .Concat(national.Municipalities.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice(m.Code, m.Name + " (doet niet mee)")))
            .DistinctBy(c => c.Value).ToList();
        return sent is null || known.Exists(c => c.Value == sent) ? known : [.. known, new(sent, sent)];
    }

    public static IReadOnlyList<Choice> Providers(Programme programme) =>
        [.. programme.Providers.Select(p => new Choice(p.Code, p.Name)), new(Domain.Eligibility.Facts.Other, "Een andere aanbieder")];

    public static IReadOnlyList<Choice> Pillars(Programme programme) =>
        [.. programme.Pillars.Select(p => new Choice($"{p.Number}", $"Pijler {p.Number}: {p.Name}", p.Description))];

    public static IReadOnlyList<string> Insurers(National national) => [.. national.Insurers.Select(i => i.Label).Distinct(StringComparer.Ordinal)];

    /// <summary>Income is asked only where a condition looks at it.</summary>
    public static bool AsksIncome(Programme programme) =>
        programme.CurrentCriteria.Pillars.Any(p => p.Conditions.Any(c => c.Kind == ConditionKind.IncomeAtMost));
}
