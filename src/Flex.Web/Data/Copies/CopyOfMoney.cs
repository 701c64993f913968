using System.Text.Json;
using Flex.Domain.CareHours;
using Flex.Domain.Funding;

namespace Flex.Web.Data.Copies;

/// <summary>Who pays the hours of care, and which policies help, in a copy.</summary>
internal static class CopyOfMoney
{
    private const string Care = "zorg";
    private const string Period = "json_build_object('van', lower(t.during), 'tot_en_met', upper(t.during) - 1)";

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("cover", Care, "Wat u extra verzekerd hebt",
        [
            new("during", "periode", "Wanneer", Says.Period) { Sql = Period }, new("name", "polis", "Polis", Says.Text), new("pays_contribution", "eigen_bijdrage", "Betaalt de eigen bijdrage", Says.YesNo), new("at_most", "ten_hoogste", "Tot ten hoogste", Says.Amount),
            new("late_quarters", "late_zorg", "Zorg die later begint", Says.Hours), new("late_days", "late_dagen", "Tot zoveel dagen na de geboorte", Says.Text), new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.during, t.id" },
        new("cover_asked", Care, "Hoe u verzekerd bent en wie de rekening stuurt",
        [
            new("covered", "aanvullend", "Aanvullende verzekering", Says.Of(CoverCodes.Kinds)), new("billed_by", "rekening_van", "Wie de rekening stuurt", Says.Of(CoverCodes.Billers)), new("paid", "betaald", "Al betaald", Says.Amount),
            new("pillar", "pijler", "In", (v, r, w) => v.ValueKind == JsonValueKind.Null ? null : Says.Pillar(v, r, w)), new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
            new("done_on", "geregeld_op", "Geregeld op", Says.Day), new("done_by", "geregeld_door", "Geregeld door", Says.Text), new("done_how", "geregeld_hoe", "Hoe", Says.Text),
        ]) { Order = "t.line" },
        new("payer_line", Care, "Wie de zorg betaalt",
        [
            new("day", "dag", "Dag", Says.Day), new("began", "van", "Begonnen", Says.Moment), new("quarters", "kwartieren", "Hoe lang", Says.Hours), new("day_number", "dag_na_geboorte", "Dag na de geboorte", Says.Text),
            new("source", "betaler", "Wie betaalt", Word(code => PayerText.Of(MoneyCodes.Source(code)))), new("reason", "waarom", "Waarom", Word(code => PayerText.Of(ReasonCodes.Reason(code)))),
            new("not_insured", "basisverzekering", "De basisverzekering", Word(code => PayerText.Of(ReasonCodes.Because(code)) ?? "Deze betaalt.")), new("contribution_payer", "eigen_bijdrage_door", "De eigen bijdrage", Word(code => PayerText.Of(MoneyCodes.Contribution(code)))),
            new("pillar", "pijler", "In", (v, r, w) => v.ValueKind == JsonValueKind.Null ? null : Says.Pillar(v, r, w)), new("cover", "polis", "Polis", Says.Text), new("insurer", "verzekeraar", "Verzekeraar", Says.Text), new("concern", "concern", "Hoort bij", Says.Text), new("municipality", "gemeente", "Gemeente", Says.Municipality),
            new("rate_per_hour", "bijdrage_per_uur", "Eigen bijdrage per uur", Says.Amount), new("rate_from", "bijdrage_vanaf", "Dat bedrag geldt vanaf", Says.Day), new("rate_until", "bijdrage_tot_en_met", "Dat bedrag geldt tot en met", Says.Day), new("rate_source", "bijdrage_bron", "Waar dat bedrag staat", Says.Text),
            new("contribution", "eigen_bijdrage", "Eigen bijdrage", Says.Amount), new("tariff_kind", "tariefsoort", "Soort tarief", Says.Of(CopyCodesOfRows.Tariffs)), new("tariff_per_hour", "tarief_per_uur", "Tarief per uur", Says.Amount),
            new("tariff_from", "tarief_vanaf", "Dat tarief geldt vanaf", Says.Day), new("tariff_until", "tarief_tot_en_met", "Dat tarief geldt tot en met", Says.Day), new("tariff_source", "tarief_bron", "Waar dat tarief staat", Says.Text), new("care", "kosten", "Wat deze zorg kost", Says.Amount),
            new("rule_version", "regel", "Volgens regel", Says.Text), new("decided_on", "besloten_op", "Besloten op", Says.Day), new("withdrawn_on", "vervallen_op", "Geldt niet meer sinds", Says.Day),
        ]) { Order = "t.began, t.contact_id, t.id" },
    ];

    private static Say Word(Func<string, string> words) => (value, _, _) => value.ValueKind == JsonValueKind.Null ? null : words(value.GetString()!);
}
