using Flex.Domain.Places;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>What was done about places and overrides, as sentences of a history; without its body only that it was done.</summary>
internal static class PlaceHistory
{
    public static (string What, string? Detail) Asked(OverrideAskedBody? body) => body is null
        ? ("heeft een afwijkend besluit voorgelegd", null)
        : ($"heeft gevraagd om af te wijken: {OutcomeText.InSentence(body.Outcome, body.Pillar)}", $"Gevraagd door {body.By}. Reden: “{body.Reason}”. Voorgelegd zonder naam.");

    public static (string What, string? Detail) Judged(OverrideJudgedBody? body, ProgrammeNames names) => body is null
        ? ("heeft een afwijkend besluit beoordeeld", null)
        : ($"heeft een afwijkend besluit {(body.Approved ? "goedgekeurd" : body.Returned ? "teruggegeven" : "afgekeurd")}: {OutcomeText.InSentence(body.Outcome, body.Pillar)}",
            $"Beoordeeld door {body.By}, {names.Organisation(body.Organisation) ?? body.Organisation}.{Changed(body.Changes)}{Because(body.Because)}");

    public static (string What, string? Detail) Kept(OverrideKeptBody? body) => body is null
        ? ("heeft opnieuw gekeken en het besluit laten staan", null)
        : ($"heeft opnieuw gekeken en het besluit laten staan: {OutcomeText.InSentence(body.Outcome, body.Pillar)}", $"Door {body.By}.{Because(body.Because)}");

    public static (string What, string? Detail) Step(PlaceBody? body) => body is not null && PlaceSteps.Parse(body.Step) is { } step
        ? ($"{PlaceSteps.DoneOf(step)} (pijler {body.Pillar})", $"Door {body.By}.{(body.Until is { } until ? $" Tot en met {Dutch.Date(until)}." : "")}{Asked(body.AskedBy, step)}{Because(body.Because)}")
        : ("heeft iets vastgelegd over een plaats", null);

    public static (string What, string? Detail) Lapsed(LapsedBody? body) => body is null
        ? ("heeft een plaats laten vervallen", null)
        : ($"heeft de {(body.Offered ? "aangeboden" : "gereserveerde")} plaats in pijler {body.Pillar} laten vervallen", $"De termijn liep tot en met {Dutch.Date(body.Until)}. De programmacoördinator kreeg een taak.");

    private static string Changed(IReadOnlyList<string> changes) => changes.Count == 0 ? "" : $" Veranderd sinds het verzoek: {string.Join("; ", changes.Select(c => char.ToLowerInvariant(c[0]) + c[1..]))}.";

    private static string Asked(string? ground, PlaceStep step) => ReleaseGrounds.SaidOf(ReleaseGrounds.Parse(ground), step) is { } said ? " " + said : "";

    private static string Because(string? reason) => reason is null ? "" : $" Reden: “{reason}”.";
}
