using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Plans;

public sealed class Approving_a_plan(TestCluster cluster)
{
    private const string Why = "De partner werkt in de nacht";

    [Fact]
    public async Task Is_asked_above_the_bound_on_a_summary_without_name_and_then_counts()
    {
        using var copy = Bounded();
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var (id, request) = await Asked(app);
        using var judge = await app.Visit("programmabureau");
        Assert.Equal(0, await PlannedNow(app, id));
        await judge.Get("/werk");
        Assert.NotNull(judge.Page.QuerySelector($"main a[href='/werk/plan/{request}']"));

        await judge.Get($"/werk/plan/{request}");
        var page = judge.Page.DocumentElement.OuterHtml;
        Assert.Equal(["12 uur", "10 uur"], judge.Page.QuerySelectorAll("dt").Where(d => d.TextContent is "Gevraagd" or "Boven").Select(d => d.NextElementSibling!.TextContent.Trim()));
        Assert.Contains(Why, page, StringComparison.Ordinal);
        Assert.All((string[])["Proef", id.ToString(), "10-05-2023", "20-05-2023", "nachten zelf", "6411"], secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
        Assert.NotEqual(HttpStatusCode.OK, (await judge.Get($"/dossiers/{request}/plan")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await judge.Get($"/dossiers/{id}/plan")).StatusCode);
        await judge.Get($"/werk/plan/{request}");
        var act = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Judge(judge, request, "goedkeuren", "Goed onderbouwd", act)));

        Assert.All(answers, a => Assert.Equal("/werk", a.Headers.Location?.OriginalString));
        Assert.Equal(48, await PlannedNow(app, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PlanJudged' and dossier_id = $1 and body is not null", id));
        Assert.Equal("goedgekeurd programmabureau", await app.Database.AsAdmin("select state || ' ' || (select role from journal.entry where act = 'PlanJudged') from plan_request where id = $1", request));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'plan-beoordelen' and done_on is null"));
        Assert.Equal(HttpStatusCode.Conflict, (await Judge(judge, request, "afkeuren", "Toch niet", Guid.CreateVersion7())).StatusCode);
    }

    [Fact]
    public async Task Refused_leaves_the_plan_before_and_tells_why()
    {
        using var copy = Bounded();
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var (id, request) = await Asked(app);
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/plan/{request}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Judge(judge, request, "afkeuren", "", Guid.CreateVersion7())).StatusCode);
        Assert.Contains("waarom u dit afkeurt", judge.Page.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/werk", (await Judge(judge, request, "afkeuren", "Te veel ineens", Guid.CreateVersion7())).Headers.Location?.OriginalString);

        Assert.Equal(0, await PlannedNow(app, id));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan");
        Assert.Contains("afgekeurd door Demo programmabureau: “Te veel ineens”", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Vul in waarom het zoveel is")]
    [InlineData("Anna kan niet slapen", "de naam van de moeder")]
    [InlineData("Bel 045 123 45 67", "telefoonnummer")]
    public async Task Asks_a_reason_that_names_nobody(string reason, string message)
    {
        using var copy = Bounded();
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var id = await Planned.Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/uren");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Planned.Send(coordinator, id, "uren", Planned.Weekly, ("waarom_uren", reason))).StatusCode);

        Assert.Contains(message, coordinator.Page.QuerySelector("#waarom_uren-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("uren_1", "3"), A_database_that_goes_away.Typed(coordinator));
    }

    [Fact]
    public async Task Is_asked_of_nobody_below_the_bound_or_without_one_and_a_newer_plan_withdraws_what_waits()
    {
        using var copy = Bounded();
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var (id, request) = await Asked(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/uren");

        await Planned.Send(coordinator, id, "uren", Planned.Weekly, ("uren_1", "2,5"));

        Assert.Equal(40, await PlannedNow(app, id));
        Assert.Equal("ingetrokken", await app.Database.AsAdmin("select state from plan_request where id = $1", request));
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/plan/{request}");
        Assert.Equal(HttpStatusCode.Conflict, (await Judge(judge, request, "goedkeuren", "", Guid.CreateVersion7())).StatusCode);
        Assert.Equal(40, await PlannedNow(app, id));
    }

    [Theory]
    [InlineData("judge = requester, judged_organisation = 'ggd'", "plan_judged_by_another")]
    [InlineData("judge = 'x', judged_organisation = asked_organisation", "plan_judged_elsewhere")]
    [InlineData("judge = 'x', judged_organisation = paid_organisation", "plan_judged_elsewhere")]
    public async Task Is_held_by_the_database_to_be_of_another_organisation(string by, string constraint)
    {
        await using var app = await App.Start(cluster);
        await Planned.Waiting(app);

        var error = await Assert.ThrowsAsync<PostgresException>(() => app.Database.AsAdmin($"set session_replication_role = replica; update plan_request set state = 'goedgekeurd', judged_on = '2023-05-15', judged_by = 'x', {by}"));
        Assert.Equal(constraint, error.ConstraintName);
    }

    private static Programmes.ProgrammeCopy Bounded()
    {
        var copy = new Programmes.ProgrammeCopy();
        copy.Edit("zuid-limburg-2021/programme.json", "\"averageHours\": 24,", "\"averageHours\": 24, \"approveAboveHours\": 10,");
        return copy;
    }

    private static async Task<(Guid Id, Guid Request)> Asked(App app)
    {
        var id = await Planned.Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/uren");
        Assert.Equal($"/dossiers/{id}/plan", (await Planned.Send(coordinator, id, "uren", Planned.Weekly, ("waarom_uren", Why))).Headers.Location?.OriginalString);
        await coordinator.Get($"/dossiers/{id}/plan");
        Assert.Contains("Een plan wacht op goedkeuring", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        return (id, (Guid)(await app.Database.AsAdmin("select id from plan_request where dossier_id = $1", id))!);
    }

    private static Task<HttpResponseMessage> Judge(Visitor judge, Guid request, string verdict, string reason, Guid act) =>
        judge.Post($"/werk/plan/{request}", ("oordeel", verdict), ("reden", reason), ("act", act.ToString()));

    // As the page of the family says it.
    private static async Task<int> PlannedNow(App app, Guid id)
    {
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan");
        var said = coordinator.Page.QuerySelectorAll("dt").First(d => d.TextContent == "Gepland").NextElementSibling!.TextContent.Trim();
        return (int)(4 * decimal.Parse(said.Split(' ')[0], System.Globalization.CultureInfo.GetCultureInfo("nl-NL")));
    }
}
