namespace Flex.Domain.Names;

/// <summary>Runs of vowels, with the letters between them that only glide: ij, eyi, oha, ouwe.</summary>
internal static class SpokenVowels
{
    public static bool Is(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>How many letters of a run begin here; 0 when a consonant does.</summary>
    public static int RunAt(ReadOnlySpan<char> word, int at)
    {
        if (!Begins(word, at))
        {
            return 0;
        }

        var end = at + 1;
        while (end < word.Length && GoesOn(word, end))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>How a run sounds: a, i (also e, ij, ei, ai), o (also u, oe, ou, au) or y (ui, eu).</summary>
    public static char Class(ReadOnlySpan<char> run) => run switch
    {
        ['j', .. var after] when after.Length > 0 => Class(after),
        ['a', 'i' or 'j' or 'y', ..] => 'i',
        ['a', 'u', ..] => 'o',
        ['a', ..] => 'a',
        ['u', 'i' or 'j' or 'y', ..] or ['e', 'u', ..] => 'y',
        ['o' or 'u', ..] => 'o',
        _ => 'i',
    };

    /// <summary>Whether a run ends in ia, ja, ya or such.</summary>
    public static bool Glides(ReadOnlySpan<char> run) => run switch
    {
        [.., 'i' or 'j' or 'y', 'a' or 'o' or 'u'] or [.., 'i' or 'j' or 'y', 'a' or 'o' or 'u', 'h'] => true,
        _ => false,
    };

    // Before a vowel y and i begin a name as j does: Yilmaz, Ioana; but Ieva.
    private static bool Begins(ReadOnlySpan<char> word, int at) => word[at..] switch
    {
        ['y', 'a' or 'e' or 'i' or 'o' or 'u', ..] or ['i', 'a' or 'o' or 'u', ..] when at == 0 => false,
        ['j', var next, ..] => at > 0 && Is(next),
        [var letter, ..] => Is(letter),
        [] => false,
    };

    private static bool GoesOn(ReadOnlySpan<char> word, int at) => word[at] switch
    {
        'j' => true,
        'h' => at + 1 == word.Length || Is(word[at + 1]),
        'w' => word[at - 1] == 'u',
        var letter => Is(letter),
    };
}
