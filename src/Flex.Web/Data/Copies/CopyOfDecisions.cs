using Flex.Domain.Dossiers;
using Flex.Domain.Ends;
using Flex.Domain.Work;
using static Flex.Domain.Rights.CopyCodes;
using static Flex.Web.Data.Copies.CopyCodesOfRows;

namespace Flex.Web.Data.Copies;

/// <summary>What was decided, which place the family had and how the dossier ended, in a copy.</summary>
internal static class CopyOfDecisions
{
    private const string Decided = "besluiten";

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("decision", Decided, "Besluit",
        [
            new("pillar", "pijler", "Over", Says.Pillar), new("outcome", "uitslag", "Uitslag", Says.Of(Outcomes)), new("decided_on", "op", "Op", Says.Day), new("decided_by", "door", "Door", Says.Text), new("kind", "soort", "Soort besluit", Says.Of(DecisionKinds)),
            new("proposal", "voorstel_van_de_regel", "Wat de regel voorstelde", Says.Of(Proposals)), new("reason", "reden", "Reden", Says.Text), new("facts", "waarop_het_rust", "Waar het op rust", Facts) { Sql = "encode(t.facts, 'base64')", WordsOnly = true },
            new("criteria_version", "versie_voorwaarden", "Versie van de voorwaarden", Says.Text), new("rule_version", "versie_regel", "Versie van de regel", Says.Text), new("from_file", "uit_bestand", "Ingelezen uit een bestand", Says.YesNo),
            new("approved_by", "goedgekeurd_door", "Goedgekeurd door", Says.Text), new("approved_organisation", "goedgekeurd_bij", "Van", Says.Organisation),
        ]) { Order = "t.pillar, t.decided_on, t.id", Careful = static (row, _) => Says.Any(row, "reason") },
        new("override_request", Decided, "Verzoek om anders te besluiten",
        [
            new("pillar", "pijler", "Over", Says.Pillar), new("outcome", "gevraagde_uitslag", "Gevraagd", Says.Of(Outcomes)), new("reason", "reden", "Reden", Says.Text), new("summary", "samenvatting", "Wat een andere organisatie las, zonder uw naam", Says.Text),
            new("requested_on", "gevraagd_op", "Gevraagd op", Says.Day), new("requested_by", "gevraagd_door", "Gevraagd door", Says.Text), new("state", "stand", "Stand", Says.Of(RequestStates)), new("judged_on", "beoordeeld_op", "Beoordeeld op", Says.Day),
            new("judged_by", "beoordeeld_door", "Beoordeeld door", Says.Text), new("judged_organisation", "beoordeeld_bij", "Van", Says.Organisation), new("judged_because", "oordeel", "Waarom", Says.Text),
            new("kept_on", "besluit_bleef_op", "Het besluit bleef, op", Says.Day), new("kept_by", "besluit_bleef_door", "Volgens", Says.Text), new("kept_because", "besluit_bleef_omdat", "Omdat", Says.Text),
        ]) { Careful = static (_, _) => true },
        new("told", Decided, "Wanneer u het hoorde", [new("told_on", "op", "Op", Says.Day), new("told_by", "door", "Door", Says.Text), new("how", "hoe", "Hoe", Says.Of(Told))]) { Key = "t.decision_id::text", Order = "t.told_on, t.decision_id" },
        new("held_place", Decided, "Uw plaats",
        [
            new("pillar", "pijler", "In", Says.Pillar), new("state", "stand", "Stand", Says.Of(PlaceStates)), new("held_on", "vanaf", "Vanaf", Says.Day), new("until", "tot_en_met", "Te bevestigen tot en met", Says.Day), new("confirmed_on", "bevestigd_op", "Bevestigd op", Says.Day),
            new("ended_on", "geeindigd_op", "Geëindigd op", Says.Day), new("ended_because", "geeindigd_omdat", "Omdat", Says.Text), new("asked_by", "wie_wilde_dat", "Wie dat wilde", Says.Of(AskedBy)),
            new("returned_quarters", "kwartieren_terug", "Uren die teruggingen", Says.Hours), new("done_on", "klaar_op", "Klaar op", Says.Day),
        ]) { Order = "t.held_on, t.id" },
        new("waiting_check", Decided, "Nagevraagd of u nog wacht", [new("pillar", "pijler", "Voor", Says.Pillar), new("checked_on", "op", "Op", Says.Day), new("checked_by", "door", "Door", Says.Text)]),
        new("work_item", Decided, "Wat er nog moest gebeuren",
        [
            new("kind", "wat", "Wat", (v, _, _) => WorkKinds.LabelOf(WorkKinds.Parse(v.GetString()!))), new("role", "wie", "Door wie", Says.Text), new("since", "vanaf", "Vanaf", Says.Day), new("until", "uiterlijk", "Uiterlijk", Says.Day), new("done_on", "klaar_op", "Klaar op", Says.Day),
        ]) { Order = "t.since, t.id" },
        new("dossier_end", Decided, "Einde van het dossier",
        [
            new("ended_on", "op", "Op", Says.Day), new("how", "waarom", "Waarom", (v, _, _) => EndCodes.LabelOf(v.GetString()!)), new("because", "toelichting", "Toelichting", Says.Text),
            new("receives_care", "zorgt_voor_het_kind", "Wie voor het kind zorgt", Says.Text) { Part = Child }, new("may_agree", "geeft_toestemming", "Wie toestemming geeft", Says.Text) { Part = Child }, new("ended_by", "door", "Door", Says.Text),
            new("reopened_on", "heropend_op", "Weer geopend op", Says.Day), new("reopened_by", "heropend_door", "Weer geopend door", Says.Text), new("reopened_because", "heropend_omdat", "Omdat", Says.Text),
        ])
        {
            // Where the child lives now may be kept from a parent.
            Order = "t.ended_on, t.id", Parts = [Mother, Child], Careful = static (row, _) => Says.Any(row, "because", "receives_care", "may_agree", "reopened_because"),
        },
        new("outgoing_mail", Decided, "Bericht",
        [
            new("audience", "aan", "Aan wie", Says.Of(Audiences)), new("state", "stand", "Stand", Says.Of(MailStates)), new("queued_at", "gemaakt", "Gemaakt", Says.Moment), new("sent_at", "verstuurd", "Verstuurd", Says.Moment),
        ]) { Order = "t.queued_at, t.id" },
    ];

    // The conditions as they were judged, one after the other.
    private static string? Facts(System.Text.Json.JsonElement value, System.Text.Json.JsonElement row, CopyWords words) => string.Join("; ", words.Names
        .Reasons(words.Key!.Open<DecisionFacts>(Convert.FromBase64String(value.GetString()!.Replace("\n", "", StringComparison.Ordinal)), Guid.Parse(row.GetProperty("regel").GetString()!))).Select(r => $"{r.About}: {r.Fact}"));
}
