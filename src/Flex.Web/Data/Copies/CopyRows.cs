using System.Text.Json;

namespace Flex.Web.Data.Copies;

/// <summary>Reads the rows of one part and turns them into lines; what another part holds is not among them.</summary>
internal static class CopyRows
{
    /// <summary>Every line of a part, by section in the order of the tables. The dossier was opened to act on; what was collected is sent with the question.</summary>
    public static async Task<IReadOnlyList<(string Section, CopyLine Line)>> Read(DossierInHand hand, string part, CopyWords words, CancellationToken stop)
    {
        hand.Work.Add(CopyTables.Query(part), hand.Record.Head.Id);
        await using var row = await hand.Work.Read(stop);
        await row.ReadAsync(stop);
        using var rows = JsonDocument.Parse(row.GetString(0));
        return [.. from table in CopyTables.All
                   where table.Parts.Contains(part)
                   from one in rows.RootElement.GetProperty(table.Name).EnumerateArray()
                   let line = Line(table, one, part, words)
                   where line.Values.Count > 0
                   select (table.Section, line)];
    }

    private static CopyLine Line(CopyTable table, JsonElement row, string part, CopyWords words)
    {
        var mine = table.Of(row, words).Contains(part);
        return new($"{table.Name}:{row.GetProperty("regel").GetString()}", table.Title, [.. from field in table.Fields
                where field.Part is null ? mine : field.Part == part
                let value = row.GetProperty(field.Column)
                let said = field.Say(value, row, words)
                where said is { Length: > 0 }
                select new CopyValue(field.Name, field.Label, field.WordsOnly ? null : value.Clone(), said)]) { Careful = table.Careful(row, words) };
    }
}
