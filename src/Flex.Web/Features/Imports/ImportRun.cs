using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>One file on its way in, from header to summary.</summary>
internal sealed class ImportRun(ImportTarget target, string kindName, string path, FileText text, string rejectsPath)
{
    /// <summary>How many rows were read so far.</summary>
    public long Read { get; private set; }

    /// <summary>Goes through the file once, from its start; rows that are in already are skipped.</summary>
    public async Task<int> Once(TextWriter output, CancellationToken stop)
    {
        Read = 0;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var characters = new StreamReader(file, text.Encoding);
        var csv = new CsvReader(characters);
        var kind = await Kind();
        if (csv.Read() is not { } first)
        {
            return await Refuse(output, ["Het bestand is leeg. Kijk of het de goede is; het sjabloon staat in de handleiding."]);
        }

        var header = new ImportHeader(first.Fields, kind.Columns);
        if (header.Problems.Count > 0)
        {
            return await Refuse(output, header.Problems);
        }

        using var rejects = new RejectsFile(rejectsPath, csv.Separator);
        var loop = new ImportLoop(csv, header, kind, rejects);
        var progress = new ImportProgress(output, target.Db.Clock.Real, text.Bytes);
        await loop.Run(rows => Tell(progress, rows, file.Position), stop);
        return loop.Count.Read == 0
            ? await Refuse(output, ["Het bestand heeft een kop maar geen rijen. Er is niets ingelezen."])
            : await Finish(output, loop.Count, rejects);
    }

    private void Tell(ImportProgress progress, long rows, long position)
    {
        Read = rows;
        progress.Tell(rows, position);
    }

    private async Task<ImportKind> Kind() => kindName switch
    {
        ImportApplications.Name => await Applications(),
        ImportCare.Name => new(ImportCare.Columns, new ImportCare(target).Prepare),
        ImportQuestionnaires.Name => new(ImportQuestionnaires.Columns(target.Programme), new ImportQuestionnaires(target).Prepare),
        _ => throw new ArgumentException("Unknown kind of file.", kindName),
    };

    private async Task<ImportKind> Applications()
    {
        await Places.Set(target.Db, [target.Programme]);
        return new(ApplicationRow.Columns(target.Programme, target.National), new ImportApplications(target).Prepare);
    }

    private async Task<int> Refuse(TextWriter output, IReadOnlyList<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            await output.WriteLineAsync($"{Path.GetFileName(path)}: {sentence}");
        }

        return ImportFile.NotAll;
    }

    private async Task<int> Finish(TextWriter output, ImportCount count, RejectsFile rejects)
    {
        await using (var work = await target.Begin())
        {
            work.Journal(Act.ImportDone);
            await work.Save();
        }

        await output.WriteLineAsync($"{Path.GetFileName(path)}: {ImportProgress.Number(count.Read)} rijen gelezen: {ImportProgress.Number(count.Stored)} opgeslagen, {ImportProgress.Number(count.Skipped)} overgeslagen (al eerder ingelezen), {ImportProgress.Number(count.Waiting)} wachten op een beoordeling, {ImportProgress.Number(count.Rejected)} afgekeurd.");
        if (count.Waiting > 0)
        {
            await output.WriteLineAsync("Wat wacht lijkt op een dossier dat er al is. Beoordeel het in de werklijst.");
        }

        if (rejects.Made)
        {
            await output.WriteLineAsync($"Wat er mis is staat in {rejects.Path}. Verbeter die rijen en lees het bestand opnieuw in; wat al binnen is wordt overgeslagen.");
        }

        return count.Rejected == 0 ? ImportFile.Done : ImportFile.NotAll;
    }
}
