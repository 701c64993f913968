using System.Globalization;
using System.Text;
using Xunit;

namespace Flex.Web.Tests.Reconstruction;

/// <summary>The committed files, read with a reader of the test's own so that it shares no mistake with the import.</summary>
internal static class ReconstructedFiles
{
    internal static readonly string[] Names = ["applications.csv", "care.csv", "questionnaires.csv", "hours.csv"];

    internal static string Folder { get; } = Path.Combine(Root(), "programmes", "zuid-limburg-2021", "reconstruction");

    internal static List<Row> Applications { get; } = Read("applications.csv");

    internal static List<Row> Care { get; } = Read("care.csv");

    internal static List<Row> Questionnaires { get; } = Read("questionnaires.csv");

    internal static List<Row> Evaluated { get; } = [.. Applications.Where(a => a.Day("ontvangen_op") <= new DateOnly(2023, 5, 31))];

    internal static string Header(string name) => File.ReadLines(Path.Combine(Folder, name)).First();

    internal static Dictionary<string, int> CountBy(IEnumerable<Row> rows, string column) =>
        rows.CountBy(r => r[column]).ToDictionary(p => p.Key, p => p.Value);

    private static List<Row> Read(string name)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, name), Encoding.UTF8).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells => new Row(lines[0], cells))];
    }

    private static string[] Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "GeboortezorgFlex.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

internal sealed class Row
{
    private readonly Dictionary<string, string> cells = [];

    internal Row(string[] header, string[] values)
    {
        Assert.Equal(header.Length, values.Length);
        for (var i = 0; i < header.Length; i++)
        {
            cells.Add(header[i], values[i]);
        }
    }

    internal string this[string column] => cells[column];

    internal string Id => this["nummer"];

    internal string Application => this["aanmeldnummer"];

    internal DateOnly Day(string column) => DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal bool InPillar(string pillar) => this["pijlers"].Split('+').Contains(pillar);

    /// <summary>Quarter-hours; a number that is no whole quarter is an error here.</summary>
    internal int Quarters
    {
        get
        {
            var quarters = decimal.Parse(this["uren"], CultureInfo.InvariantCulture) * 4;
            Assert.Equal(quarters, decimal.Truncate(quarters));
            return (int)quarters;
        }
    }
}
