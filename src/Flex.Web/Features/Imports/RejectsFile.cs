using System.Text;
using System.Text.RegularExpressions;
using Flex.Domain.Dossiers;

namespace Flex.Web.Features.Imports;

/// <summary>A row that did not go in, with everything that is wrong with it.</summary>
internal sealed record RejectedRow(ImportRow Row, IReadOnlyList<Problem> Problems);

/// <summary>
/// The file with what did not go in: line, the sender's number, column, value and what to do. Made on the first rejected
/// row. A cell that a spreadsheet would run as a formula gets an apostrophe in front; what looks like a BSN is left out.
/// </summary>
internal sealed partial class RejectsFile(string path, char separator) : IDisposable
{
    public const string LeftOut = "(weggelaten)";
    private StreamWriter? writer;

    public string Path => path;

    public bool Made => writer is not null;

    public void Write(IReadOnlyList<RejectedRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        writer ??= Make();
        foreach (var row in rows)
        {
            foreach (var problem in row.Problems)
            {
                Line(row.Row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Row.ShownNumber, problem.Field, Masked(problem.Value), problem.Message);
            }
        }

        writer.Flush();
    }

    public void Dispose() => writer?.Dispose();

    private StreamWriter Make()
    {
        // With a byte order mark: spreadsheets then read it as UTF-8.
        writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        Line("regel", "nummer", "kolom", "waarde", "wat te doen");
        return writer;
    }

    private void Line(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer!.Write(separator);
            }

            writer!.Write(Cell(cells[i]));
        }

        writer!.WriteLine();
    }

    private string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny([separator, '"', '\r', '\n']) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A value as it may be repeated: what looks like a BSN, right or mistyped, is left out.</summary>
    public static string Masked(string? value) => value is null ? "" : BsnLike().Replace(value, LeftOut);

    [GeneratedRegex(@"(?<!\d)(\d([ .-]?\d){8}|\d{8})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BsnLike();
}
