using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Erasing;

/// <summary>Lists the dossiers that are kept longer than their term, and erases them when two people say so; each in a transaction of its own.</summary>
internal static class Retention
{
    private const string Purpose = "bewaartermijn";
    private static readonly Actor Keeper = Actor.System("retention");

    /// <param name="two">Who looked at the list and who erases; null when it is only listed.</param>
    public static async Task<int> Run(FlexDb db, IReadOnlyList<RetentionTerm> terms, (string Granted, string Erased)? two, TextWriter output, CancellationToken stop = default)
    {
        var past = await Past(db, Years(terms, RetentionTerm.Dossier), Years(terms, RetentionTerm.NotAdmitted), stop);
        foreach (var line in past)
        {
            await output.WriteLineAsync($"Dossier {line.Number}: laatst veranderd op {ProgrammeClock.DayOf(line.ChangedAt):dd-MM-yyyy}, {(line.Admitted ? "toegelaten" : "nooit toegelaten")}.");
            if (two is var (granted, erased))
            {
                await Erase(db, line.Dossier, granted, erased, stop);
            }
        }

        await output.WriteLineAsync(two is null ? $"{past.Count} dossiers zijn voorbij hun bewaartermijn. Er is niets gewist." : $"{past.Count} dossiers gewist.");
        return 0;
    }

    private static int Years(IReadOnlyList<RetentionTerm> terms, string code) => terms.FirstOrDefault(t => t.Code == code)?.Years
        ?? throw new RefusedException($"In national/retention.json staat geen termijn “{code}”. Er is niets gewist.");

    private static async Task<List<PastTerm>> Past(FlexDb db, int admitted, int others, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        work.Add(PastTerm.Asked, work.Clock.Now.AddYears(-admitted), work.Clock.Now.AddYears(-others));
        List<PastTerm> past;
        await using (var row = await work.Read(stop))
        {
            past = await OpenDossier.Next(row, PastTerm.Of, stop);
        }

        work.Journal(Act.ListRead, objects: [.. past.Select(p => p.Dossier)]);
        await work.Save();
        return past;
    }

    private static async Task Erase(FlexDb db, Guid dossier, string granted, string erased, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        await EraseDossier.OnTerm(work, dossier, granted, erased, stop);
        await work.Save();
    }
}
