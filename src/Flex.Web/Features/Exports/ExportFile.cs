using System.Text;
using Flex.Domain.Programmes;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Npgsql;

namespace Flex.Web.Features.Exports;

/// <summary>
/// Writes dossiers to a file of the shape that import reads (docs/file-doors.md), without BSN. A file with names is for one recipient, who must keep the
/// record of these families (<see cref="NamedFiles"/>). Whose data left, and to whom, is in the journal before the file has its name: no log line, no file.
/// </summary>
internal static class ExportFile
{
    private const int FamiliesPerLine = 1000;

    // Names are in it: for the account that made it only.
    private static readonly FileStreamOptions Mine = new()
    {
        Mode = FileMode.Create,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    public static async Task<int> Run(FlexDb db, ProgrammeLibrary library, (string Kind, string? Recipient) of, string path, string? programmeCode, TextWriter output, CancellationToken stop)
    {
        var open = library.Programmes.Values.Where(p => p.AcceptsApplications).ToList();
        var programme = programmeCode is not null ? library.Programmes.GetValueOrDefault(programmeCode) : open.Count == 1 ? open[0] : null;
        if (programme is null)
        {
            await output.WriteLineAsync($"Zeg van welk programma met --programme. Kies uit: {string.Join(", ", library.Programmes.Keys.Order(StringComparer.Ordinal))}.");
            return 1;
        }

        if (NamedFiles.Kinds.ContainsKey(of.Kind) && NamedFiles.Recipients(programme).All(p => p.Code != of.Recipient))
        {
            await output.WriteLineAsync($"In dit bestand staan namen. Zeg met --for wie het krijgt: {string.Join(", ", NamedFiles.Recipients(programme).Select(p => p.Code))}. Een ander krijgt geen namen.");
            return 1;
        }

        if (File.Exists(path))
        {
            await output.WriteLineAsync($"{path} bestaat al en wordt niet overschreven. Kies een andere naam.");
            return 1;
        }

        var unfinished = path + ".deel";
        var (rows, families) = (0, 0);
        try
        {
            (rows, families) = await Write(db, programme, library.National, of, unfinished, stop);
            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }

        await output.WriteLineAsync($"{rows} rijen van {families} gezinnen geschreven naar {path}. De uitgifte staat in het journaal.");
        return 0;
    }

    private static async Task<(int Rows, int Families)> Write(FlexDb db, Programme programme, National national, (string Kind, string? Recipient) of, string path, CancellationToken stop)
    {
        var named = NamedFiles.Kinds.ContainsKey(of.Kind);
        var (sql, columns) = ExportQueries.Of(of.Kind, programme, national, named);
        await using var work = await db.Begin(Actor.System("export"), named ? $"uitgifte {of.Kind} aan {of.Recipient}" : $"uitgifte {of.Kind}", stop);
        work.Add(sql, named ? [programme.Code, of.Recipient!] : [programme.Code]);
        var families = new HashSet<Guid>();
        var rows = 0;
        await using (var file = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Mine) { NewLine = "\r\n" })
        await using (var reader = await work.Read(stop))
        {
            await file.WriteLineAsync(string.Join(',', columns));
            await reader.NextResultAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                families.Add(reader.GetGuid(0));
                await file.WriteLineAsync(Line(reader));
                rows++;
            }
        }

        foreach (var some in families.Chunk(FamiliesPerLine).DefaultIfEmpty([]))
        {
            work.Journal(Act.ExportMade, objects: some, id: db.Clock.NewId());
        }

        await work.Save();
        return (rows, families.Count);
    }

    // The first column is the dossier, for the journal; the rest is the row.
    private static string Line(NpgsqlDataReader reader)
    {
        var line = new StringBuilder();
        for (var i = 1; i < reader.FieldCount; i++)
        {
            line.Append(i > 1 ? "," : "").Append(Cell(reader.IsDBNull(i) ? "" : reader.GetString(i)));
        }

        return line.ToString();
    }

    // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
