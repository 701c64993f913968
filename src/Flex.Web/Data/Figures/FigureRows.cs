using Flex.Domain.Programmes;
using Flex.Domain.Statistics;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Figures;

/// <summary>One row of an indicator query: a category, or the totals (null), which stand there also when nobody is in any category.</summary>
internal sealed record FigureRow(string? Category, long Count, long N, long Missing, long? Amount = null);

/// <summary>Makes a figure of the rows of its query, in the programme's order and through the one gate for small numbers.</summary>
internal static class FigureRows
{
    public static Figure Show(FactsheetFigure figure, Indicator indicator, IReadOnlyList<FigureRow> rows, int? threshold)
    {
        var (n, missing, amount) = Totals(figure, rows);
        Refuse(figure, rows);
        var counts = figure.Categories.Select(c => rows.FirstOrDefault(r => r.Category == c.Code)?.Count ?? 0).ToArray();
        var gate = SmallNumbers.Hide(counts, n, threshold);
        long? shownN = gate.HidesN || IsSmall(n, threshold) ? null : n;
        return new Figure(
            figure.Code,
            figure.Label,
            indicator.Definition,
            shownN,
            IsSmall(missing, threshold) ? null : missing,
            [.. figure.Categories.Select((c, i) => Category(c, counts[i], shownN, gate.Hidden[i]))])
        { Amount = indicator.Amount is { } unit ? FigureAmount.Of(unit, amount ?? throw NoAmount(figure), shownN) : null };
    }

    private static FigureException NoAmount(FactsheetFigure figure) =>
        new($"Cijfer \"{figure.Code}\": de query \"{figure.Indicator}\" geeft geen som, terwijl haar kop er een noemt. Geef op elke rij als vijfde waarde de som.");

    private static FigureCategory Category(AnswerOption option, long count, long? n, bool hidden) =>
        new(option.Code, option.Label, hidden ? null : count, hidden || n is not > 0 ? null : Math.Round((decimal)count / n.Value, 6), hidden);

    private static bool IsSmall(long count, int? threshold) => count > 0 && count < threshold;

    private static (long N, long Missing, long? Amount) Totals(FactsheetFigure figure, IReadOnlyList<FigureRow> rows) =>
        rows.FirstOrDefault(r => r.Category is null) is { } totals
            ? (totals.N, totals.Missing, totals.Amount)
            : throw new FigureException($"Cijfer \"{figure.Code}\": de query \"{figure.Indicator}\" geeft geen rij met de totalen (zonder categorie, met n en ontbrekende). Laat haar eindigen met: union all select null, 0, n, missing from totals.");

    // A category that the programme does not list would silently fall out of the chart.
    private static void Refuse(FactsheetFigure figure, IReadOnlyList<FigureRow> rows)
    {
        var known = figure.Categories.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        if (rows.FirstOrDefault(r => r.Category is { } category && !known.Contains(category)) is { } stray)
        {
            throw new FigureException($"Cijfer \"{figure.Code}\": de query \"{figure.Indicator}\" geeft de categorie \"{stray.Category}\", die het programma niet noemt. Voeg haar toe aan de categorieën van dit cijfer of verbeter de query.");
        }

        if (rows.Select(r => r.Category).Distinct(StringComparer.Ordinal).Count() != rows.Count || rows.Select(r => (r.N, r.Missing, r.Amount)).Distinct().Count() > 1)
        {
            throw new FigureException($"Cijfer \"{figure.Code}\": de query \"{figure.Indicator}\" geeft een categorie dubbel, of niet op elke rij dezelfde n, ontbrekende en som.");
        }
    }
}

/// <summary>An indicator query that does not fit its figure; the message says which and what to do.</summary>
internal sealed class FigureException(string message) : Exception(message);
