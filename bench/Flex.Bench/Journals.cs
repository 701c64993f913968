using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Web.Data.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flex.Bench;

/// <summary>What sealing costs the writers, what it leaves unsealed (nothing), and how fast the journal is verified.</summary>
internal static class Journals
{
    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        await using var database = await cluster.Clone();
        await database.Sealer.OpenSegments(CancellationToken.None);
        var writers = await Writers.Prepare(database, dossiers: 1000);
        var rows = new List<Row>();
        foreach (var clients in (int[])[8, 16])
        {
            rows.AddRange(await Sealing(settings, cluster, database, writers, clients));
        }

        await writers.Fill(settings.Quick ? 20_000 : 300_000);
        while (await database.Sealer.SealOnce(CancellationToken.None) > 0)
        {
        }

        rows.AddRange(await Verifying(settings, database));
        return rows;
    }

    private static async Task<IReadOnlyList<Row>> Sealing(Settings settings, Cluster cluster, Database database, Writers writers, int clients)
    {
        var (seconds, left) = (settings.Quick ? 1.5 : 6.0, 0L);

        async Task<double> Sealed()
        {
            using var service = new SealingService(database.Sealer, TimeProvider.System, NullLogger<SealingService>.Instance);
            await Calm(cluster, database);
            await service.StartAsync(CancellationToken.None);
            var speed = await writers.Write(clients, seconds);
            await service.StopAsync(CancellationToken.None);
            left = Math.Max(left, await database.Unsealed());
            return speed;
        }

        async Task<double> Unsealed()
        {
            await Calm(cluster, database);
            return await writers.Write(clients, seconds);
        }

        var rounds = await Rounds.Run(settings.Rounds, Sealed, Unsealed);
        return
        [
            new($"journal {clients} clients", "writes/s while sealing", "writes/s without", rounds.Ratio, Bound.Least(0.8),
                $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} writes/s, rounds of {Table.Number(seconds)} s"),
            new($"journal {clients} unsealed", "committed entries in no block after stopping", "-", new(left, left, left), Bound.Most(0), "the most of all rounds"),
        ];
    }

    // What the round before left behind does not count for this one.
    private static async Task Calm(Cluster cluster, Database database)
    {
        await database.Sealer.SealOnce(CancellationToken.None);
        await cluster.Settle();
    }

    private static async Task<IReadOnlyList<Row>> Verifying(Settings settings, Database database)
    {
        var entries = 0L;
        var speed = await Rounds.Alone(settings.Rounds, async () =>
        {
            var start = Stopwatch.GetTimestamp();
            var seen = await new Verifier(database.Installation.Keys, database.Installation.Heads).Verify(database.Installation.App, CancellationToken.None);
            entries = seen.Whole && seen.Tail == 0 ? seen.Entries : throw new InvalidOperationException($"The journal is not whole: {seen.Total} findings, {seen.Tail} unsealed.");
            return entries / Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
        var (_, peak, _) = await Child.Run(database.Installation, "journal", "verify");
        return [new("journal verify", "lines/s", "-", speed, Bound.Least(100_000), $"{Table.Number(speed.Median)} lines/s over {Table.Number(entries)} lines; peak memory of the verb {Table.Number(peak)} MB")];
    }
}
