using Flex.Domain.Names;
using Flex.Web.Data.Tables;

namespace Flex.Web.Data.Duplicates;

/// <summary>
/// Near names, on the keys of <see cref="NameKey"/>: equal; at most two letters apart when both have six or more;
/// one inside the other when the shorter has four or more; or every part of the one sounds like a part of the other, when that is at least two parts
/// or one with a key of three or more. Only asked of mothers born on the same day.
/// </summary>
internal static class NearNames
{
    private const int ShortestInside = 4;
    private const int ShortestApart = 6;
    private const int MostApart = 2;
    private const int ShortestSound = 3;

    public static bool Alike(NearName left, NearName right) => Alike(left.Key, right.Key) || SoundAlike(left.Sounds, right.Sounds);

    private static bool Alike(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return left == right
            || (shorter.Length >= ShortestInside && longer.Contains(shorter, StringComparison.Ordinal))
            || (shorter.Length >= ShortestApart && longer.Length - shorter.Length <= MostApart && Distance(shorter, longer) <= MostApart);
    }

    private static bool SoundAlike(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (fewer, more) = left.Count <= right.Count ? (left, right) : (right, left);
        return (fewer.Count > 1 || (fewer.Count == 1 && fewer[0].Length >= ShortestSound)) && fewer.All(more.Contains);
    }

    // Levenshtein with one row of numbers.
    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[256];
        row = right.Length < row.Length ? row[..(right.Length + 1)] : new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

/// <summary>A name as it is compared: its letters, and how its parts sound.</summary>
internal sealed record NearName(string Key, IReadOnlyList<string> Sounds)
{
    public static NearName Of(string name) => new(NameKey.Of(name), NameSound.Of(NameKey.Parts(name)));
}
