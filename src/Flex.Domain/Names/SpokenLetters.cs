using System.Text;

namespace Flex.Domain.Names;

/// <summary>
/// Letters as they are spoken: one letter for each group of consonants that sound alike, and a, i, o or y for each run of vowels.
/// The last run falls away (Anna, Anne) unless it is the only one; when it glides (Maria, Marija) a j stays.
/// </summary>
internal static class SpokenLetters
{
    public static string Of(ReadOnlySpan<char> word)
    {
        var spoken = new StringBuilder(word.Length);
        var runs = 0;
        for (var at = 0; at < word.Length;)
        {
            var taken = SpokenVowels.RunAt(word, at);
            if (taken == 0)
            {
                (var letters, taken) = SpokenConsonants.At(word, at);
                Add(spoken, letters);
            }
            else if (at + taken < word.Length || runs == 0)
            {
                spoken.Append(SpokenVowels.Class(word.Slice(at, taken)));
                runs++;
            }

            at += taken;
            if (at == word.Length && SpokenVowels.Glides(word[(at - taken)..]))
            {
                spoken.Append('j');
            }
        }

        return spoken.ToString();
    }

    // What is doubled, in letters or in sound, is heard once.
    private static void Add(StringBuilder spoken, string letters)
    {
        foreach (var letter in letters)
        {
            if (spoken.Length == 0 || spoken[^1] != letter)
            {
                spoken.Append(letter);
            }
        }
    }
}
