namespace Flex.Domain.Names;

/// <summary>Consonants that are written in several ways and sound alike, or nearly.</summary>
internal static class SpokenConsonants
{
    /// <summary>What is heard here, and how many letters it takes.</summary>
    public static (string Heard, int Taken) At(ReadOnlySpan<char> word, int at)
    {
        var rest = word[at..];
        return rest switch
        {
            ['c', 'h', ..] => (Ch(rest, at == 0), 2),
            ['s', 'c', 'h', ..] => ("s", 3),
            ['s', 'h' or 'j' or 'z', ..] => ("s", 2),
            ['g' or 'k', 'h', ..] => ("g", 2),
            ['p', 'h', ..] => ("f", 2),
            ['t', 'h', ..] or ['d', 't', ..] => ("t", 2),
            ['q', 'u', ..] => ("kf", 2),
            _ => (One(rest, at == 0), 1),
        };
    }

    // Christine; Chantal, Rachid and Bouchra, which come from French; Achmed and Wiechers, which are Dutch.
    private static string Ch(ReadOnlySpan<char> rest, bool first) => rest[2..] switch
    {
        ['r' or 'l', ..] when first => "k",
        [var next, ..] when first && SpokenVowels.Is(next) => "s",
        ['a' or 'i' or 'o' or 'u' or 'r', ..] => "s",
        _ => "g",
    };

    private static string One(ReadOnlySpan<char> rest, bool first) => rest switch
    {
        ['c', 'e' or 'i' or 'y', ..] => "s",
        ['c' or 'k' or 'q', ..] => "k",
        ['x', ..] => "ks",
        ['z', ..] => "s",
        ['v' or 'w', ..] => "f",
        ['d'] or ['d', 's'] => "t",
        ['b'] => "p",
        ['h', 'm', ..] when !first => "g",
        ['h', ..] => first ? "h" : "",
        ['y' or 'i' or 'j', ..] => "j",
        [var other, ..] => other.ToString(),
        [] => "",
    };
}
