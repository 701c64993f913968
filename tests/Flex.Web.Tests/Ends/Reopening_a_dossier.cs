using System.Net;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Messages;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Ends;

public sealed class Reopening_a_dossier(TestCluster cluster)
{
    [Fact]
    public async Task With_a_reason_takes_a_place_again_and_lets_the_work_come_back()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);

        await intaker.Get($"/dossiers/{id}/heropenen");
        Assert.Contains("In pijler 1 is plaats", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        var answer = await Reopen(intaker, id, "Zij bleef toch hier wonen");

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("2023-05-15|Demo intaker|Zij bleef toch hier wonen", await app.Database.AsAdmin("select concat_ws('|', reopened_on, reopened_by, reopened_because) from dossier_end where dossier_id = $1", id));
        Assert.Equal("vrijgegeven,gereserveerd", await app.Database.AsAdmin("select string_agg(state, ',' order by id) from held_place where dossier_id = $1", id));
        Assert.Equal(1, await Ending_a_dossier.Taken(app));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind = 'plaats-bevestigen' and done_on is null", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierReopened' and body is not null and dossier_id = $1", id));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het dossier heropend, met een plaats in pijler 1.Reden: “Zij bleef toch hier wonen”.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        intaker.Dispose();
    }

    [Fact]
    public async Task When_every_place_is_taken_puts_the_family_on_the_waiting_list_and_says_so()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);
        await app.Database.AsAdmin("set session_replication_role = replica; update place set taken = capacity where pillar = 1");
        await intaker.Get($"/dossiers/{id}/heropenen");
        Assert.Contains("In pijler 1 is geen plaats vrij voor dit gezin", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        await Reopen(intaker, id, "Zij bleef toch hier wonen");

        Assert.Equal(150, await Ending_a_dossier.Taken(app));
        Assert.Equal("wachtlijst|vervallen|Zij bleef toch hier wonen", await app.Database.AsAdmin("select concat_ws('|', outcome, kind, reason) from current_decision where dossier_id = $1 and pillar = 1", id));
        await Waits(app, id, intaker);
        intaker.Dispose();
    }

    [Fact]
    public async Task Takes_no_free_place_ahead_of_who_waits_but_joins_them_in_the_order_of_the_programme()
    {
        await using var app = await App.Start(cluster);
        var (holder, first, second) = await PlaceKeeping.A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{holder}/einde");
        await Ending_a_dossier.End(intaker, holder, "verhuisd");
        await intaker.Get($"/dossiers/{holder}/heropenen");
        Assert.Contains("In pijler 1 is geen plaats vrij voor dit gezin: alle plaatsen zijn bezet of andere gezinnen wachten al.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        await Reopen(intaker, holder, "Zij bleef toch hier wonen");

        Assert.Equal(0, await Ending_a_dossier.Taken(app));
        await Waits(app, holder, intaker);
        await intaker.Get("/werk/wachtlijst/1");
        Assert.Equal([$"/dossiers/{first}", $"/dossiers/{second}", $"/dossiers/{holder}"], intaker.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));
        Assert.Equal(first, await app.Database.AsAdmin("select dossier_id from offers_due()"));
    }

    [Fact]
    public async Task Takes_no_place_for_a_family_that_no_longer_meets_the_conditions_and_makes_that_work()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);
        await app.Database.AsAdmin("set session_replication_role = replica; update residence set municipality = 'GM0935'");
        await intaker.Get($"/dossiers/{id}/heropenen");
        Assert.Contains("voldoet het gezin niet aan de voorwaarden van pijler 1", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        await Reopen(intaker, id, "Zij bleef toch hier wonen");

        Assert.Equal(0, await Ending_a_dossier.Taken(app));
        Assert.Equal("coordinator", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'plaats-vervallen' and done_on is null", id));
        await StoredWork.Matches(app);
        intaker.Dispose();
    }

    [Fact]
    public async Task Asks_to_confirm_the_facts_again_so_that_what_changed_comes_out()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);
        await Reopen(intaker, id, "Zij bleef toch hier wonen");
        const string Open = "select string_agg(concat_ws('|', part, role, since, until), ',') from work_item where dossier_id = $1 and kind = 'gegevens-bevestigen' and done_on is null and since <= '2023-05-15'";
        Assert.Equal("1|intaker|2023-05-15|2023-05-22", await app.Database.AsAdmin(Open, id));
        await intaker.Get("/werk");
        Assert.Contains("Gegevens bevestigen na het heropenen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        await intaker.Get($"/dossiers/{id}/gegevens");
        Assert.Contains("Deze gegevens worden na het heropenen nagevraagd. Vraag het gezin of dit nog klopt, en verander alleen wat anders is.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await Confirmations.Confirming_facts.Confirm(intaker, id, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));

        Assert.Equal("heropend|verzekeraar", await app.Database.AsAdmin("select occasion || '|' || array_to_string(changed, ',') from fact_check where dossier_id = $1", id));
        Assert.Equal(DBNull.Value, await app.Database.AsAdmin(Open, id));
        Assert.Equal("coordinator", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'wijziging-beoordelen' and done_on is null", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'FactsConfirmed' and dossier_id = $1 and body is not null", id));
        await StoredWork.Matches(app);
        intaker.Dispose();
    }

    [Fact]
    public async Task That_ended_because_the_family_has_another_is_refused_and_leads_to_that_one()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);
        var other = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update dossier_end set how = 'dubbel', merged_into = '{other}'");

        await intaker.Get($"/dossiers/{id}/heropenen");
        Assert.Contains("Dit dossier kan niet worden heropend", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.NotNull(intaker.Page.QuerySelector($"main a[href='/dossiers/{other}']"));
        Assert.Null(intaker.Page.QuerySelector("main form[action$='/heropenen']"));
        var answer = await Reopen(intaker, id, "Toch openen");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Dit gezin heeft een ander dossier, en dat gaat door.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select (select count(*) from dossier_end where reopened_on is not null) + (select count(*) from journal.entry where act = 'DossierReopened')"));
        intaker.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("BSN 999990019 klopt")]
    public async Task Without_a_reason_that_can_be_kept_is_sent_back(string reason)
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);

        var answer = await Reopen(intaker, id, reason);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector("#reden-fout"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end where reopened_on is not null"));
        intaker.Dispose();
    }

    [Fact]
    public async Task Twice_at_once_takes_one_place()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Ended(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Reopen(intaker, id, $"Reden {i}")));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal(1, await Ending_a_dossier.Taken(app));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from held_place where dossier_id = $1 and ended_on is null", id));
        intaker.Dispose();
    }

    [Fact]
    public async Task Takes_back_the_hours_that_it_had_returned()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await CareHours.Registering_hours.Admitted(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        await Taking_a_decision.Decide(intaker, id, 2, "toegelaten", "Voor deze test");
        await carer.Get($"/dossiers/{id}/uren");
        await CareHours.Registering_hours.Register(carer, id, pillar: "2", hours: "8");
        await Ending_a_dossier.EndAnyhow(intaker, id, "afgerond");
        Assert.Equal("deels-teruggegeven|64", await app.Database.AsAdmin("select concat_ws('|', state, returned_quarters) from held_place where dossier_id = $1 and pillar = 2", id));

        await Reopen(intaker, id, "De zorg gaat door");

        Assert.Equal(0L, await app.Database.AsAdmin("select coalesce(sum(returned_quarters), 0) from held_place where dossier_id = $1", id));
        Assert.Equal(1, await Ending_a_dossier.Taken(app, 2));
        carer.Dispose();
    }

    [Fact]
    public async Task Takes_no_place_in_a_pillar_that_was_done_before()
    {
        await using var app = await App.Start(cluster);
        var id = await Post.Decided(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/plaats/1");
        await PlaceKeeping.Keeping_a_place.Step(intaker, id, "vrijgeven", "Wil geen hulp");
        await PlaceKeeping.Keeping_a_place.Step(intaker, id, "afronden", "Wil geen hulp");
        await Ending_a_dossier.End(intaker, id, "verhuisd");

        await intaker.Get($"/dossiers/{id}/heropenen");
        await Reopen(intaker, id, "Zij bleef toch hier wonen");

        Assert.Equal(0, await Ending_a_dossier.Taken(app));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind like 'plaats%' and done_on is null", id));
    }

    // On the list, as work, to be told to the family, and in the history.
    private static async Task Waits(App app, Guid id, Visitor intaker)
    {
        Assert.Equal("uitslag-vertellen intaker,wachtlijst coordinator", await app.Database.AsAdmin("select string_agg(kind || ' ' || role, ',' order by kind) from work_item where dossier_id = $1 and part = 1 and kind <> 'gegevens-bevestigen' and done_on is null", id));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het dossier heropend, op de wachtlijst voor pijler 1.Reden: “Zij bleef toch hier wonen”.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("wacht op een plaats: vragen of dat nog zo is (pijler 1)", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    private static async Task<(Guid Id, Visitor Intaker)> Ended(App app)
    {
        var id = await Post.Decided(app);
        var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/einde");
        await Ending_a_dossier.End(intaker, id, "verhuisd");
        return (id, intaker);
    }

    internal static Task<HttpResponseMessage> Reopen(Visitor visitor, Guid id, string reason) =>
        visitor.Post($"/dossiers/{id}/heropenen", ("reden", reason), ("act", Guid.NewGuid().ToString()));
}
