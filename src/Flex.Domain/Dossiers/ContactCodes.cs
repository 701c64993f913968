using Flex.Domain.Programmes;

namespace Flex.Domain.Dossiers;

/// <summary>Languages in which a mother can be spoken to, by ISO 639-1 code, with their Dutch words.</summary>
public static class ContactCodes
{
    /// <summary>The language that needs no interpreter.</summary>
    public const string Dutch = "nl";

    /// <summary>The languages that are offered; "ander" is one that is not.</summary>
    public static IReadOnlyList<AnswerOption> Languages { get; } =
    [
        new(Dutch, "Nederlands"), new("en", "Engels"), new("ar", "Arabisch"), new("de", "Duits"), new("fa", "Farsi of Dari"), new("fr", "Frans"), new("pl", "Pools"),
        new("pt", "Portugees"), new("ro", "Roemeens"), new("ru", "Russisch"), new("so", "Somalisch"), new("es", "Spaans"), new("ti", "Tigrinya"), new("tr", "Turks"),
        new("uk", "Oekraïens"), new("ander", "Een andere taal"),
    ];
}
