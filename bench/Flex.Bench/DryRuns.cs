using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;
using Flex.Web.Features.DryRuns;
using Flex.Web.Features.Imports;

namespace Flex.Bench;

/// <summary>
/// Changed criteria tried on every past case: read, unsealed, judged, compared, the turned ones explained and the look written in the journal.
/// Against reading the same rows and doing nothing with them, which says what the database alone takes.
/// </summary>
internal static class DryRuns
{
    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        var programmes = RoomyProgrammes.In(cluster.Files);
        await using var database = await cluster.Clone();
        // Somewhat more families, because about one decision is taken per family.
        var file = new ApplicationsFile(programmes.Programme, programmes.Library.National).Write(cluster.Files, settings.Applications * 21 / 20);
        await ImportFile.Run(database.Db, programmes.Library, "applications", file, new ImportOptions(programmes.Programme.Code), TextWriter.Null, CancellationToken.None);
        await database.AsAdmin("vacuum (analyze)");
        var changed = Stricter(programmes.Programme);
        var (cases, different, processor) = (0, 0, new List<double>());
        var rounds = await Rounds.Run(settings.Rounds,
            async () =>
            {
                var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var found = await JudgePastCases.Run(database.Db, Actor.System("bench"), changed, CancellationToken.None);
                (cases, different) = (found.Cases, found.Different);
                processor.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            },
            () => Bare(database, programmes.Programme));
        return
        [
            new($"dry run {settings.Applications / 1000}k", "seconds for 100,000 past cases", "-", Spread.Of(rounds.A.Select(s => s * 100_000 / cases)), Bound.Most(5),
                $"{Table.Number(rounds.MedianA)} s for {Table.Number(cases)} cases, {Table.Number(rounds.MedianA * 1_000_000 / cases)} µs each, {Table.Number(Spread.Of(processor.Skip(1)).Median)} s of processor time; {Table.Number(different)} would differ; reading the rows alone {Table.Number(rounds.MedianB)} s"),
        ];
    }

    // Fewer classes and half of the municipalities: many a case turns, as it would when a programme saves.
    private static Programme Stricter(Programme programme) => programme with
    {
        Criteria = [.. programme.Criteria.Select(c => c with { Pillars = [.. c.Pillars.Select(p => p with { Conditions = [.. p.Conditions.Select(Half)] })] })],
    };

    private static Condition Half(Condition condition) =>
        condition.Kind is ConditionKind.ClassIn or ConditionKind.MunicipalityIn ? condition with { Codes = [.. condition.Codes.Skip(condition.Codes.Count / 2)] } : condition;

    private static async Task<double> Bare(Database database, Programme programme)
    {
        var start = Stopwatch.GetTimestamp();
        await using var work = await database.Db.Begin(Actor.System("bench"), "alleen lezen");
        Web.Data.PastCases.Ask(work, programme.Code);
        await using (var reader = await work.Read())
        {
            await foreach (var _ in Web.Data.PastCases.Lots(reader, 512, CancellationToken.None))
            {
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
