using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Applications;

/// <summary>The fields of the form and the answers they offer.</summary>
internal static class ApplicationFields
{
    private static readonly string[] Plain =
    [
        "naam_moeder", "geboortedatum_moeder", "mentor_of_curator", "gezag", "beslist_mee", "beslist_mee_naam", "bsn", "postcode", "huisnummer", "gemeente", "telefoon", "taal", "tolk",
        "contact", "contact_leest_mee", "contact_moment", "uitgerekend", "geboren_op", "eerste_zwangerschap", "pariteit",
        "verzekeraar", "aanbieder", "hulpverleners_wie", "hulpverleners", "inkomen", "pijlers", "akkoord", "kanaal", "aanmelder", "gezamenlijk",
        "aanmelder_naam", "aanmelder_mail", "geen_bericht", "aanmelder_telefoon", "ontvangen_op",
    ];

    private static readonly string[] Habits = ["aanmelder", "aanbieder", "aanmelder_naam", "aanmelder_mail", "geen_bericht", "aanmelder_telefoon"];

    /// <summary>What a person need not say again: nothing of a family. Who takes calls applies for another each time: of that person nothing either.</summary>
    public static IEnumerable<string> Remembered(ApplicationForm sent) => sent.TakesCalls ? Habits.Take(2) : Habits;

    /// <summary>What a draft keeps: everything but the BSN.</summary>
    public static IEnumerable<string> InDraft(FactorList list) => Names(list).Where(n => n != "bsn").Append(FactorAnswers.RestAbsent);

    /// <summary>The name of every field, the same as the column in a file, in the order of the page.</summary>
    public static IReadOnlyList<string> Names(FactorList list) =>
    [
        .. Plain,
        .. list.Factors.Where(f => f.Parent is null && f.Kind != FactorKind.Protective).OrderByDescending(f => f.Kind).Select(f => f.Code),
        VulnerabilityText.SubFactorsField, VulnerabilityText.ProtectiveField, "beschermend", VulnerabilityText.ExplanationField, "beoordeeld_door", "opmerking", FieldReader.Confirmed,
    ];

    /// <summary>The problems as the page shows them: one per field, from top to bottom.</summary>
    public static IReadOnlyList<FieldError> Errors(IReadOnlyList<Problem> problems, FactorList list)
    {
        var order = Names(list).Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        return
        [
            .. problems.DistinctBy(p => p.Field).OrderBy(p => order.GetValueOrDefault(p.Field, int.MaxValue))
                .Select(p => new FieldError(p.Field, p is { Field: "aanmelder", Value: null } ? "Kies wie het gezin aanmeldt." : p.Message) { Asks = p.Asks }),
        ];
    }

    public static IReadOnlyList<Choice> Choices(IEnumerable<AnswerOption> options) => [.. options.Select(o => new Choice(o.Code, o.Label))];

    /// <summary>Every municipality that we know, and that it is not known.</summary>
    public static IReadOnlyList<Choice> Municipalities(Programme programme, National national, string? sent) =>
        [.. MunicipalityChoices.Of(programme, national, sent), new("onbekend", "Weet ik niet")];

    /// <summary>The municipality is asked only where it does not follow from the postcode: always, as long as nobody gave a table of postcodes.</summary>
    public static bool AsksMunicipality(Programme programme, National national, ApplicationForm form, IReadOnlyList<FieldError> errors) =>
        programme.Postcodes.Count + national.Postcodes.Count == 0 || form["gemeente"] is not null || errors.For("gemeente") is not null;

    public static IReadOnlyList<Choice> Providers(Programme programme) =>
        [.. programme.Providers.Select(p => new Choice(p.Code, p.Name)), new(Domain.Eligibility.Facts.Other, "Een andere aanbieder")];

    public static IReadOnlyList<Choice> Pillars(Programme programme) =>
        [.. programme.Pillars.Select(p => new Choice($"{p.Number}", $"Pijler {p.Number}: {p.Name}", p.Description))];

    public static IReadOnlyList<string> Insurers(National national) => [.. national.Insurers.Select(i => i.Label).Distinct(StringComparer.Ordinal)];

    /// <summary>Income is asked only where a condition looks at it.</summary>
    public static bool AsksIncome(Programme programme) =>
        programme.Criteria.Any(v => v.Applied && v.Pillars.Any(p => p.Conditions.Any(c => c.Kind == ConditionKind.IncomeAtMost)));
}
