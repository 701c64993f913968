using Flex.Domain.Statistics;
using Flex.Web.Data.Figures;
using Flex.Web.Ui;
using Flex.Web.Ui.Charts;

namespace Flex.Web.Features.Factsheets;

/// <summary>One line of the check: what was published beside what the dossiers yield, in words.</summary>
public sealed record CheckedLine(string Label, string Published, string Computed, string Difference, Verdict Verdict, string? Because);

/// <summary>One figure of the factsheet beside its publication.</summary>
public sealed record CheckedFigure(string Code, string Label, IReadOnlyList<CheckedLine> Lines, string? Source, string? Note)
{
    private const string Nothing = "–";
    private const string Small = "te klein om te tonen";

    /// <summary>The lines that need words: where a total comes from, and why a number differs.</summary>
    public IEnumerable<CheckedLine> Explanations => Lines.Where(l => l.Because is not null);

    internal static CheckedFigure Of(Figure figure, PublishedFigure? published)
    {
        List<CheckedLine> lines = [Total("n", published?.N, figure.N)];
        if (published?.Missing is not null)
        {
            lines.Add(Total("Ontbrekend", published.Missing, figure.Missing));
        }

        if (published?.MostCommon is { Count: > 0 } named)
        {
            lines.Add(MostCommon(figure, named));
        }

        lines.AddRange(Categories(figure, published));
        return new CheckedFigure(figure.Code, figure.Label, lines, published?.Source, published?.Note);
    }

    private static IEnumerable<CheckedLine> Categories(Figure figure, PublishedFigure? published)
    {
        foreach (var category in figure.Categories)
        {
            var value = published?.Values.FirstOrDefault(v => v.Category == category.Code);
            var compared = Reproduction.Compare(value, category.Count, figure.N);
            // Where a publication only names the most common, the other categories are no part of the comparison.
            if (value is not null || published?.MostCommon is not { Count: > 0 })
            {
                yield return Line(category.Label, compared, category.Suppressed ? Small : Shown(category));
            }
        }
    }

    private static CheckedLine Total(string label, PublishedTotal? published, long? computed)
    {
        var line = Line(label, Reproduction.Compare(published, computed), computed is { } number ? Dutch.Number(number) : Small);
        return published is null ? line : line with { Because = published.Basis };
    }

    private static CheckedLine MostCommon(Figure figure, IReadOnlyList<string> named)
    {
        var order = figure.Categories.OrderByDescending(c => c.Count ?? 0).Take(named.Count).ToArray();
        var verdict = Reproduction.AreMostCommon(named, figure.Categories.Select(c => (c.Code, c.Count))) switch
        {
            true => Verdict.Agrees,
            false => Verdict.Differs,
            null => Verdict.NotShown,
        };
        var words = named.Select(code => figure.Categories.FirstOrDefault(c => c.Code == code)?.Label ?? code);
        var because = $"genoemd: {List(words)}. Berekend: {(verdict == Verdict.NotShown ? Small : List(order.Select(c => c.Label)))}.";
        return new CheckedLine("Meest voorkomend", Dutch.Number(named.Count), Dutch.Number(order.Count(c => named.Contains(c.Code))), Nothing, verdict, because);
    }

    private static string List(IEnumerable<string> labels) => string.Join("; ", labels);

    private static CheckedLine Line(string label, Comparison compared, string fallback) => new(
        label,
        compared.Published?.ToString() ?? Nothing,
        compared.Computed?.ToString() ?? fallback,
        Difference(compared),
        compared.Verdict,
        compared.Because);

    private static string Difference(Comparison compared) => compared.Difference switch
    {
        null => Nothing,
        0 => "0",
        { } points => (points > 0 ? "+" : "−") + (compared.Published!.Value with { Value = Math.Abs(points) }).ToString().Replace(" %", " punt", StringComparison.Ordinal),
    };

    // Count with share, as the factsheet shows it.
    private static string Shown(FigureCategory category) => new ChartBar(category.Label, category.Count, category.Share).Text;
}
