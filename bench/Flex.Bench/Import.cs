using Flex.Bench.Data;
using Flex.Bench.Running;

namespace Flex.Bench;

/// <summary>
/// The file door with everything it does (checks, duplicates, class, decisions, journal, seals; start of the process included)
/// against plain COPY of the rows it wrote, each into a fresh database of the same server. Sealing is done at the end and counts.
/// </summary>
internal static class Import
{
    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        var programmes = RoomyProgrammes.In(cluster.Files);
        var door = new Door(cluster, programmes);
        var file = new ApplicationsFile(programmes.Programme, programmes.Library.National).Write(cluster.Files, settings.Applications);
        var plain = new PlainCopy(cluster.Files);
        // This first import also fills the caches; it does not count.
        var bytes = await door.Keep(file, settings.Applications, plain);
        var rounds = await Rounds.Run(settings.Rounds, () => door.Import(file, settings.Applications), () => door.Copy(plain, settings.Applications), warmUp: false);
        var name = $"import {settings.Applications / 1000}k";
        return
        [
            new(name, "flex import, rows/s", "plain COPY, rows/s", rounds.Ratio, Bound.Least(0.35),
                $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} rows/s; {bytes / 1_000_000} MB in {settings.Applications / 1000}k families"),
            new(name + " memory", "peak memory of the importer, MB", "-", Spread.Of(door.Peaks), Bound.Most(200), $"{Table.Number(door.Peaks.Max())} MB at most"),
        ];
    }

    /// <summary>A larger file against a smaller one: no slower per row, no more memory.</summary>
    public static async Task<IReadOnlyList<Row>> RunLarge(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        var programmes = RoomyProgrammes.In(cluster.Files);
        var door = new Door(cluster, programmes);
        var small = new ApplicationsFile(programmes.Programme, programmes.Library.National).Write(cluster.Files, settings.Applications);
        var large = new ApplicationsFile(programmes.Programme, programmes.Library.National).Write(cluster.Files, settings.ManyApplications);
        var rounds = await Rounds.Run(settings.LongRounds, () => door.Import(large, settings.ManyApplications), () => door.Import(small, settings.Applications), warmUp: false);
        return
        [
            new($"import {settings.ManyApplications / 1000}k", $"flex import of {settings.ManyApplications / 1000}k, rows/s", $"of {settings.Applications / 1000}k, rows/s", rounds.Ratio, Bound.Least(1),
                $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} rows/s, {Table.Number(door.Peaks.Max())} MB at most; {settings.LongRounds} rounds"),
        ];
    }

    private sealed class Door(Cluster cluster, RoomyProgrammes programmes)
    {
        public List<double> Peaks { get; } = [];

        public async Task<double> Import(string file, int rows)
        {
            await using var database = await cluster.Clone();
            await cluster.Settle();
            return rows / await Import(database, file, rows);
        }

        public async Task<double> Copy(PlainCopy plain, int rows)
        {
            await using var database = await cluster.Clone();
            await cluster.Settle();
            var took = await plain.Write(database);
            await MustHold(database, rows);
            return rows / took;
        }

        public async Task<long> Keep(string file, int rows, PlainCopy plain)
        {
            await using var database = await cluster.Clone();
            await Import(database, file, rows);
            return await plain.Keep(database);
        }

        private async Task<double> Import(Database database, string file, int rows)
        {
            var (took, peak, _) = await Child.Run(database.Installation, "import", "applications", file, "--programmes", programmes.Folder, "--programme", programmes.Programme.Code);
            Peaks.Add(peak);
            await MustHold(database, rows);
            return await database.Unsealed() == 0 ? took : throw new InvalidOperationException("The import left entries unsealed.");
        }

        // A row that was rejected or waits would make the import look faster than it is.
        private static async Task MustHold(Database database, int rows)
        {
            if (await database.AsAdmin("select count(*) from dossier") is not long found || found != rows)
            {
                throw new InvalidOperationException($"Not every one of {rows} rows was stored.");
            }
        }
    }
}
