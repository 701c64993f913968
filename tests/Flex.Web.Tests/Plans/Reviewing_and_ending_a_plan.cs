using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Plans;

public sealed class Reviewing_and_ending_a_plan(TestCluster cluster)
{
    [Fact]
    public async Task A_review_is_kept_shown_and_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/plan/evaluatie");
        (string, string)[] said = [("gesproken_op", "14-05-2023"), ("hoe_gaat_het", "De nachten gaan beter"), ("volgende_keer", "01-06-2023")];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Planned.Send(carer, id, "evaluatie", said, ("volgende_keer", "13-05-2023"))).StatusCode);
        Assert.Contains("voor het gesprek", carer.Page.QuerySelector("#volgende_keer-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/dossiers/{id}/plan", (await Planned.Send(carer, id, "evaluatie", said)).Headers.Location?.OriginalString);

        Assert.Equal("tussentijds 2023-05-14 2023-06-01", await app.Database.AsAdmin("select concat_ws(' ', kind, held_on, next_on) from plan_review"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join plan_review r on r.entry_id = e.id where e.act = 'PlanReviewed' and e.body is not null"));
        await carer.Get($"/dossiers/{id}/plan");
        Assert.Contains("14-05-2023: “De nachten gaan beter” Weer bespreken op 01-06-2023.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_has_a_reason_and_to_whom_gives_the_place_back_and_closes_the_plan()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/doel");
        await Planned.Send(coordinator, id, "doel", Planned.Bridging);
        (string, string)[] said = [("reden_einde", "termijn"), ("hoe_gaat_het", "Zij kunnen het bijna zelf")];
        await coordinator.Get($"/dossiers/{id}/plan/einde");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Planned.Send(coordinator, id, "einde", said, ("overgedragen_aan", "de gemeente"))).StatusCode);
        Assert.Contains("nog geen zorg vastgelegd", coordinator.Page.QuerySelector("#reden_einde-fout")!.TextContent, StringComparison.Ordinal);
        await Planned.Give(app, id, 20);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Planned.Send(coordinator, id, "einde", said)).StatusCode);
        Assert.Contains("Vul in wie het overneemt", coordinator.Page.QuerySelector("#overgedragen_aan-fout")!.TextContent, StringComparison.Ordinal);
        var act = ("act", Guid.CreateVersion7().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Planned.Send(coordinator, id, "einde", said, act, ("overgedragen_aan", "de gemeente"))));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}/plan", a.Headers.Location?.OriginalString));
        Assert.Equal("einde termijn de gemeente", await app.Database.AsAdmin("select concat_ws(' ', kind, reason, handed_to) from plan_review"));
        Assert.Equal("deels-teruggegeven 2023-05-15 76", await app.Database.AsAdmin("select concat_ws(' ', state, done_on, returned_quarters) from held_place where dossier_id = $1 and pillar = 2", id));
        Assert.Equal("PlaceReleased PlanReviewed", await app.Database.AsAdmin("select string_agg(act, ' ' order by act) from journal.entry where act in ('PlaceReleased', 'PlanReviewed') and body is not null"));
        await coordinator.Get($"/dossiers/{id}/plan");
        Assert.Contains("De zorg in deze pijler is klaarSinds 15-05-2023.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("einde: de termijn is voorbij: “Zij kunnen het bijna zelf” Overgedragen aan de gemeente.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await Planned.Book(coordinator, id, "reserveren", "2"));
    }

    [Fact]
    public async Task A_family_that_stops_before_any_care_needs_no_other_place()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/plan/einde");

        Assert.Equal($"/dossiers/{id}/plan", (await Planned.Send(intaker, id, "einde", [("reden_einde", "gezin-stopt"), ("hoe_gaat_het", "Oma is er nu")])).Headers.Location?.OriginalString);

        Assert.Equal("vrijgegeven gezin 2023-05-15", await app.Database.AsAdmin("select concat_ws(' ', state, asked_by, done_on) from held_place where dossier_id = $1 and pillar = 2", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind = 'plaats-vervallen' and done_on is null", id));
        await StoredWork.Matches(app);
    }
}
