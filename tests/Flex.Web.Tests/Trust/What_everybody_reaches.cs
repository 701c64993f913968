using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Data.Access;
using Flex.Web.Tests.DryRuns;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// For every role: the families whose id, number or name is on any page, list, search or answer in JSON are those that the model gives. The pages are
/// asked of the routes, and of the links on what was found: a new one is crawled by itself, and one with a hole that nobody can fill fails.
/// Of the pages about one family besides her dossier, some families are taken by the seed of the run, and all with --long.
/// </summary>
public sealed partial class What_everybody_reaches(FamiliesOfAll families) : IClassFixture<FamiliesOfAll>
{
    // A demonstration shows its invented messages to everybody (ShowMessages); elsewhere it is a page of who decides, and that holds no text (Messages/The_page_of_messages).
    private const string Post = "/beheer/post";

    private static readonly string[] Figures = ["/cijfers", "/factsheet/", "/api/v1/factsheets/"];

    // The privacy officer reads the whole log (model, "logboek"), and the log says which dossier a line is about.
    private const string Log = "/beheer/toezicht";

    private readonly HashSet<int> everywhere = [];

    public static TheoryData<string> Everybody => [.. TheModel.Roles];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Is_what_the_model_gives_and_nothing_else(string role)
    {
        var account = Roles.All.Any(r => r.Code == role);
        using var visitor = await families.App.Visit(account ? role : null);
        var organisation = account ? (string)(await families.App.Database.AsAdmin("select organisation from journal.entry where act = 'SignedIn' and role = $1 limit 1", role))! : "nergens";
        await families.Relate(role, organisation);
        var known = Those(f => Chosen.Reaches(role, Standing(f, role)));
        var listed = Those(f => known.Contains(Place(f)) && f.State != FamiliesOfAll.Restricted);
        var coming = Those(f => role == "jgz" && IsComing(f));
        var wrong = new List<string>();

        foreach (var (path, own, route) in Pages())
        {
            using var answer = await visitor.Get(path);
            var seen = Seen(await answer.Content.ReadAsStringAsync(), answer.StatusCode == HttpStatusCode.OK ? null : own);
            Judge(path, seen, Figures.Any(f => path.StartsWith(f, StringComparison.Ordinal)) ? [] : [.. known, .. coming]);
            if (route == "/dossiers/{id:guid}" && (answer.StatusCode == HttpStatusCode.OK) != known.Contains(All.FindIndex(f => f.Id == own)))
            {
                wrong.Add($"{path} of {Named(All.FindIndex(f => f.Id == own))} answers {answer.StatusCode}");
            }
        }

        var lists = await Lists(visitor);
        foreach (var (path, seen, text) in lists)
        {
            if (path.StartsWith(Log, StringComparison.Ordinal) && All.All(f => TheModel.Sees(role, Standing(f, role), "logboek") == TheModel.Answer.Yes))
            {
                wrong.AddRange(All.Where(f => text.Contains(f.Name, StringComparison.OrdinalIgnoreCase)).Select(f => $"{path} names {Named(Place(f))}"));
                continue;
            }

            Judge(path, seen, Figures.Any(f => path.StartsWith(f, StringComparison.Ordinal)) ? [] : [.. listed, .. coming]);
        }

        Same("/dossiers", Of("/dossiers"), listed);
        Same("/werk", role == "jgz" ? Of("/werk") : [], coming);
        foreach (var family in All)
        {
            foreach (var (field, path, text) in new[] { ("naam", "/zoeken", family.Name), ("nummer", "/zoeken", $"{family.Number}"), ("bsn", "/zoeken/bsn", family.Bsn) })
            {
                await visitor.Get(path);
                using var answer = await visitor.Post(path, (field, text));
                var found = answer.StatusCode == HttpStatusCode.OK ? Seen(string.Join(' ', visitor.Page.QuerySelectorAll("main tbody").Select(t => t.InnerHtml)), null) : Seen(await answer.Content.ReadAsStringAsync(), null);
                Judge($"POST {path} {field}", found, listed);
                Same($"POST {path} {field} of {Named(Place(family))}", [.. found.Where(i => i == Place(family))], listed.Contains(Place(family)) ? [Place(family)] : []);
            }
        }

        // What changed criteria would have decided names the families of whom it would have been otherwise.
        await visitor.Get(PastFamilies.Page);
        using var run = await visitor.Post(PastFamilies.Page, ("programma", "zuid-limburg-2021"), ("tekst", PastFamilies.Criteria(f => f.Codes(1, "municipality-in", "GM0928"))));
        Judge("POST " + PastFamilies.Page, Seen(await run.Content.ReadAsStringAsync(), null), listed);
        Same("everything together", everywhere, [.. known, .. coming]);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));

        void Judge(string path, HashSet<int> seen, HashSet<int> may)
        {
            everywhere.UnionWith(seen);
            wrong.AddRange(seen.Except(may).Select(i => $"{path} shows {Named(i)}"));
        }

        void Same(string what, HashSet<int> seen, HashSet<int> should)
        {
            wrong.AddRange(seen.Except(should).Select(i => $"{what}: {Named(i)} should not be there"));
            wrong.AddRange(should.Except(seen).Select(i => $"{what}: {Named(i)} is not there"));
        }

        HashSet<int> Of(string path) => [.. lists.Where(l => l.Path == path || l.Path.StartsWith(path + "?", StringComparison.Ordinal)).SelectMany(l => l.Seen)];

        string Named(int i) => $"{All[i].State}, {Standing(All[i], role)}";
    }

    private List<KnownFamily> All => families.All;

    private HashSet<int> Those(Func<KnownFamily, bool> which) => [.. All.Where(which).Select(Place)];

    private int Place(KnownFamily family) => All.IndexOf(family);

    private static string Standing(KnownFamily family, string role) => RelationRows.OfOthers.Contains(family.RelationOf(role)) ? "none" : family.RelationOf(role);

    // Who has a place and was not offered, taken over or refused yet (question 7 of the model: the JGZ of the region), or whose handover waits.
    private static bool IsComing(KnownFamily family)
    {
        var relation = Standing(family, "jgz");
        return family.State is FamiliesOfAll.Admitted && (relation.StartsWith("overdracht", StringComparison.Ordinal)
            ? relation == "overdracht-aangeboden" && TheModel.Sees("jgz", relation, "minimaal-jgz") == TheModel.Answer.Yes
            : TheModel.Sees("jgz", "none", "minimaal-jgz") == TheModel.Answer.Open);
    }

    // Every route with something in its holes.
    private IEnumerable<(string Path, Guid? Own, string Route)> Pages()
    {
        var random = new Random(Seed.OfRun);
        var some = Seed.Long ? All : [.. All.OrderBy(_ => random.Next()).Take(4), All.Single(f => f.Relation == "andere-organisatie"), All.Single(f => f.State == FamiliesOfAll.Restricted)];
        foreach (var route in families.App.Routes.Where(Who_reaches_what.IsGet).Select(r => "/" + r.RoutePattern.RawText!.TrimStart('/')).Where(p => !Asset().IsMatch(p) && p.Contains('{', StringComparison.Ordinal)).Distinct())
        {
            IEnumerable<Guid?> ids = !route.Contains("{id:guid}", StringComparison.Ordinal) ? [null]
                : route == "/dossiers/{id:guid}" ? All.Select(f => (Guid?)f.Id)
                : [.. some.Select(f => (Guid?)f.Id), .. route.StartsWith("/dossiers", StringComparison.Ordinal) ? [] : families.Things.Select(t => (Guid?)t)];
            foreach (var id in ids)
            {
                yield return (Filled(route, id), id, route);
            }
        }
    }

    private static string Filled(string route, Guid? id)
    {
        var path = route.Replace("{id:guid}", $"{id}", StringComparison.Ordinal).Replace("{pillar:int}", "1", StringComparison.Ordinal).Replace("{programme}", "zuid-limburg-2021", StringComparison.Ordinal)
            .Replace("/vragenlijst/{code}", "/vragenlijst/start", StringComparison.Ordinal).Replace("/inloggen/organisatie/{code}", "/inloggen/organisatie/geen", StringComparison.Ordinal).Replace("/gezin/inloggen/{code}", "/gezin/inloggen/geen", StringComparison.Ordinal).Replace("/afschrift/{code}", "/afschrift/moeder", StringComparison.Ordinal).Replace("{contact:guid}", "0190ffff-0000-7000-8000-000000000001", StringComparison.Ordinal).Replace("{shift:guid}", "0190ffff-0000-7000-8000-000000000001", StringComparison.Ordinal).Replace("{token}", "geen", StringComparison.Ordinal);
        return path.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"nobody knows what goes in the holes of {route}") : path;
    }

    // Every route without a hole, and every link on it that leads to no one family: the next page, another programme, another pillar.
    private async Task<List<(string Path, HashSet<int> Seen, string Text)>> Lists(Visitor visitor)
    {
        var (seen, done) = (new List<(string, HashSet<int>, string)>(), new HashSet<string>(StringComparer.Ordinal) { Post });
        var todo = new Queue<string>(families.App.Routes.Where(Who_reaches_what.IsGet).Select(r => "/" + r.RoutePattern.RawText!.TrimStart('/')).Where(p => !Asset().IsMatch(p) && !p.Contains('{', StringComparison.Ordinal)));
        while (todo.TryDequeue(out var path))
        {
            if (!done.Add(path))
            {
                continue;
            }

            using var answer = await visitor.Get(path);
            var text = await answer.Content.ReadAsStringAsync();
            seen.Add((path, Seen(text, null), text));
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (var link in visitor.Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(h => !Id().IsMatch(h.Split('?')[0]) && !h.StartsWith(Post, StringComparison.Ordinal)))
                {
                    todo.Enqueue(link);
                }
            }
        }

        return seen;
    }

    /// <summary>Which families a text names, by id, number or name; the id that was asked for is an echo and says nothing.</summary>
    private HashSet<int> Seen(string text, Guid? asked) =>
        [.. All.Where(f => (f.Id != asked && text.Contains(f.Id.ToString(), StringComparison.OrdinalIgnoreCase)) || text.Contains(f.Name, StringComparison.OrdinalIgnoreCase) || Numbers().Matches(text).Any(m => m.Value == $"{f.Number}")).Select(Place)];

    [GeneratedRegex(@"(?<![\w-])880\d{3}(?![\w-])")]
    private static partial Regex Numbers();

    [GeneratedRegex("[0-9a-f]{8}-")]
    private static partial Regex Id();

    [GeneratedRegex(@"^/[\w-]+\.(css|js|svg)$")]
    private static partial Regex Asset();
}
