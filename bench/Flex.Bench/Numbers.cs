using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Journal;

namespace Flex.Bench;

/// <summary>A BSN among 1.6 million keyed hashes, as the search does it, against the bare look in the index by the hash.</summary>
internal static class Numbers
{
    private const int Searches = 50;

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        await using var database = await ManyDossiers.Make(cluster, RoomyProgrammes.In(cluster.Files), 200);
        var hashes = settings.Rows ?? (settings.Quick ? 20_000 : 1_600_000);
        Settings.Say($"making {hashes} hashes");
        // As the superuser and past the triggers: how they came in is not what is measured here.
        await database.AsAdmin($"set session_replication_role = replica; insert into vault.bsn (dossier_id, person, sealed, lookup) select gen_random_uuid(), 'mother', decode(repeat('00', 40), 'hex'), sha256(n::text::bytea) from generate_series(1, {hashes}) n");
        var known = await Known(database);
        await database.AsAdmin("vacuum (analyze) vault.bsn");
        await cluster.Settle();
        await using var bare = await BareSearch.Record(database, known.Intaker, db => Product(db, known, 0));
        var with = await Rounds.Run(settings.Rounds, () => Median(known, k => Product(database.Db, known, k)), () => Median(known, k => bare.Find(known.Hashes[k], logged: true)));
        var alone = await Rounds.Run(settings.Rounds, () => Median(known, k => Product(database.Db, known, k)), () => Median(known, k => bare.Find(known.Hashes[k], logged: false)));
        var what = $"among {Table.Number(hashes)}; median of {Searches} a round";
        return
        [
            new($"BSN among {hashes / 1000}k hashes", "ms", "the bare query and its own line, ms", with.Ratio, Bound.Most(2), $"{Table.Number(with.MedianA)} against {Table.Number(with.MedianB)} ms; {what}"),
            new("the same ÷ the query alone", "ms", "bare query, ms", alone.Ratio, null, $"{Table.Number(alone.MedianA)} against {Table.Number(alone.MedianB)} ms; the line of the search is committed by the product only"),
        ];
    }

    private static async Task<Found> Known(Database database)
    {
        var said = ((string)(await database.AsAdmin("select r.organisation || '|' || string_agg(d.id::text, ',') from dossier d join relation r on r.dossier_id = d.id and r.kind = 'intake' group by r.organisation limit 1"))!).Split('|');
        var (organisation, dossiers) = (said[0], said[1].Split(',').Take(Searches).Select(Guid.Parse).ToArray());
        var numbers = Enumerable.Range(0, 9_999).Select(n => $"99990{n:0000}").Where(t => Bsn.TryParse(t) is not null).Take(Searches).ToArray();
        var made = numbers.Select(n => database.Installation.Keys.Bsn(n)).ToArray();
        for (var i = 0; i < Searches; i++)
        {
            await database.AsAdmin($"set session_replication_role = replica; insert into vault.bsn (dossier_id, person, sealed, lookup) values ('{dossiers[i]}', 'mother', decode(repeat('00', 40), 'hex'), decode('{Convert.ToHexString(made[i])}', 'hex')) on conflict (dossier_id, person) do update set lookup = excluded.lookup");
        }

        return new(new("bench:0", "Verzonnen", Web.Data.Access.Roles.Intaker, organisation), dossiers, numbers, made);
    }

    private static async Task Product(FlexDb db, Found known, int i)
    {
        var list = await DossierList.For(db, known.Intaker, "zoeken op BSN", CancellationToken.None);
        var found = DossierLines.WithNumber(list, db.Keys.BsnHashes(known.Numbers[i]));
        await list.Read(CancellationToken.None, Act.BsnSearched);
        _ = found.Lines is [{ } line] && line.Id == known.Dossiers[i] ? 0 : throw new InvalidOperationException($"Found {found.Lines.Count} families.");
    }

    private static async Task<double> Median(Found known, Func<int, Task> find)
    {
        var took = new List<double>();
        for (var i = 0; i < known.Numbers.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await find(i);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Spread.Of(took).Median;
    }

    private sealed record Found(Actor Intaker, Guid[] Dossiers, string[] Numbers, byte[][] Hashes);
}
