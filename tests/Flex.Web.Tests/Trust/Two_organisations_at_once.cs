using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>Who acts is told to a connection for one transaction; the next who gets that connection is somebody else. People of two organisations ask at once, through each other.</summary>
public sealed class Two_organisations_at_once(TestCluster cluster)
{
    private const int Browsers = 8;

    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task See_their_own_families_only_over_the_same_connections()
    {
        var total = Seed.Long ? 100_000 : 1_600;
        await using var app = await App.Start(cluster, demo: false, time: time);
        Side[] sides = [await Side.Of(app, time, "noord", "Noorderlicht"), await Side.Of(app, time, "zuid", "Zuiderzon")];

        var crossings = await Task.WhenAll(Enumerable.Range(0, Browsers).Select(n => Ask(app, sides[n % 2], sides[1 - (n % 2)], new Random(Seed.OfRun + n), total / Browsers)));

        Assert.True(crossings.All(c => c.Count == 0), $"seed {Seed.OfRun}: {string.Join("; ", crossings.SelectMany(c => c).Take(10))}");
        var connections = (long)(await app.Database.AsAdmin("select count(*) from pg_stat_activity where datname = current_database() and usename = 'flex_app'"))!;
        Assert.InRange(connections, 1, 4 * Browsers);
    }

    private static async Task<List<string>> Ask(App app, Side own, Side other, Random chance, int times)
    {
        using var visitor = await own.Visit(app);
        var wrong = new List<string>();
        for (var n = 0; n < times; n++)
        {
            var (path, there) = chance.Next(6) switch
            {
                0 => ("/dossiers", true),
                1 => ("/werk", true),
                2 => ($"/dossiers/{own.Any(chance)}/historie", true),
                3 => ($"/dossiers/{other.Any(chance)}", false),
                _ => ($"/dossiers/{own.Any(chance)}", true),
            };
            using var answer = await visitor.Ask(HttpMethod.Get, path);
            var text = await answer.Content.ReadAsStringAsync();
            wrong.AddRange(answer.StatusCode == (there ? HttpStatusCode.OK : HttpStatusCode.NotFound) ? [] : [$"{own.Name} {path} {answer.StatusCode}"]);
            wrong.AddRange(text.Contains(other.Name, StringComparison.Ordinal) ? [$"{own.Name} read {other.Name} on {path}"] : []);
            wrong.AddRange(there && !path.EndsWith("/werk", StringComparison.Ordinal) && !text.Contains(own.Name, StringComparison.Ordinal) && !path.EndsWith("historie", StringComparison.Ordinal) ? [$"{own.Name} misses the own on {path}"] : []);
        }

        return wrong;
    }

    /// <summary>One organisation: a midwife with an account, and the families she applied for.</summary>
    private sealed record Side(Person Midwife, string Name, IReadOnlyList<Guid> Families)
    {
        private readonly SemaphoreSlim door = new(1);

        public static async Task<Side> Of(App app, SetTime time, string where, string name)
        {
            var families = new List<Guid>();
            for (var n = 0; n < 5; n++)
            {
                families.Add(await Resembling.Stored(app, "verloskunde-" + where, bsn: null, mother: $"Anna {name}"));
            }

            return new(await Person.Join(app, time, $"{where}@flex.example", "verloskundige", "verloskunde-" + where), name, families);
        }

        public Guid Any(Random chance) => Families[chance.Next(Families.Count)];

        // A code counts once: one browser after another.
        public async Task<Visitor> Visit(App app)
        {
            await door.WaitAsync();
            try
            {
                return await Midwife.Visit(app);
            }
            finally
            {
                door.Release();
            }
        }
    }
}
