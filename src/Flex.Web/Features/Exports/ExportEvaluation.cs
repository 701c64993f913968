using System.Text;
using Flex.Domain.Programmes;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Npgsql;

namespace Flex.Web.Features.Exports;

/// <summary>
/// The verb `flex export evaluation`: the families of the evaluation, one coded line each, for one recipient and under that recipient's pseudonyms. Read as the role that
/// sees no name, and only who is in the evaluation now; that it left is in the journal before the file has its name.
/// </summary>
internal static class ExportEvaluation
{
    private const int FamiliesPerLine = 1000;

    public static async Task<int> Run(Installation installation, FlexDb db, ProgrammeLibrary library, (string? Programme, string Recipient) of, string path, TextWriter output, CancellationToken stop)
    {
        var open = library.Programmes.Values.Where(p => p.AcceptsApplications).ToList();
        var programme = of.Programme is not null ? library.Programmes.GetValueOrDefault(of.Programme) : open.Count == 1 ? open[0] : null;
        if (programme is null || Pseudonyms.Recipients(programme).All(p => p.Code != of.Recipient) || File.Exists(path))
        {
            await output.WriteLineAsync(programme is null ? $"Zeg van welk programma met --programme. Kies uit: {string.Join(", ", library.Programmes.Keys.Order(StringComparer.Ordinal))}."
                : File.Exists(path) ? $"{path} bestaat al en wordt niet overschreven. Kies een andere naam."
                : $"{of.Recipient} krijgt geen regels per gezin. Kies uit: {string.Join(", ", Pseudonyms.Recipients(programme).Select(p => p.Code))}.");
            return 1;
        }

        var lines = await Lines(installation, programme, of.Recipient, stop);
        var unfinished = path + ".deel";
        try
        {
            await Write(unfinished, programme, lines, stop);
            await using var work = await db.Begin(Actor.System("export"), $"uitgifte evaluatie aan {of.Recipient}", stop);
            foreach (var some in lines.Select(l => l.Dossier).Chunk(FamiliesPerLine).DefaultIfEmpty([]))
            {
                work.Journal(Act.ExportMade, objects: some, id: db.Clock.NewId());
            }

            await work.Save();
            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }

        await output.WriteLineAsync($"{lines.Count} gezinnen geschreven naar {path}, voor {of.Recipient}. De uitgifte staat in het journaal.");
        return 0;
    }

    // No day and no municipality: with those two recipients could find the same family in both files.
    private static async Task<IReadOnlyList<(Guid Dossier, string Line)>> Lines(Installation installation, Programme programme, string recipient, CancellationToken stop)
    {
        var pillars = programme.Pillars.Select(p => p.Number).Order().ToList();
        var per = string.Concat(pillars.Select(p => $", (select x.outcome from stats.decision x where x.dossier_id = d.dossier_id and x.pillar = {p}), (select sum(x.quarters)::text from stats.care x where x.dossier_id = d.dossier_id and x.pillar = {p})"));
        await using var command = installation.Stats.CreateCommand($"select d.dossier_id, d.applicant, d.helpers, d.first_pregnancy, d.class, d.factor_count::text{per} from stats.dossier d where d.programme = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = programme.Code });
        var lines = new List<(Guid, string)>();
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop))
        {
            var cells = Enumerable.Range(1, row.FieldCount - 1).Select(i => row.IsDBNull(i) ? "" : row.GetString(i));
            lines.Add((row.GetGuid(0), string.Join(',', [installation.Keys.Pseudonym(recipient, row.GetGuid(0)), .. cells])));
        }

        // In the order of its own pseudonyms: the order of two files tells nothing either.
        return [.. lines.OrderBy(l => l.Item2, StringComparer.Ordinal)];
    }

    private static async Task Write(string path, Programme programme, IReadOnlyList<(Guid Dossier, string Line)> lines, CancellationToken stop)
    {
        var mine = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using var file = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), mine) { NewLine = "\r\n" };
        await file.WriteLineAsync(string.Join(',', ["pseudoniem", "aanmelder", "hulpverleners", "eerste_zwangerschap", "mate", "aantal_factoren", .. programme.Pillars.Select(p => p.Number).Order().SelectMany(p => (string[])[$"besluit_{p}", $"kwartieren_{p}"])]));
        foreach (var (_, line) in lines)
        {
            stop.ThrowIfCancellationRequested();
            await file.WriteLineAsync(line);
        }
    }
}
