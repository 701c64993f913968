using System.Text;

namespace Flex.Domain.Names;

/// <summary>
/// How one part of a name sounds, as it is written in the Netherlands: equal keys are near names. A key is of no unit and fails never;
/// it is empty for a particle (van, de, el), for one letter and for a text without letters. The rules are general knowledge of Dutch spelling and of how
/// Turkish, Arabic, Polish and Ukrainian names are written here, no standard: letters that sound alike are one letter, a name with
/// four consonants or more is its consonants, with three its first vowel counts too, with fewer all vowels but the last.
/// </summary>
/// <remarks>Stored beside each part of a name. A change of these rules needs a migration that fills the stored keys anew.</remarks>
public static class NameSound
{
    private const string Vowels = "aioy";
    private const int ManyConsonants = 4;
    private const int SomeConsonants = 3;
    private const int ShortestBehindPrefix = 4;

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "von", "vom", "de", "den", "der", "des", "het", "ter", "ten", "te", "in", "op", "aan", "la", "le", "les", "el", "al", "da", "das", "do", "dos", "du", "di", "del", "zu", "bin", "ben", "ibn", "bint", "vd", "vdr",
    };

    /// <summary>The key of one part of a name, which is a word without spaces or hyphens.</summary>
    public static string Of(string part)
    {
        var letters = PlainLetters.Of(part);
        return letters.Length < 2 || Particles.Contains(letters) ? "" : Shortened(SpokenLetters.Of(WithoutPrefix(letters)));
    }

    /// <summary>Whether a part is a particle, which a name has in one spelling and lacks in another.</summary>
    public static bool IsParticle(string part) => Particles.Contains(PlainLetters.Of(part));

    /// <summary>The keys of several parts, each once, without the empty ones.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> parts) => [.. parts.Select(Of).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];

    // Vandenberg is written van den Berg too.
    private static string WithoutPrefix(string letters) =>
        Array.Find(["vanden", "vander", "vande"], p => letters.StartsWith(p, StringComparison.Ordinal) && letters.Length >= p.Length + ShortestBehindPrefix) is { } prefix
            ? letters[prefix.Length..] : letters;

    private static string Shortened(string spoken)
    {
        var consonants = spoken.Count(c => !Vowels.Contains(c));
        var most = consonants >= ManyConsonants ? 0 : consonants == SomeConsonants ? 1 : spoken.Length;
        var key = new StringBuilder(spoken.Length);
        foreach (var (i, c) in spoken.Index())
        {
            if (!Vowels.Contains(c))
            {
                key.Append(c);
            }
            else if (most-- > 0)
            {
                key.Append(c);
            }
            else if (i == 0)
            {
                key.Append('a');
            }
        }

        return key.ToString();
    }
}
