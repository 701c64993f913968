using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Log;

namespace Flex.Bench;

/// <summary>"Wie keek er in mijn gegevens": a family's own 300 lines among a million, against the bare query on one connection.</summary>
internal static class Logs
{
    private const int Pages = 20;

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        await using var database = await ManyDossiers.Make(cluster, RoomyProgrammes.In(cluster.Files), 200);
        var lines = settings.Rows ?? (settings.Quick ? 20_000 : 1_000_000);
        Settings.Say($"making {lines} lines of the log");
        await using var log = await LargeLog.Make(database, lines);
        await cluster.Settle();
        var with = await Rounds.Run(settings.Rounds, () => Median(log, () => Product(database, log)), () => Median(log, () => log.Bare(lookLogged: true)));
        var without = await Rounds.Run(settings.Rounds, () => Median(log, () => Product(database, log)), () => Median(log, () => log.Bare(lookLogged: false)));
        var what = $"{LargeLog.Lines} lines of the family in {LargeLog.Groups} shown, among {Table.Number(lines)}; median of {Pages} a round";
        return
        [
            new($"log of a family, {lines / 1000}k lines", "ms", "bare query and its own line, ms", with.Ratio, Bound.Most(2), $"{Table.Number(with.MedianA)} against {Table.Number(with.MedianB)} ms; {what}"),
            new("the same ÷ the query alone", "ms", "bare query, ms", without.Ratio, null, $"{Table.Number(without.MedianA)} against {Table.Number(without.MedianB)} ms; the line of the look is committed by the product only"),
        ];
    }

    private static async Task Product(Database database, LargeLog log)
    {
        var page = await FamilyLog.Read(database.Db, log.Coordinator, log.Family, LargeLog.Period, Web.Data.HistoryKey.Oldest, CancellationToken.None);
        _ = page is { Lines.Count: >= LargeLog.Groups } && page.Lines[0].Relations is ["intake"] ? 0 : throw new InvalidOperationException($"The page shows {page?.Lines.Count} lines.");
    }

    private static async Task<double> Median(LargeLog log, Func<Task> read)
    {
        await log.Forget();
        var took = new List<double>();
        for (var i = 0; i < Pages; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await read();
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Spread.Of(took).Median;
    }
}
