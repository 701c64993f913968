using System.Globalization;
using System.Runtime.InteropServices;

namespace Flex.Bench.Running;

/// <summary>One line of the result: what was compared, what came out, what was promised.</summary>
/// <param name="B">What A is divided by; "-" when A has a bound of its own.</param>
/// <param name="Bound">Null when there is no promise: reported only.</param>
/// <param name="Figures">The absolute figures behind it.</param>
internal sealed record Row(string Name, string A, string B, Spread Found, Bound? Bound, string Figures);

/// <summary>The result as a Markdown table, to be kept in docs/benchmarks.md.</summary>
internal static class Table
{
    private static readonly string[] Titles = ["bench", "A", "B", "median", "quartiles", "bound", "verdict", "figures"];

    public static string Head(Settings settings) => string.Create(CultureInfo.InvariantCulture,
        $"{DateTime.Now:yyyy-MM-dd HH:mm}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, {settings.Rounds} rounds{(settings.Quick ? ", --quick: too small to judge by" : "")}\n");

    public static string Of(IReadOnlyList<Row> rows)
    {
        List<string[]> cells = [Titles, .. rows.Select(Cells)];
        int[] widths = [.. Titles.Select((_, i) => cells.Max(c => c[i].Length))];
        var lines = cells.Select(c => "| " + string.Join(" | ", c.Select((text, i) => text.PadRight(widths[i]))) + " |").ToList();
        lines.Insert(1, "| " + string.Join(" | ", widths.Select(w => new string('-', w))) + " |");
        return string.Join('\n', lines);
    }

    public static string Number(double value) => value.ToString(value >= 1000 ? "#,0" : value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static string[] Cells(Row row) =>
    [
        row.Name, row.A, row.B, Number(row.Found.Median), $"{Number(row.Found.Low)} to {Number(row.Found.High)}",
        row.Bound is { } bound ? (bound.AtLeast ? "≥ " : "≤ ") + Number(bound.Value) : "-", row.Bound?.Verdict(row.Found) ?? "-", row.Figures,
    ];
}
