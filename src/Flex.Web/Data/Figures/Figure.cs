using Flex.Domain.Programmes;

namespace Flex.Web.Data.Figures;

/// <summary>One figure as it may be shown; a null number is withheld because it is too small.</summary>
/// <param name="N">What the shares are parts of.</param>
/// <param name="Missing">Who gave no answer; the definition says whether n holds them.</param>
public sealed record Figure(string Code, string Label, string Definition, long? N, long? Missing, IReadOnlyList<FigureCategory> Categories)
{
    /// <summary>The sum and average that the figure has beside its counts; null when it has none.</summary>
    public FigureAmount? Amount { get; init; }
}

/// <summary>One category of a figure; <paramref name="Share"/> is a part of one.</summary>
public sealed record FigureCategory(string Code, string Label, long? Count, decimal? Share, bool Suppressed);

/// <summary>The figures of one programme as of a day, in the order of its factsheet.</summary>
public sealed record Factsheet(Programme Programme, DateOnly AsOf, IReadOnlyList<Figure> Figures)
{
    /// <summary>What every reader of a reconstruction must know, on page, paper and in files.</summary>
    public const string ReconstructionMark = "reconstructie, niet voor publicatie";

    /// <summary>Said to who decides about families: a total of few families tells what the list itself may not.</summary>
    public const string NotForDeciders = "U beslist over gezinnen. Cijfers over vragen die niet mogen meewegen in een besluit, ziet u daarom niet.";

    /// <summary>Why this reader misses figures that others see; null when nothing was left out.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Counts from one to below it are withheld; null when all are shown.</summary>
    public int? Threshold { get; init; }

    public string? Mark => Programme.IsReconstruction ? ReconstructionMark : null;
}
