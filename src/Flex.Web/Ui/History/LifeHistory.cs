using Flex.Domain.Dossiers;
using Flex.Domain.Ends;
using Flex.Domain.Trust;
using Flex.Web.Data.Tables;

namespace Flex.Web.Ui.History;

/// <summary>Sentences of the history about birth, end and what was confirmed again: what was done, and what more is known of it.</summary>
internal static class LifeHistory
{
    public static (string What, string? Detail) Born(BirthBody? body) => body is null
        ? ("heeft de geboorte vastgelegd", null)
        : ($"heeft de geboorte vastgelegd: {BirthWords.Of(body.Birth)}", null);

    public static (string What, string? Detail) Corrected(BirthBody? body) => body is null
        ? ("heeft de geboorte verbeterd", null)
        : ($"heeft de geboorte verbeterd: {BirthWords.Of(body.Birth)}", Sentences(
            body.Before is { } before && before != body.Birth.BornOn ? $"Eerst stond er {Dutch.Date(before)}." : null,
            body.Reason is null ? null : $"Reden: “{body.Reason}”."));

    public static (string What, string? Detail) DueDate(DueDateBody? body) => body is null
        ? ("heeft de uitgerekende datum verbeterd", null)
        : ($"heeft de uitgerekende datum verbeterd: {Dutch.Date(body.Day)}{(body.Before is { } before ? $", was {Dutch.Date(before)}" : "")}", $"Bron: “{body.Source}”.");

    public static (string What, string? Detail) Confirmed(FactsBody? body) => body switch
    {
        null => ("heeft verzekeraar, gemeente en aanbieder bevestigd", null),
        { Facts.Changed.Count: 0 } => ($"heeft verzekeraar, gemeente en aanbieder bevestigd, {FactWords.When(body.Occasion)}: alles klopte nog", null),
        _ => ($"heeft een wijziging vastgelegd in {FactWords.What(body.Facts.Changed)}, {FactWords.When(body.Occasion)}", null),
    };

    public static (string What, string? Detail) Judged(ChangeJudgedBody? body) => body is null
        ? ("heeft een wijziging beoordeeld", null)
        : ($"heeft een wijziging beoordeeld in {FactWords.What(body.Changed)}", $"Besloten: “{body.Because}”.");

    public static (string What, string? Detail) Contact(SafeContact? body) => body is null
        ? ("heeft vastgelegd hoe het gezin veilig te bereiken is", null)
        : ($"heeft vastgelegd hoe het gezin veilig te bereiken is: {SafeContactCodes.Words(body.Means)}", null);

    public static (string What, string? Detail) Shielded(ShieldBody? body) => body switch
    {
        null => ("heeft het adres afgeschermd", null),
        { Kind: AddressShield.None } => ("heeft vastgelegd dat het adres niet meer is afgeschermd", $"Reden: “{body.Because}”."),
        _ => ($"heeft het adres afgeschermd: {(body.Kind == AddressShield.Shelter ? "verblijf in een opvang" : "geheim adres")}", body.Because is null ? null : $"Toelichting: “{body.Because}”."),
    };

    public static (string What, string? Detail) Ended(DossierEnding? body, bool forApplicant) => body is null
        ? ("heeft het dossier afgesloten", null)
        : forApplicant && EndCodes.IsKeptFromApplicant(body.How) ? ($"heeft het dossier afgesloten: {EndWords.Why(EndCodes.WentNoFurther)}", null)
        : ($"heeft het dossier afgesloten: {EndWords.Why(body.How)}", Sentences(
            body.Freed.Count == 0 ? null : $"De plaats in pijler {Flex.Domain.Shared.Dutch.And([.. body.Freed.Select(p => $"{p}")])} kwam vrij.",
            body.ReceivesCare is null ? null : $"Voor het kind zorgt {body.ReceivesCare}; toestemming geeft {body.MayAgree}.",
            body.Because is null ? null : $"Toelichting: “{body.Because}”."));

    public static (string What, string? Detail) Reopened(ReopenedBody? body) => body is null
        ? ("heeft het dossier heropend", null)
        : ($"heeft het dossier heropend{In(", met een plaats in pijler ", body.Places)}{In(", op de wachtlijst voor pijler ", body.Waits ?? [])}", $"Reden: “{body.Because}”.");

    private static string In(string words, IReadOnlyList<int> pillars) => pillars.Count == 0 ? "" : words + Flex.Domain.Shared.Dutch.And([.. pillars.Select(p => $"{p}")]);

    private static string? Sentences(params string?[] parts) => parts.OfType<string>().ToList() is [_, ..] said ? string.Join(' ', said) : null;
}
