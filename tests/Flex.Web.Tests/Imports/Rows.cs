using System.Text;
using Flex.Web.Tests.Reconstruction;

namespace Flex.Web.Tests.Imports;

/// <summary>Rows of applications that speak of one change at a time: the rest is a family that goes in.</summary>
internal static class Rows
{
    public static readonly string[] Columns = ReconstructedFiles.Header("applications.csv").Split(',');

    private static readonly string[] Names = ["Aaltje", "Berendina", "Charlotte", "Diewertje", "Evangeline", "Frederique", "Geertruida", "Hildegard", "Immaculata", "Jacomina"];

    /// <summary>Family number <paramref name="n"/>, unlike every other one, with some fields changed.</summary>
    public static Dictionary<string, string> Family(int n, params (string Column, string Value)[] changes)
    {
        var row = Columns.ToDictionary(c => c, _ => "");
        (string, string)[] usual =
        [
            ("nummer", $"T-{n:000}"), ("ontvangen_op", "2022-03-01"), ("aanmelder", "verloskundige"), ("naam_moeder", $"{Names[n % 10]} Test-{Names[n / 10 % 10]}"),
            ("geboortedatum_moeder", new DateOnly(1980, 1, 1).AddDays(n * 3).ToString("O")), ("postcode", $"{6400 + (n / 26)}A{(char)('A' + (n % 26))}"), ("gemeente", "GM0917"),
            ("verzekeraar", "CZ"), ("aanbieder", "geboortezorg-limburg"), ("uitgerekend", "2022-06-01"), ("eerste_zwangerschap", "ja"), ("hulpverleners", "1"), ("pijlers", "1+2"),
            ("R1", "aanwezig"), .. ((string[])["R2", "R3", "R4", "R5", "R6", "R7", "U1", "U2", "U3", "U4"]).Select(f => (f, "afwezig")),
            ("beschermend", "ontoereikend"), ("beoordeeld_door", "verloskundige"), ("beoordeeld_op", "2022-03-01"), ("besloten_door", "intaker"), .. changes,
        ];
        foreach (var (column, value) in usual)
        {
            row[column] = value;
        }

        return row;
    }

    public static string File(params IEnumerable<Dictionary<string, string>> rows) => File(',', "\r\n", rows);

    public static string File(char separator, string newLine, params IEnumerable<Dictionary<string, string>> rows)
    {
        var text = new StringBuilder(string.Join(separator, Columns)).Append(newLine);
        foreach (var row in rows)
        {
            text.AppendJoin(separator, Columns.Select(c => Cell(row[c], separator))).Append(newLine);
        }

        return text.ToString();
    }

    private static string Cell(string value, char separator) =>
        value.AsSpan().ContainsAny([separator, '"', '\n', '\r']) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
