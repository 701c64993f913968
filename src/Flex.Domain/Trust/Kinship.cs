using Flex.Domain.Programmes;

namespace Flex.Domain.Trust;

/// <summary>
/// That who works here knows a family outside work (standards.md AC-04): nothing is refused for it, and every look is set apart for who oversees.
/// The code "zelfde-achternaam" is found, the others are said.
/// </summary>
public static class Kinship
{
    /// <summary>Said by mistake before: not known outside work.</summary>
    public const string None = "geen";

    /// <summary>What somebody can say.</summary>
    public static IReadOnlyList<AnswerOption> Said { get; } =
        [new("zelf", "Dit dossier gaat over mij, mijn partner of mijn kind"), new("familie", "Dit is familie van mij"), new("collega", "Dit is een collega van mij"), new(None, "Geen van deze: ik vergiste me eerder")];

    /// <summary>How it is told to who oversees.</summary>
    public static string WordsOf(string code) => code switch
    {
        "zelf" => "eigen dossier, zelf gezegd",
        "familie" => "familie, zelf gezegd",
        "collega" => "collega, zelf gezegd",
        "zelfde-achternaam" => "zelfde achternaam, vanzelf gevonden",
        _ => "niet bekend buiten het werk, zelf gezegd",
    };
}
