using System.Net;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.PlaceKeeping;

public sealed class Offering_a_place(TestCluster cluster)
{
    [Fact]
    public async Task To_the_first_on_the_list_counts_and_taken_becomes_a_decision()
    {
        await using var app = await App.Start(cluster);
        var (first, _) = await Two(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk/wachtlijst/1");
        var rows = coordinator.Page.QuerySelectorAll("main tbody tr");
        Assert.Equal(["Eerste Wachter", "Tweede Wachter"], rows.Select(r => r.QuerySelector("a")!.TextContent));
        Assert.Contains("uitgerekend 20-06-2023", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("kwetsbaar", rows[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[0].QuerySelector("button[value=aanbieden]"));
        Assert.Null(rows[1].QuerySelector("button"));

        await Keeping_a_place.Step(coordinator, first, "aanbieden");

        Assert.Equal("aangeboden|2023-05-22|1", await app.Database.AsAdmin("select concat_ws('|', state, until, (select taken from place where pillar = 1)) from held_place"));
        Assert.Equal("aanbod-beantwoorden|intaker|2023-05-22", await app.Database.AsAdmin("select kind || '|' || role || '|' || until from work_item where dossier_id = $1 and kind in ('aanbod-beantwoorden', 'wachtlijst') and done_on is null", first));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{first}/plaats/1");
        Assert.Equal(["aannemen", "weigeren-blijft", "weigeren-af"], intaker.Page.QuerySelectorAll("input[name=stap]").Select(i => i.GetAttribute("value")));
        await Keeping_a_place.Step(intaker, first, "aannemen");

        Assert.Equal("toegelaten|van-wachtlijst|toelaten|wachtlijst", await app.Database.AsAdmin("select concat_ws('|', d.outcome, d.kind, d.proposal, r.outcome) from current_decision d join decision r on r.id = d.replaces where d.dossier_id = $1", first));
        Assert.Equal("bevestigd", await app.Database.AsAdmin("select state from held_place"));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        Assert.Equal("OfferAnswered,PlaceOffered", await app.Database.AsAdmin("select string_agg(act, ',' order by act) from journal.entry where act in ('PlaceOffered', 'OfferAnswered') and dossier_id = $1 and body is not null", first));
        await coordinator.Get("/werk/wachtlijst/1");
        Assert.Equal(["Tweede Wachter"], coordinator.Page.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelector("a")!.TextContent));
    }

    [Fact]
    public async Task To_another_than_the_first_needs_a_reason()
    {
        await using var app = await App.Start(cluster);
        var (_, second) = await Two(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{second}/plaats/1");
        Assert.Contains("een ander gezin staat eerder op de wachtlijst", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keeping_a_place.Step(coordinator, second, "aanbieden")).StatusCode);
        Assert.NotNull(coordinator.Page.QuerySelector("#reden-fout"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Keeping_a_place.Step(coordinator, second, "aanbieden", "Bevalt volgende week")).StatusCode);

        Assert.Equal("aangeboden", await app.Database.AsAdmin("select state from held_place where dossier_id = $1", second));
    }

    [Theory]
    [InlineData("weigeren-blijft", "wachtlijst", "besluit")]
    [InlineData("weigeren-af", "afgewezen", "van-wachtlijst")]
    public async Task That_is_not_wanted_gives_the_place_back_and_does_what_was_chosen(string step, string outcome, string kind)
    {
        await using var app = await App.Start(cluster);
        var (first, _) = await Two(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk/wachtlijst/1");
        await Keeping_a_place.Step(coordinator, first, "aanbieden");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keeping_a_place.Step(coordinator, first, step)).StatusCode);
        await Keeping_a_place.Step(coordinator, first, step, "Heeft nu hulp van familie");

        Assert.Equal($"geweigerd|{outcome}|{kind}|0", await app.Database.AsAdmin(
            "select concat_ws('|', h.state, d.outcome, d.kind, (select taken from place where pillar = 1)) from held_place h join current_decision d on d.dossier_id = h.dossier_id"));
    }

    [Fact]
    public async Task By_two_people_at_once_makes_one_offer_and_tells_the_other()
    {
        await using var app = await App.Start(cluster);
        var (first, _) = await Two(app);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            using var visitor = await app.Visit(i % 2 == 0 ? "coordinator" : "intaker");
            await visitor.Get("/werk/wachtlijst/1");
            var answer = await Keeping_a_place.Step(visitor, first, "aanbieden", "Nu een plaats");
            return (answer.StatusCode, Text: Looking_at_a_dossier.Text(visitor));
        }));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.SeeOther), a =>
        {
            Assert.Equal(HttpStatusCode.Conflict, a.StatusCode);
            Assert.Matches("Demo (intaker|programmacoördinator) heeft een plaats aangeboden", a.Text);
        });
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
    }

    [Fact]
    public async Task To_a_family_that_no_longer_meets_the_conditions_is_not_taken_without_another_organisation()
    {
        await using var app = await App.Start(cluster);
        var (first, _) = await Two(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk/wachtlijst/1");
        await Keeping_a_place.Step(coordinator, first, "aanbieden");
        await app.Database.AsAdmin($"set session_replication_role = replica; update residence set municipality = 'GM0935' where dossier_id = '{first}'");

        var answer = await Keeping_a_place.Step(coordinator, first, "aannemen");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("voldoet niet meer aan de voorwaarden", coordinator.Page.QuerySelector("#stap-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("wachtlijst", await app.Database.AsAdmin("select outcome from current_decision where dossier_id = $1", first));
    }

    [Fact]
    public async Task Goes_down_the_list_page_by_page_by_key()
    {
        await using var app = await App.Start(cluster);
        await Two(app);
        await app.Database.AsAdmin("""
            set session_replication_role = replica;
            with d as (insert into dossier (id, programme, organisation, opened_on, entry_id) select gen_random_uuid(), 'zuid-limburg-2021', 'x', '2023-05-02', gen_random_uuid() from generate_series(1, 60) returning id),
            m as (insert into mother (dossier_id, name, name_key, entry_id) select id, 'Wacht Ook', 'x', gen_random_uuid() from d),
            a as (insert into application (dossier_id, received_on, applicant, helpers, first_pregnancy, pillars, act_id, entry_id) select id, '2023-05-02', 'verloskundige', '0', 'ja', '{1}', gen_random_uuid(), gen_random_uuid() from d)
            insert into decision (id, dossier_id, pillar, outcome, proposal, decided_on, decided_by, criteria_version, rule_version, facts, act_id, entry_id) select gen_random_uuid(), id, 1, 'wachtlijst', 'wachtlijst', '2023-05-02', 'x', 'v', '1', '', gen_random_uuid(), gen_random_uuid() from d;
            select relate(array(select id from dossier where organisation = 'x'));
            """);
        using var coordinator = await app.Visit("coordinator");
        using var statements = new Statements(app.Database);
        await coordinator.Get("/werk/wachtlijst/1");
        Assert.InRange(statements.Asked.Count, 1, 6);
        var seen = coordinator.Page.QuerySelectorAll("main tbody a[href^='/dossiers/']").Select(a => a.GetAttribute("href")).ToHashSet();
        await coordinator.Get(coordinator.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(12, coordinator.Page.QuerySelectorAll("main tbody tr").Length);
        seen.UnionWith(coordinator.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));

        Assert.Equal(62, seen.Count(h => !h!.Contains("/plaats/", StringComparison.Ordinal)));
        Assert.Null(coordinator.Page.QuerySelector("main tbody button"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/werk/wachtlijst/9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/werk/wachtlijst/1?na=onzin")).StatusCode);
    }

    // Two families that came when there was no place; now there is one again.
    private static async Task<(Guid First, Guid Second)> Two(App app)
    {
        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = 0 where pillar = 1");
        var a = new Builder(app);
        var first = await a.Dossier().Of("Eerste Wachter").For(1).Received(new(2023, 4, 1)).Save();
        var second = await a.Dossier().Of("Tweede Wachter").For(1).Received(new(2023, 4, 2)).Save();
        using var intaker = await app.Visit("intaker");
        foreach (var id in new[] { first, second })
        {
            await intaker.Get($"/dossiers/{id}/besluit/1");
            Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, 1, "wachtlijst")).StatusCode);
        }

        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = 150 where pillar = 1");
        return (first, second);
    }
}
