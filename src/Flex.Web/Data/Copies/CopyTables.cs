namespace Flex.Web.Data.Copies;

/// <summary>Everything that a copy is made of, in the order in which it is read, and the headings of its sections.</summary>
internal static class CopyTables
{
    public static IReadOnlyList<CopyTable> All { get; } = [.. CopyOfPerson.Tables, .. CopyOfApplication.Tables, .. CopyOfDecisions.Tables, .. CopyOfCare.Tables, CopyOfConfidences.Table, .. CopyOfHours.Tables, .. CopyOfPlans.Tables, .. CopyOfMoney.Tables, .. CopyOfRights.Tables];

    /// <summary>Sections by code, with what stands above them on paper.</summary>
    public static IReadOnlyList<(string Code, string Title)> Sections { get; } =
    [
        ("wie", "Naam, adres en contact"), ("aanvraag", "De aanvraag"), ("weging", "Wat er speelt, zoals het is opgeschreven"), ("uitleg", "Wat dat betekent"), ("besluiten", "Besluiten en plaats"), ("geboorte", "De geboorte"), ("zorg", "De zorg"),
        ("vertrouwelijk", "Wat vertrouwelijk is opgeschreven"), ("vragenlijsten", "Vragenlijsten"), ("toestemming", "Toestemming"), ("wie-erbij", "Wie bij de gegevens kan"), ("rechten", "Wat er over de gegevens is gevraagd"), ("gedaan", "Wat er gedaan is"), (Looks, "Wie keek"),
    ];

    /// <summary>The section of who looked: it grows with each look, also with the looks of who reviews the copy.</summary>
    public const string Looks = "inzage";

    /// <summary>One statement that answers every row of a part as JSON; $1 is the dossier.</summary>
    public static string Query(string part) =>
        $"select json_build_object({string.Join(", ", All.Where(t => t.Parts.Contains(part)).Select(t => $"'{t.Name}', {t.Sql}"))})::text";
}
