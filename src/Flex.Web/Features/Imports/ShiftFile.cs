using Flex.Domain.Shared;

namespace Flex.Web.Features.Imports;

/// <summary>A file of shifts as it was read: its lines, or everything that is wrong with it by itself.</summary>
internal sealed record ShiftFile(IReadOnlyList<ShiftLine> Lines, IReadOnlyList<ShiftProblem> Problems)
{
    /// <summary>Bytes: a day of a large provider is a tenth of this.</summary>
    public const int Largest = 1_000_000;

    private const int MostLines = 5_000;
    private const string Template = "nummer,gezin,zorgverlener,van,tot,soort,samen";

    private static ImportColumns Columns { get; } = new(["nummer", "gezin", "zorgverlener", "van", "tot"], ["soort", "samen"]);

    /// <summary>Reads it; nothing is asked of the database yet.</summary>
    public static ShiftFile Read(byte[] bytes, DateOnly today)
    {
        if (bytes.Length > Largest)
        {
            return Refused([$"Dit bestand is te groot: hooguit {Largest / 1_000_000} MB. Splits het."]);
        }

        using var content = new MemoryStream(bytes);
        var text = FileText.Look(content);
        if (text.Refusal is { } refusal)
        {
            return Refused([refusal]);
        }

        content.Position = 0;
        using var characters = new StreamReader(content, text.Encoding);
        var csv = new CsvReader(characters);
        if (csv.Read() is not { } first)
        {
            return Refused(["Het bestand is leeg. Kijk of het de goede is."]);
        }

        var header = new ImportHeader(first.Fields, Columns);
        return header.Problems.Count > 0 ? Refused([.. header.Problems, $"De kop is: {Template}."]) : Of(Rows(csv, header), today);
    }

    private static ShiftFile Of(List<ImportRow> rows, DateOnly today)
    {
        if (rows.Count is 0 or > MostLines)
        {
            return Refused([rows.Count == 0 ? "Het bestand heeft een kop maar geen regels. Er is niets ingelezen." : $"Dit bestand heeft meer dan {Dutch.Number(MostLines)} regels. Splits het."]);
        }

        var read = rows.Select(r => ShiftLine.Parse(r, today)).ToList();
        var lines = read.Select(r => r.Line).OfType<ShiftLine>().ToList();
        return new(lines, [.. read.SelectMany(r => r.Problems).Concat(ShiftsBesideOthers.Problems(lines)).Concat(Twice(rows))]);
    }

    // Also of lines that could not be read for another reason.
    private static IEnumerable<ShiftProblem> Twice(List<ImportRow> rows) =>
        rows.Where(r => r.Number.Length > 0).GroupBy(r => r.Number, StringComparer.Ordinal).SelectMany(g => g.Skip(1).Select(r => new ShiftProblem(r.Line, "nummer", $"Deze dienst staat ook op regel {g.First().Line}. Houd er een over.")));

    private static List<ImportRow> Rows(CsvReader csv, ImportHeader header)
    {
        var rows = new List<ImportRow>();
        while (rows.Count <= MostLines && csv.Read() is { } record)
        {
            rows.Add(new(record, header));
        }

        return rows;
    }

    private static ShiftFile Refused(IEnumerable<string> why) => new([], [.. why.Select(w => new ShiftProblem(0, "", w))]);
}
