using System.Diagnostics;
using Flex.Bench.Data;
using Flex.Bench.Running;

namespace Flex.Bench;

/// <summary>What the policy, row security and the log of looks cost together: the page of a dossier with all three, against the same page with none of them.</summary>
internal static class Guards
{
    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        var programmes = RoomyProgrammes.In(cluster.Files);
        await using var database = await ManyDossiers.Make(cluster, programmes, settings.Quick ? 200 : 2_000);
        var families = ((string)(await database.AsAdmin("select string_agg(dossier_id::text, ',') from (select dossier_id from mother order by md5(dossier_id::text) limit 400) m"))!).Split(',');
        await using var plain = PlainDossier.On(database, programmes.Library);
        await using var site = await RunningSite.Start(database, programmes.Library, plain.Map);
        var people = await site.SignIn("intaker", 8);
        await AreTheSame(people[0], families[0]);
        await cluster.Settle();
        var rows = new List<Row>();
        foreach (var clients in (int[])[1, 8])
        {
            var seconds = settings.Quick ? 1.5 : 4.0;
            var rounds = await Rounds.Run(settings.Rounds, () => Rate(people[..clients], "/dossiers/", families, seconds), () => Rate(people[..clients], PlainDossier.Path, families, seconds));
            rows.Add(new($"guards of a dossier, {clients} clients", "pages/s with policy, row security and log", "pages/s without", rounds.Ratio, Bound.Least(0.65),
                $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} pages/s, {families.Length} families, rounds of {Table.Number(seconds)} s"));
        }

        Array.ForEach(people, p => p.Dispose());
        return rows;
    }

    // A page that shows less would be the faster one.
    private static async Task AreTheSame(HttpClient person, string family)
    {
        var (guarded, plain) = (await person.GetStringAsync("/dossiers/" + family), await person.GetStringAsync(PlainDossier.Path + family));
        _ = Math.Abs(guarded.Length - plain.Length) < guarded.Length / 10 ? 0 : throw new InvalidOperationException($"The page is {guarded.Length} characters and without its guards {plain.Length}: not the same page.");
    }

    private static async Task<double> Rate(HttpClient[] people, string path, string[] families, double seconds)
    {
        var (start, end) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(seconds));
        var done = await Task.WhenAll(people.Select(async (person, n) =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < end; count++)
            {
                using var answer = await person.GetAsync(path + families[((n * 50) + count) % families.Length]);
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            }

            return count;
        }));
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
