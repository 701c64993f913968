using System.Globalization;

namespace Flex.Web.Ui.Charts;

/// <summary>Lengths, lines and descriptions that the charts share.</summary>
internal static class ChartText
{
    // Text in an SVG does not wrap by itself; this many characters fit on the narrowest phone.
    private const int LineLength = 34;

    /// <summary>A part of one as an SVG length: 0.455 becomes "45.5%".</summary>
    public static string Part(decimal part) =>
        (part * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    public static IReadOnlyList<string> Lines(string text, int length = LineLength)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= length)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    public static string Describe(IEnumerable<ChartBar> bars) =>
        string.Join("; ", bars.Select(b => $"{b.Label}: {b.Text}")) + ".";

    /// <summary>The length of each bar against the longest; suppressed bars have none.</summary>
    public static IReadOnlyList<decimal> Lengths(IReadOnlyList<ChartBar> bars)
    {
        var byShare = bars.All(b => b.Suppressed || b.Share is not null);
        var sizes = bars.Select(b => b.Suppressed ? 0 : byShare ? b.Share ?? 0 : b.Count ?? 0).ToArray();
        var longest = sizes.DefaultIfEmpty(0).Max();
        return longest == 0 ? sizes : [.. sizes.Select(size => size / longest)];
    }

    /// <summary>What a reader needs beside a figure: "n = 131 · 2 ontbreken".</summary>
    public static string? Basis(long? n, long? missing) => (n, missing) switch
    {
        (null, _) => "n niet getoond",
        ({ } all, null) => $"n = {Dutch.Number(all)} · aantal ontbrekend niet getoond",
        ({ } all, 0) => "n = " + Dutch.Number(all),
        ({ } all, 1) => $"n = {Dutch.Number(all)} · 1 ontbreekt",
        ({ } all, { } gone) => $"n = {Dutch.Number(all)} · {Dutch.Number(gone)} ontbreken",
    };
}
