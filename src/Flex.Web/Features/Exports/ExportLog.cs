using System.Text.Json;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Features.Exports;

/// <summary>The verb `flex export log`: everything that the log knows of one family as FHIR AuditEvents, one per line; that it left is in the log before the file has its name.</summary>
internal static class ExportLog
{
    private const string Lines = """
        select id, at, act, actor, role, organisation, purpose, outcome, context, version from (
            select id, at, act, actor, role, organisation, purpose, outcome, context, version from journal.entry where dossier_id = $1
            union all
            select id, at, act, actor, role, organisation, purpose, outcome, context, version from journal.entry where objects @> array[$1] and dossier_id is distinct from $1) e
        order by at, id
        """;

    public static async Task<int> Run(FlexDb db, int number, string path, TextWriter output, CancellationToken stop)
    {
        if (File.Exists(path))
        {
            await output.WriteLineAsync($"{path} bestaat al en wordt niet overschreven. Kies een andere naam.");
            return 1;
        }

        await using var work = await db.Begin(Actor.System("export"), "uitgifte log", stop);
        if (await Dossier(work, number, stop) is not { } dossier)
        {
            await output.WriteLineAsync($"Er is geen dossier {number}.");
            return 1;
        }

        var unfinished = path + ".deel";
        try
        {
            var count = await Write(work, dossier, unfinished, stop);
            work.Journal(Act.LogExported, dossier: dossier);
            await work.Save();
            File.Move(unfinished, path);
            await output.WriteLineAsync($"{count} regels van dossier {number} geschreven naar {path}. De uitgifte staat in het journaal.");
            return 0;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<Guid?> Dossier(Work work, int number, CancellationToken stop)
    {
        work.Add("select id from log_dossier($1)", number);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? row.GetGuid(0) : null;
    }

    private static async Task<int> Write(Work work, Guid dossier, string path, CancellationToken stop)
    {
        work.Add(Lines, dossier);
        await using var file = new StreamWriter(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        await using var row = await work.Read(stop);
        var count = 0;
        for (; await row.ReadAsync(stop); count++)
        {
            await file.WriteLineAsync(JsonSerializer.Serialize(AuditEventOf.Line(Line(row, work.Keys), dossier), AuditEventJson.Default.AuditEvent));
        }

        return count;
    }

    // What a later version wrote and this one does not know is told as what it may be at least: an operation.
    private static LoggedLine Line(NpgsqlDataReader row, KeyRing keys)
    {
        var context = EntryContext.Of(row, 8, keys, row.GetGuid(0));
        return new(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), Enum.TryParse<Act>(row.GetString(2), out var act) ? act : Act.WorkSet,
            new(row.GetString(3), context?.Name ?? "", row.GetString(4), row.GetString(5)), row.GetString(6), row.IsDBNull(7) ? Outcome.Success : (Outcome)row.GetInt16(7), context);
    }
}
