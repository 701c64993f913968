using System.Text.Json;
using Flex.Domain.Dossiers;
using Flex.Domain.Vulnerability;
using static Flex.Domain.Rights.CopyCodes;

namespace Flex.Web.Data.Copies;

/// <summary>What the application said and how vulnerable the family was weighed to be, in a copy.</summary>
internal static class CopyOfApplication
{
    private const string Asked = "aanvraag";
    private const string Weighed = "weging";

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("application", Asked, "De aanvraag",
        [
            new("received_on", "ontvangen_op", "Ontvangen op", Says.Day), new("applicant", "aangemeld_door", "Aangemeld door", Says.Of(ApplicationCodes.Applicants)), new("applicant_name", "naam_aanmelder", "Naam van de aanmelder", Says.Text),
            new("channel", "hoe_binnengekomen", "Hoe binnengekomen", Says.Of(ApplicationCodes.Channels)), new("jointly", "samen_besloten", "Samen besloten om aan te melden", Says.YesNo), new("pillars", "pijlers", "Voor", Says.Pillars),
            new("helpers", "hulpverleners", "Hoeveel hulpverleners al", Says.Of(ApplicationCodes.Helpers)), new("helpers_which", "welke_hulpverleners", "Welke hulpverleners", Says.All(ApplicationCodes.HelperKinds)),
            new("first_pregnancy", "eerste_zwangerschap", "Eerste zwangerschap", Says.Of(ApplicationCodes.YesNoUnknown)), new("parity", "eerdere_kinderen", "Eerdere kinderen", Says.Text), new("due_date", "uitgerekend", "Uitgerekend op", Says.Day),
            new("birth_date", "geboren", "Kind geboren op", Says.Day), new("provider", "aanbieder", "Aanbieder van kraamzorg", Says.Provider), new("income_cents", "inkomen_in_centen", "Inkomen per jaar", Says.Amount),
            new("authority", "gezag", "Gezag of vertegenwoordiging", Says.Of(AgreementCodes.Authorities)), new("co_decides", "beslist_mee", "Beslist mee", Says.Of(AgreementCodes.CoDeciders)),
            new("co_decider", "naam_wie_meebeslist", "Naam van wie meebeslist", (v, row, w) => IsPartners(w.Asker) ? Says.Text(v, row, w) : null) { Part = Partner }, new("agreed_by", "akkoord", "Akkoord met de aanmelding", Says.Of(AgreementCodes.Agreed)), new("note", "opmerking", "Opmerking", Says.Text),
        ]) { Key = "'aanvraag'", Order = "t.received_on", Parts = [Mother, Partner], Careful = static (row, _) => row.GetProperty("note").ValueKind != JsonValueKind.Null },
        new("pillar_application", Asked, "Later ook aangevraagd",
        [
            new("pillar", "pijler", "Voor", Says.Pillar), new("applied_on", "op", "Op", Says.Day), new("applicant", "door", "Door", Says.Of(ApplicationCodes.Applicants)), new("applicant_name", "naam_aanmelder", "Naam van de aanmelder", Says.Text),
            new("channel", "hoe_binnengekomen", "Hoe binnengekomen", Says.Of(ApplicationCodes.Channels)), new("question", "hulpvraag", "Waarbij u hulp vroeg", Says.Text), new("goal", "doel", "Waarvoor", Says.Of(PillarGoals.All)),
            new("bridge_to", "hulp_daarna", "Welke hulp daarna komt", Says.Text), new("agreed_by", "akkoord", "Akkoord", Says.Of(AgreementCodes.Agreed)),
        ]) { Careful = static (row, _) => Says.Any(row, "question", "bridge_to") },
        new("assessment", Weighed, "Hoe kwetsbaar, volgens de weging",
        [
            new("assessed_on", "op", "Op", Says.Day), new("assessed_by", "door", "Door", Says.Text), new("judgement", "wat_beschermt", "Wat helpt, samen", Says.Of(ApplicationCodes.Judgements)),
            new("class", "klasse", "Mate van kwetsbaarheid", (v, _, _) => ClassText.LabelOrUnknown(ClassCodes.Parse(v.GetString()))), new("possible", "nog_mogelijk", "Kan nog zijn", (v, _, _) => ClassText.AnyOf((ClassSet)v.GetInt32())) { WordsOnly = true },
            new("factor_count", "aantal_factoren", "Aantal factoren", Says.Text), new("set_class", "gekozen_klasse", "Door een professional gekozen", (v, _, _) => v.GetString() is { } set ? ClassText.LabelOrUnknown(ClassCodes.Parse(set)) : null),
            new("set_because", "waarom_gekozen", "Waarom gekozen", Says.Text), new("contradiction_because", "waarom_allebei", "Waarom twee dingen allebei kloppen", Says.Text),
            new("rule_version", "versie_regel", "Versie van de regel", Says.Text), new("factor_list", "versie_lijst", "Versie van de lijst", Says.Text),
        ]) { Order = "t.assessed_on, t.id", Careful = static (row, _) => Says.Any(row, "set_because", "contradiction_because") },
        new("assessment_factor", Weighed, "Factor die is besproken", [new("factor", "factor", "Factor", (v, _, w) => w.Factor(v.GetString()!)?.Label ?? v.GetString()), new("state", "antwoord", "Antwoord", Says.Of(ApplicationCodes.FactorStates))])
        {
            Key = "t.assessment_id::text || '-' || t.factor", From = "assessment_factor t join assessment a on a.id = t.assessment_id where a.dossier_id = $1", Order = "a.assessed_on, a.id, t.factor", Parts = [Mother, Partner],
            // What is spoken of with her alone, on paper too: somebody may read along. And what she told of her partner: it is his, and she told it.
            Careful = static (row, words) => About(row, words) is not null || (row.GetProperty("state").GetString() != "afwezig" && !words.National.Factors.Plain.ContainsKey(row.GetProperty("factor").GetString()!)),
            // A factor about a partner is his data, and not that of another parent.
            Of = static (row, words) => About(row, words) is not { } other ? [Mother] : IsPartners(words.Asker) ? [other] : [],
        },
    ];

    private static string? About(JsonElement row, CopyWords words) => words.Factor(row.GetProperty("factor").GetString()!)?.About;
}
