using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Data;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.PlaceKeeping;

public sealed class Keeping_a_place(TestCluster cluster)
{
    [Fact]
    public async Task Reserved_on_admission_is_confirmed_from_the_dossier()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains("Plaats gereserveerd op 15-05-2023, te bevestigen tot en met 26-06-2023.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("plaats-bevestigen|coordinator|2023-06-26", await Open(app, id));
        var act = coordinator.Page.QuerySelector($"form[action='/dossiers/{id}/plaats/1'] input[name=act]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => coordinator.Post($"/dossiers/{id}/plaats/1", ("stap", "bevestigen"), ("act", act))));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("bevestigd|2023-05-15|", await app.Database.AsAdmin("select state || '|' || confirmed_on || '|' || coalesce(until::text, '') from held_place where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join held_place h on h.entry_id = e.id where e.act = 'PlaceConfirmed' and e.body is not null"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'plaats-bevestigen' and done_on is null"));
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains("Plaats bevestigd (sinds 15-05-2023).", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de plaats bevestigd (pijler 1).", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_back_counts_no_more_and_asks_the_coordinator_how_to_go_on()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plaats/1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Step(coordinator, id, "vrijgeven")).StatusCode);
        Assert.NotNull(coordinator.Page.QuerySelector("#reden-fout"));
        await Step(coordinator, id, "vrijgeven", "Gezin gaat naar een andere organisatie");

        Assert.Equal("vrijgegeven|Gezin gaat naar een andere organisatie|0", await app.Database.AsAdmin("select concat_ws('|', state, ended_because, (select taken from place where pillar = 1)) from held_place"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PlaceReleased' and dossier_id = $1", id));
        Assert.Equal("plaats-vervallen|coordinator|2023-05-22", await Open(app, id));
        await coordinator.Get($"/dossiers/{id}/plaats/1");
        Assert.Equal(["afronden", "reserveren", "wachtlijst"], coordinator.Page.QuerySelectorAll("input[name=stap]").Select(i => i.GetAttribute("value")));
        Assert.NotNull(coordinator.Page.QuerySelector($"a[href='/dossiers/{id}/einde']"));
        await Step(coordinator, id, "reserveren");
        Assert.Equal("gereserveerd|2023-06-26|1", await app.Database.AsAdmin("select concat_ws('|', state, until, (select taken from place where pillar = 1)) from held_place where ended_on is null"));
    }

    [Fact]
    public async Task That_waits_to_be_confirmed_has_that_step_first_in_one_button_and_the_rest_folded()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");

        await coordinator.Get($"/dossiers/{id}/plaats/1");

        var first = coordinator.Page.QuerySelectorAll("main form button").First();
        Assert.Equal(("Plaats bevestigen", "bevestigen"), (first.TextContent.Trim(), first.Closest("form")!.QuerySelector("input[name=stap]")!.GetAttribute("value")));
        Assert.Equal("Plaats vrijgeven", Assert.Single(coordinator.Page.QuerySelectorAll("main details:not([open]) form button")).TextContent.Trim());
        Assert.DoesNotContain(coordinator.Page.QuerySelectorAll("main legend"), l => l.TextContent.Trim() == "Kies");
        Assert.DoesNotContain("Het gezin vraagt het niet", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        await coordinator.Post($"/dossiers/{id}/plaats/1", ("act", Guid.NewGuid().ToString()), ("stap", "bevestigen"));
        Assert.Equal("bevestigd", await app.Database.AsAdmin("select state from held_place"));
        await coordinator.Get($"/dossiers/{id}/plaats/1");
        Assert.Equal(["gezin", "zorg-klaar"], coordinator.Page.QuerySelectorAll("input[name=wie]").Select(i => i.GetAttribute("value")));
    }

    [Theory]
    [InlineData("", "Kies wie dit wil.")]
    [InlineData("anders", "Een toegekende plaats wegnemen zonder dat het gezin dat wil is een afwijkend besluit. Vraag op het dossier om af te wijken over pijler 1; dan oordeelt een andere organisatie.")]
    [InlineData("zorg-klaar", "Er is nog geen zorg vastgelegd in pijler 1. Leg die eerst vast, of kies wie dit wil.")]
    public async Task Is_not_given_back_against_the_wish_of_the_family_by_one_person_alone(string asked, string said)
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/plaats/1");
        await Step(intaker, id, "bevestigen");

        var answer = await Step(intaker, id, "vrijgeven", "Een ander gezin heeft het harder nodig", asked: asked);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, intaker.Page.QuerySelector("#wie-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Een ander gezin heeft het harder nodig", intaker.Page.QuerySelector("textarea[name=reden]")!.TextContent.Trim());
        Assert.Equal("bevestigd", await app.Database.AsAdmin("select state from held_place"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PlaceReleased'"));
        // The way that is open: another organisation approves it.
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get(intaker.Page.QuerySelector($"main a[href='/dossiers/{id}/afwijken/1']")!.GetAttribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task Given_back_because_the_family_wants_that_needs_nobody_else_and_the_history_says_who_asked()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/plaats/1");
        await Step(intaker, id, "bevestigen");

        Assert.Equal(HttpStatusCode.SeeOther, (await Step(intaker, id, "vrijgeven", "Moeder belde dat oma helpt")).StatusCode);

        Assert.Equal("vrijgegeven|gezin", await app.Database.AsAdmin("select state || '|' || asked_by from held_place"));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("Het gezin wil de plaats niet meer. Reden: “Moeder belde dat oma helpt”.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_back_for_good_closes_the_work_of_that_pillar_only()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1, 2).Save();
        using var coordinator = await app.Visit("coordinator");
        foreach (var pillar in (int[])[1, 2])
        {
            await coordinator.Get($"/dossiers/{id}/besluit/{pillar}");
            await Taking_a_decision.Decide(coordinator, id, pillar, "toegelaten");
        }

        await coordinator.Get($"/dossiers/{id}/plaats/2");
        await Step(coordinator, id, "vrijgeven", "Wil alleen pijler 1", 2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Step(coordinator, id, "afronden", pillar: 2)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Step(coordinator, id, "afronden", "Wil alleen pijler 1", 2)).StatusCode);

        Assert.Equal("2|2023-05-15", await app.Database.AsAdmin("select concat_ws('|', pillar, done_on) from held_place where done_on is not null"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join held_place h on h.entry_id = e.id where e.act = 'PillarFinished' and e.body is not null and e.dossier_id = $1", id));
        Assert.Equal("plaats-bevestigen 1", await app.Database.AsAdmin("select string_agg(kind || ' ' || part, ',') from work_item where dossier_id = $1 and kind like 'plaats%' and done_on is null", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'afsluiten' and done_on is null and since <= '2023-05-15'"));
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft vastgelegd dat deze pijler klaar is of dat het gezin ervan afziet (pijler 2)", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        // A family may come back: then the work of its place is there again.
        await coordinator.Get($"/dossiers/{id}/plaats/2");
        Assert.Equal(["reserveren", "wachtlijst"], coordinator.Page.QuerySelectorAll("input[name=stap]").Select(i => i.GetAttribute("value")));
        await Step(coordinator, id, "reserveren", pillar: 2);
        await Step(coordinator, id, "vrijgeven", "Toch niet", 2);
        Assert.Equal("plaats-bevestigen 1,plaats-vervallen 2", await app.Database.AsAdmin("select string_agg(kind || ' ' || part, ',' order by part) from work_item where dossier_id = $1 and kind like 'plaats%' and done_on is null", id));
    }

    [Fact]
    public async Task After_care_returns_the_hours_that_are_left_and_the_list_shows_the_sum()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app, 2);
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) values (gen_random_uuid(), '{id}', 2, '2023-05-12', 30, 'x', gen_random_uuid(), gen_random_uuid())");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plaats/2");

        await Step(coordinator, id, "vrijgeven", "De zorg is eerder klaar", 2, asked: "zorg-klaar");

        Assert.Equal("deels-teruggegeven|66|zorg-klaar", await app.Database.AsAdmin("select concat_ws('|', state, returned_quarters, asked_by) from held_place"));
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains("16,5 uur ging terug naar het budget. Er hoeft geen nieuwe plaats te komen.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Null(await Open(app, id));
        Assert.Equal("afsluiten|coordinator", await app.Database.AsAdmin("select kind || '|' || role from work_item where dossier_id = $1 and kind = 'afsluiten' and done_on is null and since <= '2023-05-15'", id));
        await coordinator.Get("/werk/wachtlijst/2");
        Assert.Contains("0 van 100 plaatsen bezet, 100 over, 16,5 uur teruggegeven aan het budget", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_two_people_at_once_tells_the_second_who_did_what_and_keeps_the_reason()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/plaats/1");
        await coordinator.Get($"/dossiers/{id}/plaats/1");
        await Step(coordinator, id, "vrijgeven", "Ziet ervan af");

        var second = await Step(intaker, id, "bevestigen", "Het gezin belde");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Matches(@"Demo programmacoördinator heeft de plaats vrijgegeven \(\d\d-\d\d-\d{4} \d\d:\d\d\)\.", Looking_at_a_dossier.Text(intaker));
        Assert.Equal("Het gezin belde", ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("vrijgegeven", await app.Database.AsAdmin("select state from held_place"));
    }

    [Fact]
    public async Task When_its_time_is_over_lapses_with_a_line_a_task_and_a_choice()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        await app.Database.AsAdmin("set session_replication_role = replica; update held_place set until = '2023-05-14'");

        Assert.Equal(1, await LapsedPlaces.Lapse(app.Db, app.Library));
        Assert.Equal(0, await LapsedPlaces.Lapse(app.Db, app.Library));

        Assert.Equal("vervallen|2023-05-15|0", await app.Database.AsAdmin("select concat_ws('|', state, ended_on, (select taken from place where pillar = 1)) from held_place"));
        Assert.Equal("systeem", await app.Database.AsAdmin("select e.role from journal.entry e join held_place h on h.entry_id = e.id where e.act = 'PlaceLapsed' and e.body is not null and e.dossier_id = $1", id));
        Assert.Equal("plaats-vervallen|coordinator|2023-05-22", await Open(app, id));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains("Plaats vervallen op 15-05-2023, omdat er niet op tijd is bevestigd of geantwoord.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await Step(coordinator, id, "wachtlijst", "Gezin wil toch verder");
        Assert.Equal("wachtlijst|vervallen", await app.Database.AsAdmin("select outcome || '|' || kind from current_decision where dossier_id = $1", id));
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("Het systeem heeft de gereserveerde plaats in pijler 1 laten vervallen. De termijn liep tot en met 14-05-2023.", Looking_at_a_dossier.Text(coordinator).Replace("vervallen.De", "vervallen. De", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_time_is_over_is_not_confirmed_any_more_though_nobody_let_it_lapse_yet()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plaats/1");
        await app.Database.AsAdmin("set session_replication_role = replica; update held_place set until = '2023-05-14'");

        var answer = await Step(coordinator, id, "bevestigen");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Het systeem heeft de plaats laten vervallen omdat de termijn voorbij was", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("vervallen", await app.Database.AsAdmin("select state from held_place"));
    }

    [Fact]
    public async Task That_lapsed_makes_room_for_the_next_decision()
    {
        await using var app = await App.Start(cluster);
        await Admitted(app);
        var next = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update held_place set until = '2023-05-14'; update place set capacity = 1 where pillar = 1");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{next}/besluit/1");

        // The proposal was to wait; once the old place lapsed the rule says admit.
        var answer = await Taking_a_decision.Decide(intaker, next, 1, "toegelaten", "Er is vast nog een plaats");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("toelaten", await app.Database.AsAdmin("select proposal from decision where dossier_id = $1", next));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
    }

    [Fact]
    public async Task Again_is_not_reserved_for_a_family_that_no_longer_meets_the_conditions()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plaats/1");
        await Step(coordinator, id, "vrijgeven", "Verhuist misschien");
        await app.Database.AsAdmin("set session_replication_role = replica; update residence set municipality = 'GM0935'");

        var answer = await Step(coordinator, id, "reserveren");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("voldoet niet meer aan de voorwaarden", coordinator.Page.QuerySelector("#stap-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.Database.AsAdmin("select taken from place where pillar = 1"));
    }

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("kraamverzorgende")]
    [InlineData("programmabureau")]
    public async Task By_who_may_not_is_refused(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app);
        using var visitor = await app.Visit(persona);
        await visitor.Get("/");

        await Step(visitor, id, "vrijgeven", "Zomaar");

        Assert.Equal("gereserveerd", await app.Database.AsAdmin("select state from held_place"));
    }

    internal static Task<HttpResponseMessage> Step(Visitor visitor, Guid id, string step, string reason = "", int pillar = 1, Guid? act = null, string asked = "gezin") =>
        visitor.Post($"/dossiers/{id}/plaats/{pillar}", ("stap", step), ("wie", asked), ("reden", reason), ("act", (act ?? Guid.NewGuid()).ToString()));

    internal static async Task<Guid> Admitted(App app, int pillar = 1)
    {
        var id = await new Builder(app).Dossier().For(pillar).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/{pillar}");
        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, pillar, "toegelaten")).StatusCode);
        return id;
    }

    private static Task<object?> Open(App app, Guid id) =>
        app.Database.AsAdmin("select kind || '|' || role || '|' || until from work_item where dossier_id = $1 and kind like 'plaats%' and done_on is null", id);
}
