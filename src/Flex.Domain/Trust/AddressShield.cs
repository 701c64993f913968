using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;

namespace Flex.Domain.Trust;

/// <summary>An address that is shown only to who needs it to come to the family, after asking for it (issue 4 §4; which fields that takes is our own division).</summary>
public static class AddressShield
{
    /// <summary>She stays in a shelter: municipality and telephone can give that away too.</summary>
    public const string Shelter = "opvang";

    /// <summary>Shielded no more.</summary>
    public const string None = "geen";

    /// <summary>What can be said of an address.</summary>
    public static IReadOnlyList<AnswerOption> Kinds { get; } =
        [new(Shelter, "Zij verblijft in een opvang: ook gemeente en telefoon afschermen"), new("geheim", "Haar adres is geheim"), new(None, "Niet (meer) afschermen")];

    /// <summary>Whether somebody can ask to see it: a kraamverzorgende while her organisation gives the care.</summary>
    public static bool Shows(string role, IReadOnlyCollection<RelationKind> relations) => role == "kraamverzorgende" && relations.Contains(RelationKind.Care);

    /// <summary>Whether the municipality and the telephone are shielded too.</summary>
    public static bool HidesMunicipality(string? kind) => kind == Shelter;

    /// <summary>Refuses, on another form, what would stand in the open while it is shielded.</summary>
    /// <param name="kind">How it is shielded; null when it is not.</param>
    /// <param name="seesMunicipality">Whether who fills it in sees the municipality, and so can change it.</param>
    public static void KeepOut(FieldReader read, string? kind, bool seesMunicipality)
    {
        string[] hidden = kind is null ? [] : ["postcode", "huisnummer", .. HidesMunicipality(kind) ? ["telefoon"] : Array.Empty<string>(), .. HidesMunicipality(kind) && !seesMunicipality ? ["gemeente"] : Array.Empty<string>()];
        foreach (var field in hidden.Where(f => read.Text(f) is not null))
        {
            read.Wrong(field, "Het adres is afgeschermd. Verander het bij Adres afschermen.", repeat: false);
        }
    }
}
