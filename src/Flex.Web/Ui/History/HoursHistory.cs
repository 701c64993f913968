using Flex.Domain.CareHours;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about hours that were indicated, given and corrected.</summary>
internal static class HoursHistory
{
    public static (string What, string? Detail) Indicated(SaidIndication? body) => body is null
        ? ("heeft uren geïndiceerd", null)
        : ($"heeft {Dutch.Hours(body.Hours.Count)} uur geïndiceerd{(body.Until is { } until ? $", als verlenging tot en met {Dutch.Date(until)}" : "")}",
            $"Door: {CareCodes.LabelOf(CareCodes.By, body.By)}.{(body.Wish?.Now is { } now ? $" Zij wil nu {Dutch.Hours(now.Count)} uur." : "")}");

    public static (string What, string? Detail) Asked(SaidCover? body) => body is null
        ? ("heeft gevraagd naar een aanvullende verzekering", null)
        : ("heeft gevraagd naar een aanvullende verzekering en wie de eigen bijdrage int", $"{CareCodes.LabelOf(CoverCodes.Kinds, body.Covered)}{(body.Policy is { } policy ? $": {policy.Name}" : "")}. Rekening: {CareCodes.LabelOf(CoverCodes.Billers, body.BilledBy)}.");

    public static (string What, string? Detail) Settled(ContributionSettledBody? body) => body switch
    {
        null => ("heeft de eigen bijdrage geregeld", null),
        { Paid: { } paid } => ($"heeft geregeld dat het gezin {Dutch.Euro(paid)} terugkrijgt", $"“{body.How}”."),
        _ => ("heeft laten weten dat het gezin geen eigen bijdrage betaalt", $"“{body.How}”."),
    };

    public static (string What, string? Detail) Answered(Data.Families.HoursAnsweredBody? body) => body switch
    {
        null => ("heeft gezegd of uren zorg kloppen", null),
        { Agrees: true } => ($"heeft gezegd dat deze zorg klopt: {When(body.Began, body.Quarters)}", null),
        _ => ($"heeft gezegd dat deze zorg niet klopt: {When(body.Began, body.Quarters)}", $"“{body.Because}”."),
    };

    public static (string What, string? Detail) Ended(HoursSettledBody? body) => body is null
        ? ("heeft betwiste uren beoordeeld", null)
        : ($"heeft betwiste uren beoordeeld: {CareCodes.LabelOf(DisputeCodes.Ends, body.How).ToLowerInvariant()}", $"Het gezin zei: “{body.Disputed}”. Reden: “{body.Because}”.");

    public static (string What, string? Detail) Registered(ContactBody? body) => body is null
        ? ("heeft zorg vastgelegd", null)
        : ($"heeft zorg vastgelegd: {When(body)}", null);

    public static (string What, string? Detail) Corrected(ContactBody? body) => body switch
    {
        null => ("heeft vastgelegde zorg verbeterd", null),
        { Quarters: 0 } => ("heeft vastgelegde zorg teruggenomen", $"Reden: “{body.Because}”."),
        _ => ($"heeft vastgelegde zorg verbeterd: {When(body)}", $"Reden: “{body.Because}”."),
    };

    public static (string What, string? Detail) Taken(ShiftsBody? body) => body is null
        ? ("heeft een bestand met diensten ingelezen", null)
        : ("heeft een bestand met diensten ingelezen", string.Join("; ", body.Shifts.Select(s => $"{When(s.Began, s.Quarters)}, {s.Caregiver} (dienst {s.Number})")) + ".");

    public static (string What, string? Detail) Chosen(ShiftSettledBody? body) => body is null
        ? ("heeft een verschil in uren afgehandeld", null)
        : ($"heeft gekozen wat geldt van dienst {body.Number} ({When(body.Began, body.Quarters)}): {CareCodes.LabelOf(ShiftCodes.Ends, body.How).ToLowerInvariant()}", $"Reden: “{body.Because}”.");

    private static string When(ContactBody body) => When(body.Began, body.Quarters);

    private static string When(DateTimeOffset began, int quarters) => ContactWords.When(QuarterHour.Holding(began), QuarterHour.Holding(began).Plus(quarters));
}
