using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.PlaceKeeping;

public sealed class A_family_that_waits(TestCluster cluster)
{
    private const string Line = "select string_agg(concat_ws('|', role, since, until), ',') from work_item where dossier_id = $1 and kind = 'wachtlijst' and done_on is null";

    [Fact]
    public async Task Leaves_the_line_when_it_wants_by_a_decision_of_its_own_that_keeps_the_dossier_open()
    {
        await using var app = await App.Start(cluster);
        var (_, first, second) = await A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{first}/plaats/1");
        Assert.Equal(["aanbieden", "wacht-nog", "wacht-niet-meer"], intaker.Page.QuerySelectorAll("input[name=stap]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["gezin", "anders"], intaker.Page.QuerySelectorAll("input[name=wie]").Select(i => i.GetAttribute("value")));
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Keeping_a_place.Step(intaker, first, "wacht-niet-meer", "Oma helpt nu", act: act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{first}", a.Headers.Location?.OriginalString));
        Assert.Equal("afgewezen|van-wachtlijst|Oma helpt nu|wachtlijst", await app.Database.AsAdmin("select concat_ws('|', d.outcome, d.kind, d.reason, r.outcome) from current_decision d join decision r on r.id = d.replaces where d.dossier_id = $1", first));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'LineLeft' and dossier_id = $1 and body is not null", first));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from dossier_end"));
        Assert.Equal("uitslag-vertellen intaker", await app.Database.AsAdmin("select string_agg(kind || ' ' || role, ',') from work_item where dossier_id = $1 and done_on is null and kind <> 'afsluiten'", first));
        await intaker.Get($"/dossiers/{first}");
        Assert.Contains("Het gezin wilde niet meer wachten.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{first}/brief/1");
        Assert.All((string[])["U koos ervoor om niet mee te doen.", "U staat niet meer op de wachtlijst."], sentence => Assert.Contains(sentence, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal));
        await intaker.Get($"/dossiers/{first}/historie");
        Assert.Contains("heeft vastgelegd dat het gezin niet meer wil wachten (pijler 1)", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Het gezin vroeg dit zelf. Reden: “Oma helpt nu”.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get("/werk/wachtlijst/1");
        Assert.Equal([$"/dossiers/{second}"], intaker.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Leaves_the_line_at_the_moment_another_does_and_place_and_line_stay_right()
    {
        await using var app = await App.Start(cluster);
        var (holder, first, second) = await A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{holder}/plaats/1");
        await Keeping_a_place.Step(intaker, holder, "vrijgeven", "Oma helpt");
        Assert.Equal(first, await app.Database.AsAdmin("select dossier_id from offers_due()"));
        await intaker.Get($"/dossiers/{first}/plaats/1");
        await coordinator.Get($"/dossiers/{second}/plaats/1");

        var answers = await Task.WhenAll(Keeping_a_place.Step(intaker, first, "wacht-niet-meer", "Oma helpt nu"), Keeping_a_place.Step(coordinator, second, "wacht-niet-meer", "Tante helpt nu"));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from current_decision where outcome = 'afgewezen' and kind = 'van-wachtlijst'"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'LineLeft'"));
        Assert.Equal((0L, 0L), (await app.Database.AsAdmin("select count(*) from offers_due()"), await app.Database.AsAdmin("select count(*) from work_item where kind = 'wachtlijst' and done_on is null")));
        Assert.Equal(0, await app.Database.AsAdmin("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        await intaker.Get("/werk/wachtlijst/1");
        Assert.Empty(intaker.Page.QuerySelectorAll("main tbody th a"));
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Leaves_the_line_once_when_two_people_write_it_down_at_the_same_moment()
    {
        await using var app = await App.Start(cluster);
        var (_, first, second) = await A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{first}/plaats/1");
        await coordinator.Get($"/dossiers/{first}/plaats/1");

        var answers = await Task.WhenAll(Keeping_a_place.Step(intaker, first, "wacht-niet-meer", "Oma helpt nu"), Keeping_a_place.Step(coordinator, first, "wacht-niet-meer", "Tante helpt nu"));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal((1L, 2L), (await app.Database.AsAdmin("select count(*) from journal.entry where act = 'LineLeft'"), await app.Database.AsAdmin("select count(*) from decision where dossier_id = $1", first)));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        await intaker.Get("/werk/wachtlijst/1");
        Assert.Equal([$"/dossiers/{second}"], intaker.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));
        await StoredWork.Matches(app);
    }

    [Theory]
    [InlineData("", "Oma helpt", "wie", "Kies wie dit wil.")]
    [InlineData("zorg-klaar", "Oma helpt", "wie", "Kies wie dit wil.")]
    [InlineData("anders", "Een ander heeft het harder nodig", "wie", "zonder dat het dat wil is een afwijkend besluit")]
    [InlineData("gezin", "", "reden", "Vul in waarom.")]
    public async Task Is_not_taken_off_the_list_against_its_wish_or_without_a_reason(string asked, string reason, string field, string said)
    {
        await using var app = await App.Start(cluster);
        var (_, first, _) = await A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{first}/plaats/1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keeping_a_place.Step(intaker, first, "wacht-niet-meer", reason, asked: asked)).StatusCode);

        Assert.Contains(said, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reason, intaker.Page.QuerySelector("textarea[name=reden]")!.TextContent.Trim());
        Assert.Equal("wachtlijst", await app.Database.AsAdmin("select outcome from current_decision where dossier_id = $1", first));
    }

    [Fact]
    public async Task Takes_its_request_to_deviate_with_it()
    {
        await using var app = await App.Start(cluster);
        var (holder, first, _) = await A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{holder}/plaats/1");
        await Keeping_a_place.Step(intaker, holder, "vrijgeven", "Oma helpt");
        await intaker.Get($"/dossiers/{first}/afwijken/1");
        await Decisions.Taking_a_decision.Deviate(intaker, first, 1, "afgewezen", "Past niet", page: "afwijken");
        await intaker.Get($"/dossiers/{first}/plaats/1");
        Assert.Equal("wacht-niet-meer", Assert.Single(intaker.Page.QuerySelectorAll("input[name=stap]")).GetAttribute("value"));

        Assert.Equal(HttpStatusCode.SeeOther, (await Keeping_a_place.Step(intaker, first, "wacht-niet-meer", "Oma helpt")).StatusCode);

        Assert.Equal("ingetrokken|afgewezen|van-wachtlijst", await app.Database.AsAdmin("select concat_ws('|', o.state, d.outcome, d.kind) from override_request o join current_decision d using (dossier_id)"));
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Asks_nothing_of_the_coordinator_until_its_own_day_and_then_something_that_can_be_done()
    {
        await using var app = await App.Start(cluster);
        var (_, first, second) = await A_place_that_comes_free.Full(app);
        Assert.Equal("coordinator|2023-06-20|2023-06-27", await app.Database.AsAdmin(Line, first));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk");
        Assert.DoesNotContain("Wachter", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        // As if the second was decided two weeks ago and its child expected yesterday.
        await app.Database.AsAdmin($"set session_replication_role = replica; update decision set decided_on = '2023-05-01' where dossier_id = '{second}'; update application set due_date = '2023-05-14' where dossier_id = '{second}'; delete from work_item where dossier_id = '{second}'");
        await Data.OpenWork.SetMissing(app.Db, app.Library.Programmes.Values);
        Assert.Equal("coordinator|2023-05-14|2023-05-21", await app.Database.AsAdmin(Line, second));
        await coordinator.Get("/werk");
        var row = Assert.Single(coordinator.Page.QuerySelectorAll("main tbody tr"), r => r.TextContent.Contains("Tweede Wachter", StringComparison.Ordinal));
        Assert.Contains("Wacht op een plaats: vragen of dat nog zo is (pijler 1)", row.TextContent, StringComparison.Ordinal);
        await coordinator.Get(row.QuerySelector("td a")!.GetAttribute("href")!);
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Keeping_a_place.Step(coordinator, second, "wacht-nog", act: act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{second}", a.Headers.Location?.OriginalString));
        Assert.Equal("coordinator|2023-05-22|2023-05-29", await app.Database.AsAdmin(Line, second));
        Assert.Equal("1|2023-05-15|Demo programmacoördinator", await app.Database.AsAdmin("select concat_ws('|', pillar, checked_on, checked_by) from waiting_check"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join waiting_check k on k.entry_id = e.id where e.act = 'WaitingChecked' and e.body is not null and e.dossier_id = $1", second));
        await coordinator.Get("/werk");
        Assert.DoesNotContain("Wachter", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await coordinator.Get($"/dossiers/{second}/historie");
        Assert.Contains("heeft nagevraagd: er is nog geen plaats en het gezin wacht nog (pijler 1)", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Is_not_passed_by_a_family_that_lost_its_place_and_wants_one_again()
    {
        await using var app = await App.Start(cluster);
        var (holder, first, second) = await A_place_that_comes_free.Full(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{holder}/plaats/1");
        await Keeping_a_place.Step(intaker, holder, "vrijgeven", "Oma helpt");

        var answer = await Keeping_a_place.Step(intaker, holder, "reserveren", "Toch niet");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Er is 1 plaats vrij, maar 2 andere gezinnen wachten al. Zet dit gezin op de wachtlijst", intaker.Page.QuerySelector("#stap-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Toch niet", intaker.Page.QuerySelector("textarea[name=reden]")!.TextContent.Trim());
        Assert.Equal(0, await app.Database.AsAdmin("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PlaceReserved'"));

        // What is offered instead: the line, in the order of the applications.
        var act = Guid.NewGuid();
        var twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Keeping_a_place.Step(intaker, holder, "wachtlijst", "Wil toch", act: act)));
        Assert.All(twice, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        await intaker.Get("/werk/wachtlijst/1");
        Assert.Equal([$"/dossiers/{first}", $"/dossiers/{second}", $"/dossiers/{holder}"], intaker.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")));
        Assert.Equal(first, await app.Database.AsAdmin("select dossier_id from offers_due()"));
    }
}
