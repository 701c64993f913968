using Flex.Web.Data.Figures;

namespace Flex.Web.Api.Programme;

/// <summary>A factsheet as JSON. Numbers that are too small to show are null.</summary>
/// <param name="Synthetic">True when the dossiers are made up.</param>
/// <param name="Mark">What every reader must know, or null.</param>
/// <param name="LeftOut">Why this reader misses figures that others get, or null.</param>
internal sealed record FactsheetJson(
    string Programme,
    string Name,
    DateOnly AsOf,
    PeriodJson? Evaluation,
    bool Synthetic,
    string? Mark,
    string? LeftOut,
    IReadOnlyList<FigureJson> Figures,
    IReadOnlyList<ReferenceJson> References)
{
    public static FactsheetJson Of(Factsheet sheet)
    {
        var programme = sheet.Programme;
        var invented = programme.Factsheet.SelectMany(s => s.Figures).ToDictionary(f => f.Code, f => f.Invented, StringComparer.Ordinal);
        return new FactsheetJson(
            programme.Code,
            programme.Name,
            sheet.AsOf,
            programme.Periods?.Evaluation is { } period ? new PeriodJson(period.First, period.Last) : null,
            programme.IsReconstruction,
            sheet.Mark,
            sheet.LeftOut,
            [.. sheet.Figures.Select(f => new FigureJson(f.Code, f.Label, f.Definition, f.N, f.Missing, invented[f.Code], f.Categories, f.Amount))],
            [.. programme.ReferenceFigures.Select(r => new ReferenceJson(r.Code, r.Label, r.Value, r.Definition, r.Source))]);
    }
}

/// <summary>A period in days, both ends included; no end when it is open.</summary>
internal sealed record PeriodJson(DateOnly From, DateOnly? Until);

/// <summary>One figure: what it counts (definition), of how many (n), how many gave no answer (missing) and its categories.</summary>
/// <param name="Amount">The sum and average of the families of n, in hours or euros, or null when the figure has none; withheld as null within.</param>
/// <param name="Invented">What of this figure a reconstruction made up, or null.</param>
internal sealed record FigureJson(string Code, string Label, string Definition, long? N, long? Missing, string? Invented, IReadOnlyList<FigureCategory> Categories, FigureAmount? Amount);

/// <summary>A figure from another source, as it was printed there.</summary>
internal sealed record ReferenceJson(string Code, string Label, string Value, string Definition, string Source);
