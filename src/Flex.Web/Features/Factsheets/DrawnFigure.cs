using Flex.Domain.Programmes;
using Flex.Web.Data.Figures;
using Flex.Web.Ui.Charts;

namespace Flex.Web.Features.Factsheets;

/// <summary>A computed figure with how the programme wants it drawn.</summary>
public sealed record DrawnFigure(FactsheetFigure Wanted, Figure Figure)
{
    // A list of all factors has more bars than anyone compares; the table keeps all that occur.
    private const int MostBars = 8;
    private const int ShownOfMany = 6;

    public IReadOnlyList<ChartBar> Bars { get; } = [.. Figure.Categories.Select(c => new ChartBar(c.Label, c.Count, c.Share, c.Suppressed))];

    /// <summary>The rows of the table: all of them, or of a long list those that occur, the most common first.</summary>
    public IReadOnlyList<ChartBar> Rows =>
        IsLong ? [.. Bars.Where(b => b.Suppressed || b.Count > 0).OrderByDescending(b => b.Count ?? 0)] : Bars;

    /// <summary>The bars of the picture: all of them, or of a long list the most common.</summary>
    public IReadOnlyList<ChartBar> Picture => IsLong ? [.. Rows.Take(ShownOfMany)] : Bars;

    public string? Note => string.Join(" ", new[] { Figure.Amount is { } amount ? AmountWords.Of(amount) : null, Wanted.Invented is null ? null : "Reconstructie: " + Wanted.Invented }.OfType<string>()) is { Length: > 0 } note ? note : null;

    private bool IsLong => Bars.Count > MostBars;

    /// <summary>The charts of a section: stacked figures with the same answers that stand together share one.</summary>
    public static IReadOnlyList<IReadOnlyList<DrawnFigure>> Charts(IReadOnlyList<FactsheetFigure> wanted, IReadOnlyList<Figure> figures)
    {
        var charts = new List<List<DrawnFigure>>();
        foreach (var next in wanted)
        {
            if (figures.FirstOrDefault(f => f.Code == next.Code) is not { } figure)
            {
                continue;
            }

            var drawn = new DrawnFigure(next, figure);
            if (charts.Count > 0 && charts[^1][^1].Joins(drawn))
            {
                charts[^1].Add(drawn);
            }
            else
            {
                charts.Add([drawn]);
            }
        }

        return charts;
    }

    private bool Joins(DrawnFigure next) =>
        Wanted.Chart == "stacked" && next.Wanted.Chart == "stacked" && Wanted.Categories.SequenceEqual(next.Wanted.Categories);
}
