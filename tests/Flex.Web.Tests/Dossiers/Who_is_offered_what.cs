using System.Net;
using Flex.Domain.Work;
using Flex.Web.Data.Access;
using Flex.Web.Tests.PlaceKeeping;
using Flex.Web.Tests.Support;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Flex.Web.Tests.Dossiers;

/// <summary>A link to work only for who may do it; a button only for its owner.</summary>
public sealed class Who_is_offered_what(TestCluster cluster)
{
    [Fact]
    public async Task The_rights_of_the_family_have_a_heading_of_their_own()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}");

        var rights = coordinator.Page.QuerySelector("section#rechten")!;
        Assert.Equal("Rechten van het gezin", rights.QuerySelector("h2")!.TextContent);
        Assert.Equal(["verbeteren", "afschrift", "verklaring", "vernietigen", "beperken"], rights.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Single(coordinator.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/afschrift']"));
    }

    // Read in from a file, years after its day: when it was read in says nothing on the day on which the demonstration stands.
    [Fact]
    public async Task A_dossier_from_a_file_is_closed_later_and_not_from_the_day_on_which_the_file_came()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update application set channel = 'bestand' where dossier_id = $1; ".Replace("$1", $"'{id}'", StringComparison.Ordinal)
            + $"insert into work_item (id, dossier_id, kind, part, role, since, until, entry_id) select gen_random_uuid(), '{id}', 'afsluiten', 0, 'coordinator', '2026-11-22', '2026-11-29', entry_id from dossier where id = '{id}'");
        using var coordinator = await app.Visit("coordinator");

        await coordinator.Get($"/dossiers/{id}");

        Assert.Contains("Later: dossier afsluiten", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain("22-11-2026", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_role_is_offered_work_on_a_page_that_is_closed_to_it_and_its_owner_always_is()
    {
        await using var app = await App.Start(cluster, demo: false);
        var pages = app.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).ToList();

        foreach (var kind in Enum.GetValues<WorkKind>().Where(k => k is not (WorkKind.JudgeOverride or WorkKind.JudgePlan)))
        {
            var path = WorkWords.Href(kind, Guid.NewGuid(), 1);
            var policy = pages.Where(p => !p.RoutePattern.RawText!.StartsWith("{*", StringComparison.Ordinal) && new TemplateMatcher(TemplateParser.Parse(p.RoutePattern.RawText!), []).TryMatch(path, []))
                .Select(p => p.Metadata.GetMetadata<IAuthorizeData>()?.Policy).First(p => p is not null)!;
            Assert.All(Roles.All, role => Assert.True(!WorkDoor.Opens(role.Code, kind) || Policies.May(role.Code, policy), $"{role.Code}: {kind}"));
            Assert.True(WorkDoor.Opens(WorkKinds.OwnerOf(kind), kind), $"{kind}");
        }
    }

    [Theory]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    [InlineData("kraamverzorgende")]
    public async Task Every_link_to_what_is_open_leads_to_a_page_and_the_rest_says_who_is_at_it(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Keeping_a_place.Admitted(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set due_date = '2023-05-10', pillars = '{{1,2}}' where dossier_id = '{id}'; delete from work_item");
        await Data.OpenWork.SetMissing(app.Db, app.Library.Programmes.Values);
        using var visitor = await app.Visit(persona);
        await visitor.Get($"/dossiers/{id}");
        var lines = visitor.Page.QuerySelectorAll(".flex-open li").Select(l => (l.TextContent, l.QuerySelector("a")?.GetAttribute("href"))).ToList();

        Assert.True(lines.Count >= 4, $"{lines.Count}");
        Assert.Equal(persona == "kraamverzorgende" ? 1 : lines.Count, lines.Count(l => l.Item2 is not null));
        Assert.All(lines, l => Assert.Contains("Aan zet: ", l.TextContent, StringComparison.Ordinal));
        foreach (var (_, href) in lines.Where(l => l.Item2 is not null))
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get(href!)).StatusCode);
        }
    }

    [Fact]
    public async Task A_reserved_place_is_confirmed_by_a_button_of_its_owner_and_a_link_of_who_stands_in()
    {
        await using var app = await App.Start(cluster);
        var id = await Keeping_a_place.Admitted(app);

        Assert.Equal(("Plaats bevestigen", null), await Offered(app, "coordinator", id, "plaats/1"));
        Assert.Equal((null, "Plaats bevestigen of vrijgeven"), await Offered(app, "intaker", id, "plaats/1"));
        Assert.Equal((null, null), await Offered(app, "kraamverzorgende", id, "plaats/1"));
        Assert.Equal((null, null), await Offered(app, "verloskundige", id, "plaats/1"));
    }

    [Fact]
    public async Task A_decision_and_a_birth_are_a_button_of_their_owner_and_a_link_of_who_stands_in()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1).InCare().Save();

        Assert.Equal(("Besluiten over pijler 1", null), await Offered(app, "intaker", id, "besluit/1"));
        Assert.Equal((null, "Besluiten over pijler 1"), await Offered(app, "coordinator", id, "besluit/1"));
        Assert.Equal((null, null), await Offered(app, "kraamverzorgende", id, "besluit/1"));
        Assert.Equal(("Geboorte vastleggen", null), await Offered(app, "kraamverzorgende", id, "geboorte"));
        Assert.Equal((null, "Geboorte vastleggen"), await Offered(app, "intaker", id, "geboorte"));
        Assert.Equal((null, null), await Offered(app, "jgz", id, "geboorte"));
    }

    // The button and the ordinary link to a page of the dossier, beside the list of what is open.
    private static async Task<(string? Button, string? Link)> Offered(App app, string persona, Guid id, string page)
    {
        using var visitor = await app.Visit(persona);
        await visitor.Get($"/dossiers/{id}");
        var path = $"/dossiers/{id}/{page}";
        var links = visitor.Page.QuerySelectorAll($"main a[href='{path}']").Where(a => a.Closest(".flex-open") is null).ToList();
        var button = visitor.Page.QuerySelector($"main form[action='{path}'] button") ?? links.FirstOrDefault(l => l.ClassList.Contains("nl-button"));
        return (button?.TextContent.Trim(), links.FirstOrDefault(l => l.ClassList.Contains("nl-link"))?.TextContent.Trim());
    }
}
