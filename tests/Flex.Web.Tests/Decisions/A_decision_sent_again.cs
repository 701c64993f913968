using System.Net;
using AngleSharp.Html.Dom;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Decisions;

public sealed class A_decision_sent_again(TestCluster cluster)
{
    private static readonly Guid Act = Guid.Parse("0190aaaa-0000-7000-8000-00000000000b");

    [Theory]
    [InlineData("afgewezen", "Een andere reden")]
    [InlineData("wachtlijst", "Een reden")]
    public async Task With_other_content_is_refused_and_tells_what_is_decided(string outcome, string reason)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Een reden", Act);

        var changed = await Taking_a_decision.Decide(intaker, id, 1, outcome, reason, Act);

        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Contains("Uw besluit is niet opgeslagen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("heeft op 15-05-2023 al besloten: afgewezen voor pijler 1", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(reason, ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("afgewezen|Een reden", await app.Database.AsAdmin("select outcome || '|' || reason from decision"));
        Assert.Equal($"/dossiers/{id}", (await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", " Een reden ", Act)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task For_another_pillar_comes_back_under_a_new_act_and_is_stored_when_meant()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Een reden", Act);

        var other = await Taking_a_decision.Decide(intaker, id, 2, "afgewezen", "Ook een reden", Act);

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("Wilt u dit ook vastleggen, verstuur het dan nog eens.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from decision"));
        await intaker.Post($"/dossiers/{id}/besluit/2", A_database_that_goes_away.Typed(intaker).ToList());
        Assert.Equal("Ook een reden", await app.Database.AsAdmin("select reason from decision where pillar = 2"));
    }

    [Fact]
    public async Task After_the_connection_broke_comes_back_whole_and_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await using (var holder = await A_database_that_goes_away.Hold(app, "decision"))
        {
            var sending = Taking_a_decision.Decide(intaker, id, 1, "toegelaten", "Met een reden", Act);
            await A_database_that_goes_away.SomebodyWaits(holder);
            await using var outage = await Outage.Of(cluster, app.Database);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        }

        Assert.Contains("Het is niet zeker of dit is opgeslagen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal("Met een reden", ((IHtmlTextAreaElement)intaker.Page.QuerySelector("#reden")!).Value);
        var typed = A_database_that_goes_away.Typed(intaker).ToList();
        Assert.Contains(("act", Act.ToString()), typed);
        Assert.Equal($"/dossiers/{id}", (await intaker.Post($"/dossiers/{id}/besluit/1", typed)).Headers.Location?.OriginalString);
        Assert.Equal(1, await app.Database.AsAdmin("select taken from place where pillar = 1"));
    }

    [Fact]
    public void Against_no_proposal_at_all_is_not_called_against_the_proposal()
    {
        var form = new Flex.Web.Features.Decisions.DecisionForm(Act, "toegelaten", null);

        var asked = Assert.Single(form.Errors(Flex.Domain.Eligibility.Proposal.AskFirst)).Message;
        Assert.DoesNotContain("anders dan het voorstel", asked, StringComparison.Ordinal);
        Assert.Contains("er ontbreekt nog een antwoord", asked, StringComparison.Ordinal);
        Assert.Contains("anders dan het voorstel", Assert.Single(form.Errors(Flex.Domain.Eligibility.Proposal.Refuse)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_character_that_no_database_keeps_is_stored_without_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Maastricht").Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");

        var answer = await intaker.Upload($"/dossiers/{id}/besluit/1", ("besluit", "afgewezen"), ("reden", "Een\0 reden"), ("act", Act.ToString()));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("Een reden", await app.Database.AsAdmin("select reason from decision"));
    }
}
