namespace Flex.Domain.Statistics;

/// <summary>The outcome of setting one published number beside the computed one.</summary>
public enum Verdict
{
    /// <summary>At the printed precision both are the same.</summary>
    Agrees,

    /// <summary>They differ exactly as the publication's known flaw says.</summary>
    DiffersAsExplained,

    /// <summary>They differ and nobody says why.</summary>
    Differs,

    /// <summary>The publication prints no number here.</summary>
    NotPublished,

    /// <summary>The computed number is too small to show, so nothing is compared.</summary>
    NotShown,
}

/// <summary>Published beside computed. <paramref name="Difference"/> is computed minus published, in persons or in points of a hundred.</summary>
public sealed record Comparison(Printed? Published, Printed? Computed, decimal? Difference, Verdict Verdict, string? Because);

/// <summary>Sets published numbers beside computed ones, at the precision in which they were printed.</summary>
public static class Reproduction
{
    /// <summary>Compares one category; <paramref name="count"/> or <paramref name="n"/> is null when it may not be shown.</summary>
    public static Comparison Compare(PublishedValue? published, long? count, long? n)
    {
        if (published is null)
        {
            return new(null, null, null, Verdict.NotPublished, null);
        }

        if (count is not { } persons || n is not { } all)
        {
            return new(published.Value, null, null, Verdict.NotShown, null);
        }

        var computed = published.Value.Of(persons, all);
        var explained = published.Known is { } known && computed == known.Computed;
        var verdict = computed == published.Value ? Verdict.Agrees : explained ? Verdict.DiffersAsExplained : Verdict.Differs;
        return new(published.Value, computed, computed?.Value - published.Value.Value, verdict, explained ? published.Known!.Because : null);
    }

    /// <summary>Compares a total, such as n.</summary>
    public static Comparison Compare(PublishedTotal? published, long? computed) =>
        Compare(published is null ? null : new PublishedValue("", new Printed(published.Value, 0, false), null), computed, computed);

    /// <summary>Says whether every named category is more common than every other one; null when a count may not be shown.</summary>
    public static bool? AreMostCommon(IReadOnlyList<string> named, IEnumerable<(string Category, long? Count)> counts)
    {
        var all = counts.ToArray();
        if (all.Any(c => c.Count is null))
        {
            return null;
        }

        var inside = all.Where(c => named.Contains(c.Category, StringComparer.Ordinal)).Select(c => c.Count!.Value).ToArray();
        var outside = all.Where(c => !named.Contains(c.Category, StringComparer.Ordinal)).Select(c => c.Count!.Value).DefaultIfEmpty(0).Max();
        return inside.Length == named.Count && inside.All(count => count > outside);
    }
}
