using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Rights;

public sealed class Restricting_use(TestCluster cluster)
{
    [Fact]
    public async Task Keeps_the_family_out_of_lists_searches_and_figures_until_it_is_lifted()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update evaluation_rule set without_answer = true; insert into evaluation_rule select programme, true, entry_id from dossier on conflict do nothing");
        using var intaker = await app.Visit("intaker");
        Assert.Equal((true, true, true, 1L), await Seen(app, intaker));
        await intaker.Get($"/dossiers/{id}");
        await intaker.Get(Assert.Single(intaker.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/beperken']")).GetAttribute("href")!);
        var act = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => intaker.Post($"/dossiers/{id}/beperken", ("naam_verzoeker", "Anna de Proef"), ("beperkt_om", "juistheid"), ("act", act))));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("Anna de Proef juistheid", await app.Database.AsAdmin("select concat_ws(' ', asked_by, ground) from restriction where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'RestrictionSet' and body is not null and dossier_id = $1", id));
        Assert.Equal((false, false, false, 0L), await Seen(app, intaker));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Het gebruik van dit dossier is beperkt", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        // A request of the same family is still answered.
        await intaker.Get($"/dossiers/{id}/vernietigen");
        await Destroying.Ask(intaker, id);
        await intaker.Get("/beheer/verzoeken");
        Assert.Contains("Anna de Proef", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/beperken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post($"/dossiers/{id}/beperken/opheffen", ("reden", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"/dossiers/{id}/beperken/opheffen", ("reden", "Het is nagegaan"))).StatusCode);

        Assert.Equal((true, true, true, 1L), await Seen(app, intaker));
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het gebruik van dit dossier beperkt, op verzoek van Anna de Proef", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("heeft de beperking van dit dossier opgeheven", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_who_is_first_in_line_keeps_the_turn_and_holds_nobody_up()
    {
        await using var app = await App.Start(cluster);
        var (holder, first, second) = await PlaceKeeping.A_place_that_comes_free.Full(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{holder}/einde");
        await Ends.Ending_a_dossier.End(coordinator, holder, "verhuisd");
        Assert.Equal(first, await app.Database.AsAdmin("select dossier_id from offers_due()"));

        await coordinator.Post($"/dossiers/{first}/beperken", ("naam_verzoeker", "Anna"), ("beperkt_om", "bezwaar"));

        Assert.Equal(second, await app.Database.AsAdmin("select dossier_id from offers_due()"));
        await coordinator.Get($"/dossiers/{first}/beperken");
        await coordinator.Post($"/dossiers/{first}/beperken/opheffen", ("reden", "Afgewogen"));
        Assert.Equal(first, await app.Database.AsAdmin("select dossier_id from offers_due()"));
    }

    [Theory]
    [InlineData("", "juistheid", "naam_verzoeker", "Vul in wie erom vraagt.")]
    [InlineData("Anna", "", "beperkt_om", "Dit is nog niet ingevuld")]
    [InlineData("Anna", "zomaar", "beperkt_om", "Dit antwoord kennen we niet")]
    public async Task With_a_mistake_is_sent_back_beside_the_field(string by, string ground, string field, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beperken");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await intaker.Post($"/dossiers/{id}/beperken", ("naam_verzoeker", by), ("beperkt_om", ground))).StatusCode);

        Assert.Contains(message, intaker.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from restriction"));
    }

    private static async Task<(bool Listed, bool Work, bool Found, long Counted)> Seen(App app, Visitor intaker)
    {
        await intaker.Get("/dossiers");
        var listed = Shows(intaker);
        await intaker.Get("/werk");
        var work = Shows(intaker);
        await intaker.Get("/zoeken");
        await intaker.Post("/zoeken", ("naam", "Anna de Proef"), ("geboortedatum", "02-03-1995"));
        return (listed, work, Shows(intaker), (long)(await app.Database.AsAdmin("select count(*) from stats.dossier"))!);
    }

    private static bool Shows(Visitor visitor) => visitor.Page.QuerySelectorAll("main a[href^='/dossiers/']").Any(a => a.TextContent.Contains("Anna", StringComparison.Ordinal));
}
