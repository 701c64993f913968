using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

public sealed class Taking_a_decision(TestCluster cluster)
{
    [Fact]
    public async Task As_proposed_is_stored_with_its_sealed_facts_takes_a_place_and_is_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Contains("Woont in Heerlen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("0 van 150 plaatsen bezet", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        var answer = await Decide(intaker, id, 1, "toegelaten");

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location!.OriginalString);
        Assert.Equal("toegelaten|toelaten|2023-05-15|Demo intaker", await app.Database.AsAdmin("select concat_ws('|', outcome, proposal, decided_on, decided_by) from decision where dossier_id = $1 and length(facts) > 100", id));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join decision d on d.entry_id = e.id where e.act = 'Decided' and e.dossier_id = $1 and e.body is not null", id));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Besloten op 15-05-2023 door Demo intaker.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    [Theory]
    [InlineData("afgewezen", "", "reden")]
    [InlineData("wachtlijst", "  ", "reden")]
    [InlineData("", "Een reden", "besluit")]
    [InlineData("iets anders", "Een reden", "besluit")]
    public async Task Without_what_it_needs_is_sent_back_with_everything_typed(string outcome, string reason, string field)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");

        var answer = await Decide(intaker, id, 1, outcome, reason);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(reason.Trim(), ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal(outcome is "afgewezen" or "wachtlijst" ? outcome : null, intaker.Page.QuerySelector("input[name=besluit][checked]")?.GetAttribute("value"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
    }

    [Fact]
    public async Task While_something_is_missing_is_stored_with_its_reason()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Nowhere().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/besluit/2");
        Assert.Contains("Voorstel: eerst navragen", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        await Decide(coordinator, id, 2, "toegelaten", "Verhuist volgende week naar Heerlen");

        Assert.Equal("navragen|toegelaten|Verhuist volgende week naar Heerlen", await app.Database.AsAdmin("select concat_ws('|', proposal, outcome, reason) from decision where dossier_id = $1", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from override_request"));
    }

    [Theory]
    [InlineData(2, "Voorstel: op de wachtlijst", "2 plaatsen vrij, 2 gezinnen wachten. Wie al wacht, gaat voor.")]
    [InlineData(3, "Voorstel: toelaten", "3 plaatsen vrij, 2 gezinnen wachten. Wie al wacht, gaat voor.")]
    public async Task With_as_many_in_line_as_there_are_places_is_proposed_the_waiting_list(int places, string proposal, string words)
    {
        await using var app = await App.Start(cluster);
        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = 0 where pillar = 1");
        var a = new Builder(app);
        using var intaker = await app.Visit("intaker");
        var waiting = new List<Guid>();
        foreach (var name in new[] { "Eerste Wachter", "Tweede Wachter" })
        {
            waiting.Add(await a.Dossier().Of(name).For(1).Save());
            await intaker.Get($"/dossiers/{waiting[^1]}/besluit/1");
            await Decide(intaker, waiting[^1], 1, "wachtlijst");
        }

        await app.Database.AsAdmin($"set session_replication_role = replica; update place set capacity = {places} where pillar = 1");
        var newcomer = await a.Dossier().Of("Nieuw Gezin").For(1).Save();

        await intaker.Get($"/dossiers/{newcomer}/besluit/1");
        Assert.Contains(proposal, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains(words, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        using var applicant = await app.Visit("verloskundige");
        await applicant.Get($"/dossiers/{newcomer}");
        Assert.Contains(proposal, Looking_at_a_dossier.Text(applicant), StringComparison.Ordinal);

        // Who waits takes a free place, as before.
        await PlaceKeeping.Keeping_a_place.Step(intaker, waiting[0], "aanbieden");
        Assert.Equal("aangeboden", await app.Database.AsAdmin("select state from held_place where dossier_id = $1", waiting[0]));
        await intaker.Get($"/dossiers/{newcomer}/besluit/1");
        Assert.Contains($"{places - 1} plaats{(places == 2 ? "" : "en")} vrij, 1 gezin wacht.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_pillar_is_refused_with_everything_typed_and_nothing_stored()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update place set taken = 150 where pillar = 1");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Contains("Voorstel: op de wachtlijst", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        var answer = await Decide(intaker, id, 1, "toegelaten", "Er zou vandaag iemand stoppen");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Er is geen plaats meer in pijler 1: 150 van 150 bezet.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal("Er zou vandaag iemand stoppen", ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("toegelaten", intaker.Page.QuerySelector("input[name=besluit][checked]")!.GetAttribute("value"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'Decided'"));
    }

    [Fact]
    public async Task A_second_time_tells_who_decided_what_and_keeps_the_input()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await coordinator.Get($"/dossiers/{id}/besluit/1");
        await Decide(intaker, id, 1, "toegelaten");

        var answer = await Decide(coordinator, id, 1, "afgewezen", "Krijgt al andere hulp");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Demo intaker heeft op 15-05-2023 al besloten: toegelaten tot pijler 1.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("Krijgt al andere hulp", ((IHtmlTextAreaElement)coordinator.Page.QuerySelector("#reden")!).Value);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from decision"));
    }

    [Fact]
    public async Task With_a_double_click_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        var act = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Decide(intaker, id, 1, "toegelaten", act: act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from decision"));
    }

    [Fact]
    public async Task About_a_pillar_that_nobody_applied_for_is_not_there()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().For(1).Save();
        using var intaker = await app.Visit("intaker");

        Assert.Equal(HttpStatusCode.NotFound, (await intaker.Get($"/dossiers/{id}/besluit/2")).StatusCode);
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Equal(HttpStatusCode.NotFound, (await Decide(intaker, id, 2, "toegelaten")).StatusCode);
    }

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("kraamverzorgende")]
    [InlineData("gemeente")]
    public async Task By_who_may_not_decide_is_refused(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var visitor = await app.Visit(persona);
        await visitor.Get("/");

        await Decide(visitor, id, 1, "toegelaten");

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
    }

    /// <summary>Decides otherwise than the rule: reads the summary that comes back and confirms it.</summary>
    internal static async Task<HttpResponseMessage> Deviate(Visitor visitor, Guid id, int pillar, string outcome, string reason, Guid? act = null, string page = "besluit")
    {
        var sent = new[] { ("besluit", outcome), ("reden", reason), ("act", (act ?? Guid.NewGuid()).ToString()) };
        var shown = await visitor.Post($"/dossiers/{id}/{page}/{pillar}", sent);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        return await visitor.Post($"/dossiers/{id}/{page}/{pillar}", [.. sent, ("gezien", visitor.Page.QuerySelector("input[name=gezien]")!.GetAttribute("value")!)]);
    }

    internal static Task<HttpResponseMessage> Decide(Visitor visitor, Guid id, int pillar, string outcome, string reason = "", Guid? act = null) =>
        visitor.Post($"/dossiers/{id}/besluit/{pillar}", ("besluit", outcome), ("reden", reason), ("act", (act ?? Guid.NewGuid()).ToString()));
}
