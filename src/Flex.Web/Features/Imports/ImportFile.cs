using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Imports;

/// <summary>The file door: one CSV file of one kind into the database, with every row accounted for.</summary>
internal static class ImportFile
{
    public const int Done = 0;
    public const int NotAll = 1;

    // Each conflict means that another writer came further, so beginning again ends; the bound only guards against a defect.
    private const int MostTries = 1_000;

    /// <summary>The kinds of file.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [ImportApplications.Name, ImportCare.Name, ImportQuestionnaires.Name];

    /// <summary>Reads the file; 0 when every row is in, was in or waits, 1 when some were rejected or nothing was done. Says why.</summary>
    public static async Task<int> Run(FlexDb db, ProgrammeLibrary library, string kind, string path, ImportOptions options, TextWriter output, CancellationToken stop)
    {
        if (Refusal(library, kind, path, options, out var programme) is { } refusal)
        {
            return await Refuse(output, refusal);
        }

        var text = FileText.Look(path);
        if (text.Refusal is not null)
        {
            return await Refuse(output, $"{Path.GetFileName(path)}: {text.Refusal}");
        }

        var target = new ImportTarget(db, programme!, library.National, options.Sender ?? programme!.Code);
        return await Guarded(new ImportRun(target, kind, path, text, options.Rejects ?? RejectsBeside(path)), output, stop);
    }

    private static string? Refusal(ProgrammeLibrary library, string kind, string path, ImportOptions options, out Programme? programme)
    {
        var open = library.Programmes.Values.Where(p => p.AcceptsApplications).ToList();
        programme = options.Programme is { } code ? library.Programmes.GetValueOrDefault(code) : open.Count == 1 ? open[0] : null;
        return !Kinds.Contains(kind) ? $"Dit soort bestand kennen we niet: {kind}. Kies uit: {string.Join(", ", Kinds)}."
            : programme is null && options.Programme is { } unknown ? $"Programma {unknown} bestaat niet. Kies uit: {string.Join(", ", library.Programmes.Keys.Order(StringComparer.Ordinal))}."
            : programme is null ? $"Er is meer dan een programma. Zeg welk met --programme: {string.Join(", ", open.Select(p => p.Code).Order(StringComparer.Ordinal))}."
            : !programme.AcceptsApplications ? $"{programme.Name} neemt geen aanmeldingen aan; er is niets ingelezen."
            : !File.Exists(path) ? $"Het bestand {path} is er niet. Kijk de naam en de map na."
            : options.Rejects is { } rejects && Path.GetFullPath(rejects) == Path.GetFullPath(path) ? "Het bestand met afgekeurde rijen kan niet het bestand zelf zijn. Kies een andere naam bij --rejects."
            : null;
    }

    // Another writer may take a place or a number between reading and writing. What is stored stays, so beginning again is safe.
    private static async Task<int> Guarded(ImportRun run, TextWriter output, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await run.Once(output, stop);
            }
            catch (Exception other) when (tries < MostTries && Elsewhere(other))
            {
                await output.WriteLineAsync("Iemand anders schreef tegelijk. De import begint opnieuw; wat al binnen is wordt overgeslagen.");
            }
            catch (NpgsqlException gone) when (gone is not PostgresException { SqlState: not ("57P01" or "57P02" or "57P03" or "53300") })
            {
                return await Refuse(output, $"De verbinding met de database viel weg na {ImportProgress.Number(run.Read)} rijen. Wat is opgeslagen blijft. Start dezelfde opdracht opnieuw: wat al binnen is wordt overgeslagen.");
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return await Refuse(output, $"Afgebroken na {ImportProgress.Number(run.Read)} rijen. Wat is opgeslagen blijft. Start dezelfde opdracht opnieuw om verder te gaan.");
            }
        }
    }

    private static bool Elsewhere(Exception other) => other is PlacesChangedException || other is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation } refused &&
        refused.ConstraintName is "place_never_one_too_many" or "import_row_pkey" or "response_once" or "likely_duplicate_sender_number_key";

    private static string RejectsBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + ".afgekeurd.csv");

    private static async Task<int> Refuse(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return NotAll;
    }
}
