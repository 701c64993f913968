using Flex.Domain.Births;
using static Flex.Domain.Rights.CopyCodes;

namespace Flex.Web.Data.Copies;

/// <summary>The birth, the hours of care and what was answered in questionnaires, in a copy.</summary>
internal static class CopyOfCare
{
    private const string Born = "geboorte";
    private const string Asked = "vragenlijsten";

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("birth", Born, "De geboorte",
        [
            new("born_on", "op", "Op", Says.Day), new("place", "waar", "Waar", Says.Of(BirthCodes.Places)), new("feeding", "voeding", "Voeding", Says.Of(BirthCodes.Feedings)),
            new("mother_hospital_days", "dagen_ziekenhuis_moeder", "Dagen in het ziekenhuis, de moeder", Says.Text) { Part = Mother }, new("mother_discharged_on", "ontslag_moeder", "Ontslag van de moeder", Says.Day) { Part = Mother },
            new("registered_on", "vastgelegd_op", "Opgeschreven op", Says.Day), new("registered_by", "vastgelegd_door", "Opgeschreven door", Says.Text), new("reason", "reden_verbetering", "Waarom het is verbeterd", Says.Text) { Part = Mother },
        ]) { Order = "t.registered_on, t.id", Parts = [Mother, Child], Of = static (_, _) => [Mother, Child] },
        new("birth_child", Born, "Een kind",
        [
            new("number", "kind", "Kind", Says.Text), new("born_on", "geboren_op", "Geboren op", Says.Day), new("born_at", "geboren_om", "Om", Says.Time), new("live", "levend", "Levend geboren", Says.YesNo),
            new("hospital_days", "dagen_ziekenhuis", "Dagen in het ziekenhuis", Says.Text), new("discharged_on", "ontslag", "Ontslag", Says.Day),
        ])
        {
            Key = "t.birth_id::text || '-' || t.number", From = "birth_child t join birth b on b.id = t.birth_id where b.dossier_id = $1", Order = "b.registered_on, b.id, t.number", Parts = [Child], Of = static (_, _) => [Child],
        },
        new("care_entry", "zorg", "Zorg",
        [
            new("day", "dag", "Dag", Says.Day), new("pillar", "pijler", "In", Says.Pillar), new("quarters", "kwartieren", "Hoe lang", Says.Hours), new("caregiver", "door", "Door", Says.Text), new("note", "opmerking", "Opmerking", Says.Text),
        ]) { Order = "t.day, t.id", Careful = static (row, _) => row.GetProperty("note").ValueKind != System.Text.Json.JsonValueKind.Null },
        new("response", Asked, "Vragenlijst",
        [
            new("questionnaire", "lijst", "Lijst", (v, _, w) => w.Names.Questionnaire(v.GetString()!)), new("version", "versie", "Versie", Says.Text), new("filled_on", "ingevuld_op", "Ingevuld op", Says.Day), new("state", "stand", "Stand", Says.Of(CopyCodesOfRows.FormStates)),
            new("saved_by", "bewaard_door", "Bewaard door", Says.Text), new("saved_at", "bewaard", "Bewaard", Says.Moment),
        ]) { Parts = [Mother, Answers], Of = static (_, _) => [Mother, Answers] },
        new("answer", Asked, "Vraag en antwoord",
        [
            new("item", "vraag", "Vraag", (v, row, w) => Question(row, w)?.Text ?? v.GetString()), new("answer", "antwoord", "Uw antwoord", (v, row, w) => Question(row, w)?.Options.FirstOrDefault(o => o.Code == v.GetString())?.Label ?? v.GetString()),
        ])
        {
            Key = "t.response_id::text || '-' || t.item", From = "answer t join response r on r.id = t.response_id where r.dossier_id = $1", Order = "r.filled_on, r.id, t.item", Beside = ", 'lijst', r.questionnaire, 'versie', r.version",
            Parts = [Answers], Of = static (_, _) => [Answers],
        },
    ];

    private static Domain.Programmes.QuestionnaireItem? Question(System.Text.Json.JsonElement row, CopyWords words) =>
        words.Question(row.GetProperty("lijst").GetString()!, row.GetProperty("versie").GetString()!, row.GetProperty("item").GetString()!);
}
