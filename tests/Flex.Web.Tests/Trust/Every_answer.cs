using System.Net;
using System.Text;
using Flex.Web.Guard;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>The headers of standards.md §6 on everything the site answers, asked of the routes themselves, so that a new one is tried too.</summary>
public sealed class Every_answer(TestCluster cluster)
{
    private const string Page = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    private static readonly string[] Kept = ["/site.css", "/site.js", "/icon.svg"];

    private readonly HashSet<int> seen = [];
    private readonly List<string> wrong = [];

    [Fact]
    public async Task Carries_every_header_whoever_asks_and_whatever_goes_wrong()
    {
        await using var app = await App.Start(cluster);
        var dossier = await new Builder(app).Dossier().Save();
        var paths = app.Routes.Select(r => (Method: Who_reaches_what.IsGet(r) ? HttpMethod.Get : HttpMethod.Post, Path: Who_reaches_what.Path(r, dossier).Replace("{code:int?}", "404", StringComparison.Ordinal).Replace("{*path:nonfile}", "nergens/iets", StringComparison.Ordinal).Replace("{token}", "onbekend", StringComparison.Ordinal))).Distinct().ToList();
        Assert.True(paths.Count > 60);
        Assert.All(paths, p => Assert.DoesNotContain("{", p.Path, StringComparison.Ordinal));
        foreach (var persona in (string?[])[null, "coordinator", "kraamverzorgende"])
        {
            using var visitor = await app.Visit(persona);
            foreach (var (method, path) in paths)
            {
                await Look(visitor, method, path);
            }
        }

        using var person = await app.Visit("coordinator");
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        foreach (var (method, path) in new[] { ("DELETE", "/werk"), ("OPTIONS", "/werk"), ("HEAD", "/werk"), ("GET", "/werk/"), ("GET", "/bestaat.niet"), ("GET", "/api/v1/nergens"), ("GET", "/api/v1/session/"), ("PUT", "/api/v1/applications"), ("GET", "/api/v1/factsheets/nergens") })
        {
            await Look(person, new(method), path);
        }

        await Look(person, HttpMethod.Post, "/api/v1/applications", json);
        await Look(person, HttpMethod.Post, "/aanmelden", new ByteArrayContent(new byte[BodyLimit.Most + 1]));
        await Look(person, HttpMethod.Post, "/api/v1/applications", new ByteArrayContent(new byte[BodyLimit.Most + 1]));
        await WhileBroken(app, person, paths);

        Assert.Empty(wrong);
        Assert.Equal([200, 204, 302, 303, 400, 401, 403, 404, 413, 500, 503], seen.Order());
    }

    [Fact]
    public async Task Has_a_kind_and_a_character_set_when_it_has_a_body()
    {
        await using var app = await App.Start(cluster);
        var dossier = await new Builder(app).Dossier().Save();
        using var visitor = await app.Visit("coordinator");
        var bare = new List<string>();
        foreach (var route in app.Routes.Where(Who_reaches_what.IsGet))
        {
            var answer = await visitor.Ask(HttpMethod.Get, Who_reaches_what.Path(route, dossier));
            var kind = answer.Content.Headers.ContentType;
            if ((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 0 && (kind is null || (kind.MediaType!.StartsWith("text/", StringComparison.Ordinal) && kind.CharSet is null)))
            {
                bare.Add($"{Who_reaches_what.Name(route)}: {kind}");
            }
        }

        Assert.Empty(bare);
    }

    [Fact]
    public async Task To_a_trace_repeats_nothing_of_what_was_sent()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("coordinator");
        foreach (var path in (string[])["/", "/inloggen", "/werk", "/zoeken", "/bestaat-niet", "/site.css", "/api/v1/session"])
        {
            using var answer = await visitor.Ask(HttpMethod.Trace, path);

            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.NotEqual("message/http", answer.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain(visitor.Cookie("flex-sessie")!, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private async Task WhileBroken(App app, Visitor person, IReadOnlyList<(HttpMethod Method, string Path)> paths)
    {
        await using (await Outage.Of(cluster, app.Database))
        {
            foreach (var (method, path) in paths)
            {
                await Look(person, method, path);
            }
        }

        await app.Database.AsAdmin("alter table mother rename to mother_away");
        foreach (var (method, path) in paths.Where(p => p.Method == HttpMethod.Get))
        {
            await Look(person, method, path);
        }
    }

    private async Task Look(Visitor visitor, HttpMethod method, string path, HttpContent? body = null)
    {
        using var answer = await visitor.Ask(method, path, body);
        seen.Add((int)answer.StatusCode);
        var html = answer.Content.Headers.ContentType?.MediaType == "text/html";
        var expected = Always.Append(("Content-Security-Policy", html ? Page : "default-src 'none'; frame-ancestors 'none'"))
            .Append(("Cache-Control", Kept.Contains(path) && answer.StatusCode == HttpStatusCode.OK ? "public, max-age=31536000, immutable" : "no-store"));
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            expected = [.. expected, ("API-Version", "1.0.0"), ("Strict-Transport-Security", "max-age=31536000; includeSubDomains")];
        }

        wrong.AddRange(expected.Where(e => Header(answer, e.Item1) != e.Item2).Select(e => $"{method} {path} ({(int)answer.StatusCode}): {e.Item1} = {Header(answer, e.Item1)}"));
        wrong.AddRange(((string[])["Server", "X-Powered-By", "X-AspNet-Version"]).Where(h => Header(answer, h) is not null).Select(h => $"{method} {path}: {h}"));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", name == "Cache-Control" ? [Order(answer)] : values) : null;

    // The client writes the parts in an order of its own.
    private static string Order(HttpResponseMessage answer) => answer.Headers.CacheControl switch
    {
        { NoStore: true, NoCache: false } => "no-store",
        { Public: true, MaxAge: { TotalDays: 365 } } kept when kept.Extensions.Any(e => e.Name == "immutable") => "public, max-age=31536000, immutable",
        var other => other?.ToString() ?? "",
    };
}
