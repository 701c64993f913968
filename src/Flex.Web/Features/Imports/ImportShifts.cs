using Flex.Domain.CareHours;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Imports;

/// <summary>flex import shifts: the daily file of a provider at the command line, whole or not at all.</summary>
internal static class ImportShifts
{
    /// <summary>0 when every shift is in, or was; 1 when nothing was stored, with the reasons. Differences wait for a person.</summary>
    public static async Task<int> Run(FlexDb db, ProgrammeLibrary library, string sender, string path, bool dry, TextWriter output, CancellationToken stop)
    {
        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"Het bestand {path} is er niet. Kijk de naam en de map na.");
            return ImportFile.NotAll;
        }

        var file = ShiftFile.Read(await File.ReadAllBytesAsync(path, stop), db.Clock.Today);
        var door = new TakeShifts(db, library, Actor.System("import"), sender);
        var report = dry ? await door.Try(file, stop) : await door.Store(file, stop);
        foreach (var problem in report.Problems)
        {
            await output.WriteLineAsync(ShiftReport.Of(problem));
        }

        foreach (var different in report.Results.Where(r => r.Outcome == ShiftOutcome.Different))
        {
            await output.WriteLineAsync($"Regel {different.Line}, dossier {different.Dossier}, dienst {different.Number}. {different.Words}");
        }

        await output.WriteLineAsync(report switch
        {
            { Unsure: true } => "De database viel weg. Het is niet zeker of dit is opgeslagen. Lees het bestand opnieuw in; dubbel inlezen kan geen kwaad.",
            { Problems.Count: > 0 } => "Er is niets opgeslagen. Verbeter het bestand en lees het opnieuw in.",
            { Stored: false } => $"Proef: er is niets opgeslagen. {report.Summary}",
            _ => report.Summary + (report.Count(ShiftOutcome.Different) > 0 ? " Een verschil staat in de werklijst van de coördinator." : ""),
        });
        return report is { Problems.Count: 0, Unsure: false } ? ImportFile.Done : ImportFile.NotAll;
    }
}
