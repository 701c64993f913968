using System.Net;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Confirmations;

public sealed class Confirming_facts(TestCluster cluster)
{
    [Fact]
    public async Task After_the_birth_unchanged_ends_that_work_and_moves_no_period()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        Assert.Contains("gegevens-bevestigen", (string)(await Registering_a_birth.Open(app, id))!, StringComparison.Ordinal);

        await intaker.Get($"/dossiers/{id}/gegevens");
        Assert.Contains("Deze gegevens worden na de geboorte nagevraagd. Vraag het gezin of dit nog klopt, en verander alleen wat anders is.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        var answer = await Confirm(intaker, id);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("geboorte|2023-05-15|Demo intaker|{}", await app.Database.AsAdmin("select concat_ws('|', occasion, checked_on, checked_by, changed::text) from fact_check where dossier_id = $1", id));
        Assert.Equal("1 1 0", await Periods(app));
        Assert.Equal("afsluiten,plaats-bevestigen", await Registering_a_birth.Open(app, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join fact_check f on f.entry_id = e.id where e.act = 'FactsConfirmed' and e.body is not null"));
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft verzekeraar, gemeente en aanbieder bevestigd, na de geboorte: alles klopte nog.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        intaker.Dispose();
    }

    [Fact]
    public async Task Per_the_first_of_January_is_asked_once_a_year()
    {
        await using var app = await App.Start(cluster, today: new(2023, 1, 10));
        var id = await new Builder(app).Dossier().Received(new(2022, 11, 1)).Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set channel = 'aanmelder', due_date = '2023-02-01' where dossier_id = '{id}'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Decisions.Taking_a_decision.Decide(intaker, id, 1, "toegelaten", "Voor deze test");
        await app.Database.AsAdmin($"set session_replication_role = replica; update held_place set held_on = '2022-12-01' where dossier_id = '{id}'");
        await intaker.Get($"/dossiers/{id}/bereiken");
        await intaker.Post($"/dossiers/{id}/bereiken", ("contact", "geen"));
        Assert.Equal(2023, await app.Database.AsAdmin("select part from work_item where dossier_id = $1 and kind = 'gegevens-bevestigen' and done_on is null", id));

        await intaker.Get($"/dossiers/{id}/gegevens");
        Assert.Contains("per 1 januari 2023", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await Confirm(intaker, id);

        Assert.Equal("2023-01-01", await app.Database.AsAdmin("select occasion from fact_check"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind = 'gegevens-bevestigen' and done_on is null", id));
    }

    [Fact]
    public async Task That_changed_ends_the_old_periods_begins_new_ones_and_makes_it_the_coordinators_task()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");

        var answer = await Confirm(intaker, id, ("postcode", "6211 AA"), ("gemeente", "GM0935"), ("verzekeraar", "ONVZ"), ("aanbieder", "ander"), ("vanaf", "10-05-2023"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("{woonplaats,verzekeraar,aanbieder}", await app.Database.AsAdmin("select changed::text from fact_check"));
        Assert.Equal("[2023-05-01,2023-05-10) GM0917 -, [2023-05-10,) GM0935 6211AA", await app.Database.AsAdmin("select string_agg(during || ' ' || municipality || ' ' || coalesce(postcode, '-'), ', ' order by during) from residence"));
        Assert.Equal("[2023-05-01,2023-05-10) CZ, [2023-05-10,) ONVZ", await app.Database.AsAdmin("select string_agg(during || ' ' || insurer, ', ' order by during) from insurance"));
        Assert.Equal("[2023-05-10,) ander", await app.Database.AsAdmin("select string_agg(during || ' ' || provider, ', ' order by during) from provision"));
        Assert.Equal("coordinator", await app.Database.AsAdmin("select role from work_item where dossier_id = $1 and kind = 'wijziging-beoordelen' and done_on is null", id));
        Assert.Equal("gereserveerd 1", await app.Database.AsAdmin("select state || ' ' || (select taken from place where pillar = 1) from held_place where dossier_id = $1", id));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Maastricht, 6211AA", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Een andere aanbieder", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        intaker.Dispose();
    }

    [Fact]
    public async Task That_changed_shows_what_the_rule_says_now_and_keeps_what_the_coordinator_decided()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");
        await Confirm(intaker, id, ("gemeente", "GM0363"), ("vanaf", "10-05-2023"));
        using var coordinator = await app.Visit("coordinator");

        await intaker.Get($"/dossiers/{id}/gegevens");
        Assert.Null(intaker.Page.QuerySelector("#oordeel"));
        await coordinator.Get($"/dossiers/{id}/gegevens");
        Assert.Contains("Wat de regel nu zou zeggen: Voorstel: afwijzen", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("een plaats blijft tot iemand anders besluit", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Judge(coordinator, id, "")).StatusCode);
        Assert.NotNull(coordinator.Page.QuerySelector("#oordeel-fout"));
        var answer = await Judge(coordinator, id, "De zorg loopt door tot het einde");

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("2023-05-15|Demo programmacoördinator|De zorg loopt door tot het einde", await app.Database.AsAdmin("select concat_ws('|', judged_on, judged_by, judged_because) from fact_check"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind = 'wijziging-beoordelen' and done_on is null", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ChangeJudged' and body is not null and dossier_id = $1", id));
        Assert.Equal($"/dossiers/{id}", (await Judge(coordinator, id, "Nog eens")).Headers.Location?.OriginalString);
        Assert.Equal("De zorg loopt door tot het einde", await app.Database.AsAdmin("select judged_because from fact_check"));
        intaker.Dispose();
    }

    [Fact]
    public async Task That_changed_again_while_somebody_judged_is_told_first_and_keeps_what_was_typed()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");
        await Confirm(intaker, id, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/gegevens");
        Assert.NotNull(coordinator.Page.QuerySelector($"main a[href='/dossiers/{id}/plaats/1']"));
        Assert.NotNull(coordinator.Page.QuerySelector($"main a[href='/dossiers/{id}/afwijken/1']"));
        await intaker.Get($"/dossiers/{id}/gegevens");
        await Confirm(intaker, id, ("gemeente", "GM0363"), ("vanaf", "11-05-2023"));

        var answer = await Judge(coordinator, id, "De verzekeraar maakt niet uit");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Er is intussen nog iets anders veranderd.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains(("oordeel", "De verzekeraar maakt niet uit"), A_database_that_goes_away.Typed(coordinator));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from fact_check where judged_on is not null"));
        await Judge(coordinator, id, "Nu beide gezien");
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from fact_check where judged_because = 'Nu beide gezien'"));
        intaker.Dispose();
    }

    [Fact]
    public async Task That_changed_is_not_the_intakers_to_judge()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");
        await Confirm(intaker, id, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));

        await Judge(intaker, id, "Dat is goed");

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from fact_check where judged_on is not null"));
        intaker.Dispose();
    }

    [Theory]
    [InlineData("verzekeraar", "ONVZ", "", "vanaf", "Er is iets veranderd.")]
    [InlineData("verzekeraar", "ONVZ", "01-05-2023", "vanaf", "moet na 01-05-2023 liggen")]
    [InlineData("verzekeraar", "ONVZ", "16-05-2023", "vanaf", "in de toekomst")]
    [InlineData("verzekeraar", "ONVZ", "gisteren", "vanaf", "geen datum")]
    [InlineData("verzekeraar", "999990019", "10-05-2023", "verzekeraar", "BSN")]
    [InlineData("postcode", "64 AB", "10-05-2023", "postcode", "geen postcode")]
    [InlineData("gemeente", "Nergenshuizen", "10-05-2023", "gemeente", "kennen we niet")]
    [InlineData("aanbieder", "", "10-05-2023", "aanbieder", "Kies wie de kraamzorg geeft")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string field, string text, string from, string wrong, string message)
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");

        var answer = await Confirm(intaker, id, (field, text), ("vanaf", from));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, intaker.Page.QuerySelector($"#{wrong}-fout")!.TextContent, StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(intaker).ToDictionary(StringComparer.Ordinal);
        Assert.Equal((text, from), (typed[field], typed["vanaf"]));
        Assert.Equal("1 1 0", await Periods(app));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from fact_check"));
        intaker.Dispose();
    }

    [Fact]
    public async Task Twice_at_once_keeps_one_and_tells_the_second()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{id}/gegevens");
        await coordinator.Get($"/dossiers/{id}/gegevens");
        await Confirm(intaker, id, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));

        var answer = await Confirm(coordinator, id, ("gemeente", "GM0935"), ("vanaf", "11-05-2023"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Demo intaker heeft intussen deze gegevens bevestigd.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains(("gemeente", "GM0935"), A_database_that_goes_away.Typed(coordinator));
        Assert.Equal("1 2 0", await Periods(app));
        intaker.Dispose();
    }

    [Fact]
    public async Task With_a_double_click_counts_once()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");
        (string, string)[] fields = [.. A_database_that_goes_away.Typed(intaker).Where(f => f.Name is not ("verzekeraar" or "vanaf")), ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => intaker.Post($"/dossiers/{id}/gegevens", fields)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("1 2 0", await Periods(app));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from fact_check"));
        intaker.Dispose();
    }

    [Fact]
    public async Task On_an_ended_dossier_is_refused_with_everything_typed()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/gegevens");
        await intaker.Get($"/dossiers/{id}/einde");
        await Ending_a_dossier.End(intaker, id, "verhuisd");

        var answer = await Confirm(coordinator, id, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("het gezin is verhuisd", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains(("verzekeraar", "ONVZ"), A_database_that_goes_away.Typed(coordinator));
        intaker.Dispose();
    }

    [Fact]
    public async Task After_the_connection_broke_comes_back_whole_and_counts_once()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        await intaker.Get($"/dossiers/{id}/gegevens");
        await using (var holder = await A_database_that_goes_away.Hold(app, "fact_check"))
        {
            var sending = Confirm(intaker, id, ("verzekeraar", "ONVZ"), ("vanaf", "10-05-2023"));
            await A_database_that_goes_away.SomebodyWaits(holder);
            await using var outage = await Outage.Of(cluster, app.Database);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        }

        var typed = A_database_that_goes_away.Typed(intaker).ToList();
        Assert.Equal($"/dossiers/{id}", (await intaker.Post($"/dossiers/{id}/gegevens", typed)).Headers.Location?.OriginalString);
        Assert.Equal($"/dossiers/{id}", (await intaker.Post($"/dossiers/{id}/gegevens", typed)).Headers.Location?.OriginalString);
        Assert.Equal("1 2 0", await Periods(app));
        intaker.Dispose();
    }

    [Fact]
    public async Task Asks_at_most_twelve_statements_to_show()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Born(app);
        using var statements = new Statements(app.Database);

        await intaker.Get($"/dossiers/{id}/gegevens");

        Assert.InRange(statements.Asked.Count, 3, 12);
        intaker.Dispose();
    }

    private static async Task<(Guid Id, Visitor Intaker)> Born(App app)
    {
        var id = await Birth.Expecting(app);
        var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(intaker, id);
        return (id, intaker);
    }

    // What stands in the form on the page, with what is changed in it.
    internal static Task<HttpResponseMessage> Confirm(Visitor visitor, Guid id, params (string Name, string Value)[] changed)
    {
        var form = visitor.Page.QuerySelector($"form[action='/dossiers/{id}/gegevens']")!;
        var names = form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")!).ToHashSet(StringComparer.Ordinal);
        return visitor.Post($"/dossiers/{id}/gegevens", [.. A_database_that_goes_away.Typed(visitor).Where(t => names.Contains(t.Name) && changed.All(c => c.Name != t.Name)).DistinctBy(t => t.Name), .. changed]);
    }

    private static Task<HttpResponseMessage> Judge(Visitor visitor, Guid id, string why) => visitor.Post(
        $"/dossiers/{id}/gegevens/oordeel", ("oordeel", why), ("act", Guid.NewGuid().ToString()), ("version", visitor.Page.QuerySelector("form[action$='/oordeel'] input[name=version]")?.GetAttribute("value") ?? ""));

    private static Task<object?> Periods(App app) => app.Database.AsAdmin("select (select count(*) from residence) || ' ' || (select count(*) from insurance) || ' ' || (select count(*) from provision)");
}
