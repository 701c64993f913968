using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Flex.Bench.Data;
using Flex.Bench.Running;

namespace Flex.Bench;

/// <summary>Work list, search and dossier page over HTTP as flex_app, eight people at once: p95 with many dossiers against few, and a page far behind against the first.</summary>
internal static partial class Lists
{
    private const int Clients = 8;
    private const int Few = 1_000;

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        var programmes = RoomyProgrammes.In(cluster.Files);
        Settings.Say($"making {Few} and {settings.Applications} dossiers");
        await using var few = await Side.Make(cluster, programmes, Few);
        await using var many = await Side.Make(cluster, programmes, settings.Applications);
        var each = settings.Quick ? 10 : 40;
        var rows = new List<Row>();
        foreach (var (name, ask) in (IEnumerable<(string, Func<Side, int, int, Task>)>)
            [("work list", (side, client, _) => side.Get(client, "/werk")), ("search", (side, client, i) => side.Search(client, i)), ("dossier page", (side, client, i) => side.Get(client, $"/dossiers/{side.Families[i % side.Families.Count].Id}"))])
        {
            Settings.Say(name);
            var rounds = await Rounds.Run(settings.Rounds, () => P95(many, each, ask), () => P95(few, each, ask));
            rows.Add(new($"{name} {settings.Applications / 1000}k", $"p95 at {settings.Applications / 1000}k dossiers, ms", $"p95 at {Few / 1000}k, ms", rounds.Ratio, Bound.Most(1.3),
                $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} ms, {Clients} clients × {each} requests a round"));
        }

        var (path, page) = await many.Walk("/dossiers", 1_000);
        var far = await Rounds.Run(settings.Rounds, () => P95(many, each, (side, client, _) => side.Get(client, path)), () => P95(many, each, (side, client, _) => side.Get(client, "/dossiers")));
        rows.Add(new($"page {page} of dossiers", "p95, ms", "p95 of page 1, ms", far.Ratio, Bound.Most(1.2), $"{Table.Number(far.MedianA)} against {Table.Number(far.MedianB)} ms; reached through “Volgende”"));
        return rows;
    }

    private static async Task<double> P95(Side side, int each, Func<Side, int, int, Task> ask)
    {
        var took = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var times = new List<double>();
            for (var i = 0; i < each; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await ask(side, client, (i * Clients) + client);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times;
        }));
        double[] sorted = [.. took.SelectMany(t => t).Order()];
        return sorted[(int)(0.95 * (sorted.Length - 1))];
    }

    /// <summary>One size: its database, its site, eight people signed in, and families to look for.</summary>
    private sealed class Side(Database database, RunningSite site, HttpClient[] clients, string[] tokens, IReadOnlyList<(string Id, string Name, string Born, string Number)> families) : IAsyncDisposable
    {
        public IReadOnlyList<(string Id, string Name, string Born, string Number)> Families => families;

        public static async Task<Side> Make(Cluster cluster, RoomyProgrammes programmes, int count)
        {
            var database = await ManyDossiers.Make(cluster, programmes, count);
            var found = (string)(await database.AsAdmin("""
                select string_agg(concat_ws('|', d.id, m.name, to_char(m.birth_date, 'DD-MM-YYYY'), d.number), E'\n') from (
                    select dossier_id, name, birth_date from mother order by md5(dossier_id::text) limit 400) m join dossier d on d.id = m.dossier_id
                """))!;
            var site = await RunningSite.Start(database, programmes.Library);
            var clients = await site.SignIn("intaker", Clients);
            var tokens = await Task.WhenAll(clients.Select(c => RunningSite.Token(c, "/zoeken")));
            return new(database, site, clients, tokens, [.. found.Split('\n').Select(l => l.Split('|')).Select(p => (p[0], p[1], p[2], p[3]))]);
        }

        public async Task Get(int client, string path)
        {
            using var answer = await clients[client].GetAsync(path);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }

        /// <summary>A name in full, a day of birth with the beginning of the name, or a number, in turn.</summary>
        public async Task Search(int client, int i)
        {
            var family = families[i % families.Count];
            var (name, born, number) = (i / Clients % 3) switch { 0 => (family.Name, "", ""), 1 => (family.Name[..2], family.Born, ""), _ => ("", "", family.Number) };
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["naam"] = name, ["geboortedatum"] = born, ["nummer"] = number, ["__RequestVerificationToken"] = tokens[client] });
            using var answer = await clients[client].PostAsync("/zoeken", form);
            var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            _ = page.Contains(family.Id, StringComparison.Ordinal) || page.Contains("verfijn", StringComparison.Ordinal) ? 0 : throw new InvalidOperationException($"A search did not find {family.Id}.");
        }

        /// <summary>Goes on with "Volgende" as far as asked, or to the end; answers the address and the number of the page.</summary>
        public async Task<(string Path, int Page)> Walk(string path, int pages)
        {
            var page = 1;
            while (page < pages && Next().Match(await clients[0].GetStringAsync(path)) is { Success: true } next)
            {
                (path, page) = (WebUtility.HtmlDecode(next.Groups[1].Value), page + 1);
            }

            return (path, page);
        }

        public async ValueTask DisposeAsync()
        {
            Array.ForEach(clients, c => c.Dispose());
            await site.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    [GeneratedRegex("href=\"([^\"]+)\"[^>]*rel=\"next\"")]
    private static partial Regex Next();
}
