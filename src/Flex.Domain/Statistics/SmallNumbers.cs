namespace Flex.Domain.Statistics;

/// <summary>Which counts of a figure are not shown.</summary>
/// <param name="Hidden">One answer per category, in the order given.</param>
/// <param name="HidesN">True when n would give the one hidden count away and nothing is left to hide beside it.</param>
public readonly record struct Suppression(IReadOnlyList<bool> Hidden, bool HidesN);

/// <summary>The one gate for small numbers of one figure: counts from 1 to below the threshold are hidden, with others so that n does not give them away.</summary>
/// <remarks>
/// Holds against a reader who knows n and every count shown, and that zeros are shown as long as anything is. It does not
/// hold across figures or days that are subtracted, nor against reasoning about the method itself: the full disclosure
/// control comes with publication.
/// </remarks>
public static class SmallNumbers
{
    /// <summary>Says what to hide in a figure with these <paramref name="counts"/> (persons) out of <paramref name="n"/>; a null threshold hides nothing.</summary>
    public static Suppression Hide(IReadOnlyList<long> counts, long n, int? threshold)
    {
        var cells = Cells(counts, n);
        var hidden = cells.ConvertAll(c => c > 0 && c < threshold);
        var exposed = false;
        while (!exposed && threshold is { } bound && !IsSafe(cells, hidden, bound))
        {
            var next = NextToHide(cells, hidden);
            exposed = next < 0;
            hidden = exposed ? hidden : [.. hidden.Select((h, i) => h || i == next)];
        }

        return new(hidden[..counts.Count], HidesN: exposed && cells.Count == 1);
    }

    // Who is counted in no category is a number as well: it follows from n and the counts.
    private static List<long> Cells(IReadOnlyList<long> counts, long n)
    {
        var rest = n - counts.Sum();
        return rest > 0 ? [.. counts, rest] : [.. counts];
    }

    // What is hidden together is known from n as a sum: it must stand for two cells, not be small, and not be one person each.
    private static bool IsSafe(List<long> cells, List<bool> hidden, int threshold)
    {
        var (count, sum) = (0, 0L);
        for (var i = 0; i < cells.Count; i++)
        {
            count += hidden[i] ? 1 : 0;
            sum += hidden[i] ? cells[i] : 0;
        }

        return count == 0 || (count > 1 && sum >= threshold && sum > count);
    }

    // The smallest that is shown; a zero protects least and comes last.
    private static int NextToHide(List<long> cells, List<bool> hidden)
    {
        var next = -1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (!hidden[i] && (next < 0 || Rank(cells[i]) < Rank(cells[next])))
            {
                next = i;
            }
        }

        return next;
    }

    private static long Rank(long count) => count == 0 ? long.MaxValue : count;
}
