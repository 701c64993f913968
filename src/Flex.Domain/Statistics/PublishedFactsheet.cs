namespace Flex.Domain.Statistics;

/// <summary>What a publication prints of one figure, to set beside what the dossiers yield.</summary>
/// <param name="Figure">Code of the figure on the factsheet.</param>
/// <param name="N">Persons or forms in the figure, or null when it is neither printed nor to be derived.</param>
/// <param name="Missing">Forms without an answer, likewise.</param>
/// <param name="Values">Per category what is printed; categories without a printed number are left out.</param>
/// <param name="MostCommon">Categories that the publication names as the most common, without numbers.</param>
/// <param name="Note">What a reader must know about the figure as a whole, or null.</param>
public sealed record PublishedFigure(
    string Figure,
    PublishedTotal? N,
    PublishedTotal? Missing,
    IReadOnlyList<PublishedValue> Values,
    IReadOnlyList<string> MostCommon,
    string Source,
    string? Note);

/// <summary>A total that is printed, or derived from what is printed; <paramref name="Basis"/> says which and how.</summary>
public sealed record PublishedTotal(long Value, string Basis);

/// <summary>One printed number, with the difference that is known and understood.</summary>
public sealed record PublishedValue(string Category, Printed Value, KnownDifference? Known);

/// <summary>What the dossiers yield instead of the printed number, and why. It explains that one outcome only.</summary>
public sealed record KnownDifference(Printed Computed, string Because);
