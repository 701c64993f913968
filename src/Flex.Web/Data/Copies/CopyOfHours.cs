using System.Text.Json;
using Flex.Domain.CareHours;
using Flex.Domain.Funding;

namespace Flex.Web.Data.Copies;

/// <summary>What was indicated, wished and given from when to when, in a copy. Who pays it is <see cref="CopyOfMoney"/>.</summary>
internal static class CopyOfHours
{
    private const string Care = "zorg";

    public static IReadOnlyList<CopyTable> Tables { get; } =
    [
        new("indication", Care, "Hoeveel uren u krijgt",
        [
            new("kind", "waarvoor", "Waarvoor", Says.Of(CareCodes.Kinds)), new("quarters", "kwartieren", "Hoeveel", Says.Hours), new("from_day", "vanaf", "Vanaf", Says.Day), new("until_day", "tot_en_met", "Tot en met", Says.Day),
            new("method", "methode", "Hoe het is bepaald", Says.Of(CareCodes.Methods)), new("by_whom", "door_wie", "Bepaald door", Says.Of(CareCodes.By)), new("moment", "moment", "Wanneer", Says.Of(CareCodes.Moments)),
            new("note", "toelichting", "Toelichting", Says.Text), new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.from_day, t.id", Careful = static (row, _) => Said(row, "note") },
        new("hours_wish", Care, "Hoeveel uren u wilde",
        [
            new("if_paying", "als_u_zelf_betaalt", "Als u zelf betaalt", Says.Hours), new("now_wanted", "nu", "Nu", Says.Hours), new("reason", "reden", "Uw reden", Says.Text),
            new("said_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("said_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.said_on, t.id" },
        new("care_contact", Care, "Zorg van tot",
        [
            new("began", "van", "Begonnen", Says.Moment), new("quarters", "kwartieren", "Hoe lang", Says.Hours), new("setting", "soort", "Wat voor zorg", Says.Of(CareCodes.Settings)), new("done", "gedaan", "Wat er is gedaan", Says.All(DoneCodes.All)),
            new("together", "samen", "Met een collega", Says.YesNo), new("caregiver", "door", "Door", Says.Text), new("note", "opmerking", "Opmerking", Says.Text), new("signal", "signaal", "Waar iemand naar moest kijken", Says.Text),
            new("because", "reden_verbetering", "Waarom het is verbeterd", Says.Text), new("registered_on", "opgeschreven_op", "Opgeschreven op", Says.Day), new("registered_by", "opgeschreven_door", "Opgeschreven door", Says.Text),
        ]) { Order = "t.began, t.id", Careful = static (row, _) => Said(row, "note") || Said(row, "signal") || Said(row, "because") },
        new("hours_answer", Care, "Of de uren kloppen",
        [
            new("agrees", "klopt", "Klopt dit", Says.YesNo), new("because", "wat_niet", "Wat klopt er niet", Says.Text), new("said_on", "gezegd_op", "Gezegd op", Says.Day), new("said_by", "gezegd_door", "Gezegd door", Says.Text),
            new("settled_on", "besloten_op", "Daarover besloten op", Says.Day), new("settled_by", "besloten_door", "Besloten door", Says.Text), new("settled_as", "uitkomst", "Wat er is besloten", Says.Of(DisputeCodes.Ends)), new("settled_because", "reden", "Waarom", Says.Text),
        ]) { Order = "t.line" },
        new("shift_line", Care, "Wat het bestand van de aanbieder zei",
        [
            new("sender", "aanbieder", "Aanbieder", Says.Text), new("number", "dienst", "Dienst", Says.Text), new("began", "van", "Begonnen", Says.Moment), new("quarters", "kwartieren", "Hoe lang", Says.Hours), new("setting", "soort", "Wat voor zorg", Says.Of(CareCodes.Settings)),
            new("caregiver", "door", "Door", Says.Text), new("outcome", "vergeleken", "Vergeleken met wat er stond", Says.Of(ShiftCodes.Outcomes)), new("said_on", "ingelezen_op", "Ingelezen op", Says.Day), new("said_by", "ingelezen_door", "Ingelezen door", Says.Text),
            new("settled_on", "gekozen_op", "Gekozen op", Says.Day), new("settled_by", "gekozen_door", "Gekozen door", Says.Text), new("settled_as", "wat_geldt", "Wat geldt", Says.Of(ShiftCodes.Ends)), new("settled_because", "reden", "Waarom", Says.Text),
        ]) { Order = "t.line", Careful = static (row, _) => Said(row, "settled_because") },
    ];

    private static bool Said(JsonElement row, string column) => row.GetProperty(column).ValueKind != JsonValueKind.Null;
}
