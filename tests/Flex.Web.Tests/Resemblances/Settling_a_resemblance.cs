using System.Net;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Resemblances;

public sealed class Settling_a_resemblance(TestCluster cluster)
{
    private const string Other = "verloskunde-elders";
    private const string Settled = "select concat_ws('|', settled_as, settled_because, settled_by, settled_on) from resemblance";

    [Fact]
    public async Task Shows_both_side_by_side_to_who_decides()
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other, mother: "Kanarie vd Test");
        var made = await Resembling.Apply(app, FormFields.Bsn);
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{made}");
        Assert.Contains("Dit gezin heeft misschien al een dossier", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Empty(intaker.Page.QuerySelectorAll("main a[href*='/besluit/']"));
        await intaker.Get(intaker.Page.QuerySelector("main a[href^='/werk/lijkt-op/']")!.GetAttribute("href")!);

        Assert.Contains("hetzelfde BSN", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(["verschilt", "gelijk", "gelijk"], intaker.Page.QuerySelectorAll("tbody .flex-status").Select(s => s.TextContent).Take(3));
        Assert.Equal([$"/dossiers/{made}", $"/dossiers/{old}"], intaker.Page.QuerySelectorAll("main .flex-actions a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(FormFields.Bsn, intaker.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(distinct dossier_id) from journal.entry where act = 'DossierRead' and role = 'intaker' and purpose = 'mogelijk dubbel beoordelen'"));
        await intaker.Get($"/dossiers/{old}");
        Assert.Contains("Een nieuwere aanmelding lijkt op dit gezin", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_not_done_by_who_broke_the_glass_of_one_of_both(bool newer)
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{made}");
        var path = intaker.Page.QuerySelector("main a[href^='/werk/lijkt-op/']")!.GetAttribute("href")!;
        await intaker.Get(path);
        var own = (string)(await app.Database.AsAdmin("select organisation from journal.entry where act = 'SignedIn' and role = 'intaker' limit 1"))!;
        await app.Database.AsAdmin(RelationRows.Sql("nood", newer ? made : old, own, "demo:intaker"));

        var answer = await intaker.Post(path, ("oordeel", "zelfde"), ("reden", "Gebeld met de moeder."));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("0|0", await app.Database.AsAdmin("select concat_ws('|', (select count(settled_as) from resemblance), (select count(*) from dossier_end))"));
        await intaker.Get(path);
        Assert.Empty(intaker.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task As_the_same_family_ends_the_new_dossier_and_keeps_it_readable_from_the_other()
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);

        var answer = await Resembling.Settle(app, made, "zelfde", "Gebeld met de moeder.");

        Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{old}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("same|Gebeld met de moeder.|Demo intaker|2023-05-15", await app.Database.AsAdmin(Settled));
        await StoredWork.Matches(app);
        Assert.Equal($"dubbel|{old}|Demo intaker", await app.Database.AsAdmin("select concat_ws('|', how, merged_into, ended_by) from dossier_end where dossier_id = $1", made));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and done_on is null", made));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ResemblanceSettled' and role = 'intaker' and dossier_id in ($1, $2)", old, made));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{old}");
        await intaker.Get(intaker.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Lees wat er toen is ingevuld").GetAttribute("href")!);
        Assert.Contains("Belt liever niet.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{old}/historie");
        Assert.Contains("zag dat een ander dossier van hetzelfde gezin is.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Reden: “Gebeld met de moeder.”", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_the_same_family_carries_over_what_only_the_new_form_said()
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);

        await Resembling.Settle(app, made, "zelfde");

        Assert.Equal("{1,2}", await app.Database.AsAdmin("select pillars::text from application where dossier_id = $1", old));
        Assert.Equal("2|2023-05-12|verloskundige|aanmelder|moeder", await app.Database.AsAdmin("select concat_ws('|', pillar, applied_on, applicant, channel, agreed_by) from pillar_application where dossier_id = $1", old));
        Assert.Equal("{telefoon} niemand", await app.Database.AsAdmin("select means::text || ' ' || reads_along from safe_contact where dossier_id = $1", old));
        Assert.Equal("besluiten 1,besluiten 2", await app.Database.AsAdmin("select string_agg(kind || ' ' || part, ',' order by part) from work_item where dossier_id = $1 and done_on is null", old));
        await StoredWork.Matches(app);
        using var intaker = await app.Visit("intaker");
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{old}/besluit/2")).StatusCode);
        await intaker.Get($"/dossiers/{old}/historie");
        Assert.Contains("Overgenomen: de aanvraag voor pijler 2 en hoe het gezin veilig te bereiken is.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{made}/historie");
        Assert.DoesNotContain("Overgenomen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_the_same_family_keeps_a_newer_answer_about_reaching_it_and_does_not_ask_twice_for_a_pillar()
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set pillars = '{{1,2}}' where dossier_id = '{old}'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{old}/bereiken");
        await intaker.Post($"/dossiers/{old}/bereiken", ("contact", "geen"));

        await Resembling.Settle(app, made, "zelfde");

        Assert.Equal("{}", await app.Database.AsAdmin("select string_agg(means::text, ' ') from safe_contact where dossier_id = $1", old));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from pillar_application"));
    }

    [Fact]
    public async Task As_the_family_of_a_dossier_that_ended_is_refused_until_it_is_opened_again()
    {
        await using var app = await App.Start(cluster);
        var old = await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);
        using (var coordinator = await app.Visit("coordinator"))
        {
            await coordinator.Get($"/dossiers/{old}/einde");
            await Ends.Ending_a_dossier.End(coordinator, old, "ingetrokken");
        }

        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/werk/lijkt-op/{made}");
        var answer = await intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", "zelfde"), ("reden", "Zelfde moeder."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Heropen dat eerst, of zeg “niet hetzelfde”: een volgende zwangerschap is een nieuwe aanvraag.", intaker.Page.QuerySelector("#oordeel-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zelfde moeder.", intaker.Page.QuerySelector("#reden")!.TextContent);
        Assert.Equal("0", await app.Database.AsAdmin("select count(*)::text from dossier_end where dossier_id = $1", made));
        await intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", "ander"), ("reden", "Volgende zwangerschap."));
        Assert.Equal("different", await app.Database.AsAdmin("select settled_as from resemblance"));
    }

    [Fact]
    public async Task As_another_family_needs_a_reason_and_then_both_go_on()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);
        using var intaker = await app.Visit("intaker");
        var held = await intaker.Get($"/dossiers/{made}/besluit/1");
        Assert.Equal($"/werk/lijkt-op/{made}", held.Headers.Location!.OriginalString);
        await intaker.Get($"/werk/lijkt-op/{made}");

        var without = await intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", "ander"), ("reden", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector("#reden-fout"));
        Assert.NotNull(intaker.Page.QuerySelector("input[value=ander]:checked"));
        var with = await intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", "ander"), ("reden", "Gebeld: een zus."));

        Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{made}"), (with.StatusCode, with.Headers.Location!.OriginalString));
        Assert.Equal("different|Gebeld: een zus.|Demo intaker|2023-05-15", await app.Database.AsAdmin(Settled));
        Assert.Equal("besluiten 1,besluiten 2", await app.Database.AsAdmin("select string_agg(kind || ' ' || part, ',' order by part) from work_item where dossier_id = $1 and done_on is null", made));
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{made}/besluit/1")).StatusCode);
    }

    [Theory]
    [InlineData("", "", "#oordeel-fout")]
    [InlineData("nonsens", "Gebeld.", "#oordeel-fout")]
    [InlineData("ander", "Zij heeft BSN 999911120.", "#reden-fout")]
    [InlineData("zelfde", "Zij heeft BSN 999911120.", "#reden-fout")]
    [InlineData("ander", "te lang", "#reden-fout")]
    public async Task Wrongly_is_said_beside_the_field_and_stores_nothing(string verdict, string reason, string at)
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);
        using var intaker = await app.Visit("coordinator");
        await intaker.Get($"/werk/lijkt-op/{made}");

        var answer = await intaker.Post(Resembling.Action(intaker), ("act", Resembling.Act(intaker)), ("oordeel", verdict), ("reden", reason == "te lang" ? new string('x', 2_001) : reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector(at));
        Assert.Equal("", await app.Database.AsAdmin(Settled));
    }

    [Fact]
    public async Task Twice_counts_once_and_who_is_second_is_told_who_said_what()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other);
        var made = await Resembling.Apply(app);
        using var first = await app.Visit("intaker");
        using var second = await app.Visit("coordinator");
        await first.Get($"/werk/lijkt-op/{made}");
        await second.Get($"/werk/lijkt-op/{made}");
        var fields = new[] { ("act", Resembling.Act(first)), ("oordeel", "ander"), ("reden", "Een zus.") };

        var (path, act) = (Resembling.Action(first), Resembling.Act(second));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => first.Post(path, fields)));
        var late = await second.Post(path, ("act", act), ("oordeel", "zelfde"), ("reden", "Volgens mij wel."));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, $"/dossiers/{made}"), (a.StatusCode, a.Headers.Location!.OriginalString)));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Demo intaker zei op 15-05-2023: dit is een ander gezin. Reden: “Een zus.”", Looking_at_a_dossier.Text(second), StringComparison.Ordinal);
        Assert.Equal("Volgens mij wel.", second.Page.QuerySelector("#reden")!.TextContent);
        Assert.Equal("2 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from journal.entry where act = 'ResemblanceSettled'), (select count(*) from dossier_end))"));
    }

    [Fact]
    public async Task With_several_dossiers_is_done_one_by_one()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, Other);
        await Resembling.Stored(app, Other, bsn: null);
        var made = await Resembling.Apply(app, FormFields.Bsn);

        await Resembling.Settle(app, made, "ander", "Een zus.");
        Assert.Equal("dubbel-beoordelen", await app.Database.AsAdmin("select kind from work_item where dossier_id = $1 and done_on is null", made));
        await Resembling.Settle(app, made, "ander", "Een nicht.");

        Assert.Equal("Een nicht. Een zus.", await app.Database.AsAdmin("select string_agg(settled_because, ' ' order by settled_because) from resemblance"));
        Assert.Equal("besluiten", await app.Database.AsAdmin("select min(kind) from work_item where dossier_id = $1 and done_on is null", made));
    }

    [Fact]
    public async Task Leaves_who_applied_for_both_looking_and_shows_others_nothing()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "demo-verloskunde");
        var made = await Resembling.Apply(app);
        foreach (var role in Roles.All)
        {
            using var visitor = await app.Visit(role.Code);
            var answer = await visitor.Get($"/werk/lijkt-op/{made}");

            var sees = Policies.May(role.Code, Policies.Decide) || role.Code == Roles.Verloskundige;
            Assert.Equal(sees ? HttpStatusCode.OK : Policies.May(role.Code, Policies.SeeDossiers) ? HttpStatusCode.NotFound : HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(Policies.May(role.Code, Policies.Decide), visitor.Page.QuerySelector("form[action^='/werk/lijkt-op/']") is not null);
            var sent = await visitor.Post($"/werk/lijkt-op/{made}", ("oordeel", ""));
            Assert.Equal(Policies.May(role.Code, Policies.Decide) ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect, sent.StatusCode);
        }
    }
}
