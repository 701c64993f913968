using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

public sealed class Asking_to_deviate(TestCluster cluster)
{
    [Fact]
    public async Task First_shows_the_summary_then_stores_what_the_rule_says_and_the_request_beside_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Zonder Naambord").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");

        var shown = await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Ziet er van af, zegt mevrouw Jansen");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var text = Looking_at_a_dossier.Text(intaker);
        Assert.Contains("Programmabureau Trendbreuk (GGD Zuid Limburg) beoordeelt het uiterlijk 22-05-2023. Tot dan geldt: toegelaten tot pijler 1.", text, StringComparison.Ordinal);
        Assert.Contains("zegt mevrouw [naam]", text, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
        var stored = await Taking_a_decision.Deviate(intaker, id, 1, "afgewezen", "Ziet er van af, zegt mevrouw Jansen");

        Assert.Equal($"/dossiers/{id}", stored.Headers.Location?.OriginalString);
        Assert.Equal("toegelaten|toelaten|besluit", await app.Database.AsAdmin("select concat_ws('|', outcome, proposal, kind, reason) from decision where dossier_id = $1", id));
        Assert.Equal("afgewezen|wacht|geboortezorg-limburg|demo:intaker", await app.Database.AsAdmin("select concat_ws('|', o.outcome, o.state, paid_organisation, requester) from override_request o join decision d on d.id = o.replaces where o.dossier_id = $1", id));
        Assert.Equal("gereserveerd", await app.Database.AsAdmin("select state from held_place where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join override_request o on o.entry_id = e.id where e.act = 'OverrideAsked' and e.body is not null"));
        Assert.Equal("programmabureau|2023-05-22", await app.Database.AsAdmin("select role || '|' || until from work_item where kind = 'afwijking-beoordelen' and done_on is null"));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Demo intaker vroeg op 15-05-2023: afgewezen voor pijler 1. Programmabureau Trendbreuk (GGD Zuid Limburg) beoordeelt dit uiterlijk 22-05-2023, zonder naam.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Null(intaker.Page.QuerySelector($"a[href='/dossiers/{id}/afwijken/1']"));
    }

    [Theory]
    [InlineData("Naambord ziet er van af", "de naam van de moeder")]
    [InlineData("Woont nu op 6412 AB", "een postcode")]
    [InlineData("Bel 06-12345678", "een telefoonnummer")]
    [InlineData("Mail a@b.nl", "een e-mailadres")]
    public async Task With_a_reason_that_tells_who_it_is_is_sent_back(string reason, string found)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Zonder Naambord").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");

        var answer = await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", reason);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(found, intaker.Page.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(reason, ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from decision"));
    }

    [Fact]
    public async Task With_another_reason_than_the_one_that_was_read_shows_the_summary_again()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Een reden");
        var mark = intaker.Page.QuerySelector("input[name=gezien]")!.GetAttribute("value")!;

        var changed = await intaker.Post($"/dossiers/{id}/besluit/1", ("besluit", "afgewezen"), ("reden", "Een heel andere reden"), ("act", Guid.NewGuid().ToString()), ("gezien", mark));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Een heel andere reden", intaker.Page.QuerySelector("form .flex-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from override_request"));
    }

    [Fact]
    public async Task Twice_under_the_same_act_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        var act = Guid.NewGuid();
        await Taking_a_decision.Deviate(intaker, id, 1, "afgewezen", "Een reden", act);

        var again = await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Een reden", act);
        var other = await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Een andere reden", act);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (again.StatusCode, other.StatusCode));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from override_request"));
    }

    [Fact]
    public async Task Of_a_decision_that_stands_waits_beside_it_and_only_one_request_at_a_time()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "afgewezen");
        await intaker.Get($"/dossiers/{id}");
        Assert.NotNull(intaker.Page.QuerySelector($"a[href='/dossiers/{id}/afwijken/1']"));

        await coordinator.Get($"/dossiers/{id}/afwijken/1");
        var stored = await Taking_a_decision.Deviate(intaker, id, 1, "toegelaten", "Verhuist volgende week terug", page: "afwijken");
        var second = await coordinator.Post($"/dossiers/{id}/afwijken/1", ("besluit", "wachtlijst"), ("reden", "Nog een reden"), ("act", Guid.NewGuid().ToString()));

        Assert.Equal($"/dossiers/{id}", stored.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Demo intaker heeft op 15-05-2023 al gevraagd om af te wijken (toegelaten tot pijler 1).", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("Nog een reden", ((IHtmlTextAreaElement)coordinator.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("afgewezen|0|1", await app.Database.AsAdmin("select concat_ws('|', (select string_agg(outcome, ',') from decision), (select taken from place where pillar = 1), (select count(*) from override_request))"));
    }

    [Fact]
    public async Task For_what_is_decided_already_or_without_a_reason_is_sent_back()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "afgewezen");

        var same = await intaker.Post($"/dossiers/{id}/afwijken/1", ("besluit", "afgewezen"), ("reden", ""), ("act", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        Assert.Contains("Dit is al besloten", intaker.Page.QuerySelector("#besluit-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vul in waarom u wilt afwijken.", intaker.Page.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
    }
}
