using System.Text.RegularExpressions;
using Flex.Web.Data.Figures;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using static Flex.Web.Tests.Consents.What_a_family_agrees_to;

namespace Flex.Web.Tests.Consents;

/// <summary>Every page, list, search, export and figure before and after: asked of the routes and the factsheet themselves, so that a new one is tried too.</summary>
public sealed partial class After_a_withdrawal(TestCluster cluster)
{
    private const string Family = "Xantippe de Proef";

    [Fact]
    public async Task Of_sharing_no_page_shows_the_family_to_whom_it_was_shared_with()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of(Family).Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/toestemming");
        var share = With(("waarvoor", "delen"), ("partij", "jgz-zuid-limburg"));

        // Without the consent nobody is let in by it.
        await coordinator.Get($"/dossiers/{id}/betrokken");
        await Invite(coordinator, id);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from relation where kind = 'uitgenodigd'"));
        await coordinator.Get($"/dossiers/{id}/toestemming");
        await Say(coordinator, id, share);
        await coordinator.Get($"/dossiers/{id}/betrokken");
        await Invite(coordinator, id);
        Assert.Equal("toestemming", await app.Database.AsAdmin("select basis from relation where kind = 'uitgenodigd'"));
        var before = await Showing(app, id);
        Assert.Contains("GET /dossiers/{id:guid}", before);
        Assert.Contains("GET /dossiers", before);
        Assert.Contains("POST /zoeken", before);

        await coordinator.Get($"/dossiers/{id}/toestemming");
        await Say(coordinator, id, With(("waarvoor", "delen"), ("partij", "jgz-zuid-limburg"), ("antwoord", "ingetrokken")));

        Assert.Empty(await Showing(app, id));
        Assert.Equal("toestemming om te delen ingetrokken", await app.Database.AsAdmin("select ended_because from relation where kind = 'uitgenodigd'"));
    }

    [Fact]
    public async Task Of_the_evaluation_no_figure_counts_the_family_and_its_care_goes_on()
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().Of("Berta de Blijver").InCare().Save();
        var without = await Figures(app);
        var id = await new Builder(app).Dossier().Of(Family).InCare().Save();
        var with = await Figures(app);
        Assert.NotEqual(without, with);
        using var carer = await app.Visit("kraamverzorgende");
        var care = await Care(carer, id);

        await carer.Get($"/dossiers/{id}/toestemming");
        await Say(carer, id, Evaluation);
        Assert.Equal(with, await Figures(app));
        await carer.Get($"/dossiers/{id}/toestemming");
        await Say(carer, id, With(("antwoord", "ingetrokken")));

        Assert.Equal(without, await Figures(app));
        Assert.Equal(care, await Care(carer, id));
        Assert.Equal("0 0 0 0 0", await app.Database.AsAdmin("""
            select concat_ws(' ', (select count(*) from stats.dossier where dossier_id = $1), (select count(*) from stats.decision where dossier_id = $1), (select count(*) from stats.factor where dossier_id = $1),
                (select count(*) from stats.care where dossier_id = $1), (select count(*) from stats.response where dossier_id = $1))
            """, id));
    }

    [Fact]
    public async Task Every_view_for_figures_rests_on_who_is_in_the_evaluation()
    {
        await using var app = await App.Start(cluster);

        Assert.Equal("", await app.Database.AsAdmin("""
            select coalesce(string_agg(viewname, ',' order by viewname), '') from pg_views where schemaname = 'stats' and viewname <> 'evaluated' and definition not like '%stats.evaluated%'
            """));
    }

    [Theory]
    [InlineData("ja", "", null, false)]
    [InlineData("ja", "ja", null, true)]
    [InlineData("ja", "", "ja", true)]
    [InlineData("ja", "", "nee", false)]
    [InlineData("nee", "", "ja", false)]
    public async Task Of_a_child_everybody_with_authority_says_yes(string mother, string onlyMother, string? other, bool counts)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/toestemming");
        await Say(carer, id, With(("over_wie", "kind"), ("antwoord", mother), ("alleen_gezag", onlyMother)));
        if (other is not null)
        {
            await carer.Get($"/dossiers/{id}/toestemming");
            await Say(carer, id, With(("over_wie", "kind"), ("antwoord", other), ("gegeven_door", "andere-ouder"), ("gegever_naam", "Bas de Vader")));
        }

        Assert.Equal(counts, await app.Database.AsAdmin("select takes_part from evaluation_choice where dossier_id = $1 and whose = 'kind'", id));
    }

    private static Task<HttpResponseMessage> Invite(Visitor coordinator, Guid id) => coordinator.Post(
        $"/dossiers/{id}/betrokken", ("stap", "uitnodigen"), ("organisatie", "jgz-zuid-limburg"), ("grond", "toestemming"), ("reden", "Samen verder"), ("act", Guid.NewGuid().ToString()));

    // As the people of that organisation: every address that can be read, and a search.
    private static async Task<List<string>> Showing(App app, Guid id)
    {
        using var nurse = await app.Visit("jgz");
        var showing = new List<string>();
        foreach (var route in app.Routes.Where(r => Methods(r).Contains("GET")))
        {
            var path = Hole().Replace(route.RoutePattern.RawText!, m => m.Groups[1].Value switch { "id" => id.ToString(), "pillar" => "1", "code" => "start", _ => "1" });
            var answer = await nurse.Get("/" + path.TrimStart('/'));
            if (answer.StatusCode != System.Net.HttpStatusCode.SeeOther && answer.StatusCode != System.Net.HttpStatusCode.Redirect && Shows(nurse))
            {
                showing.Add("GET /" + route.RoutePattern.RawText!.TrimStart('/'));
            }
        }

        await nurse.Get("/zoeken");
        await nurse.Post("/zoeken", ("naam", "Xantippe"));
        showing.AddRange(Shows(nurse) ? ["POST /zoeken"] : []);
        return showing;
    }

    private static bool Shows(Visitor nurse) => nurse.Page.QuerySelector("main")?.TextContent.Contains("Xantippe", StringComparison.Ordinal) == true;

    private static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static async Task<string> Figures(App app)
    {
        var factsheet = await new FigureReader(app.Database.Installation, app.Library, app.Db).Read("zuid-limburg-2021", new DateOnly(2023, 5, 31), CancellationToken.None);
        return string.Join('\n', factsheet!.Figures.Select(f => $"{f.Code} {f.N} {f.Missing} {string.Join(' ', f.Categories.Select(c => $"{c.Code}={c.Count}"))}"));
    }

    private static async Task<string> Care(Visitor carer, Guid id)
    {
        await carer.Get($"/dossiers/{id}/uren");
        await carer.Get($"/dossiers/{id}/uren");
        return carer.Page.QuerySelector("main")!.TextContent;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Hole();
}
