using System.Net;
using Flex.Domain.Vulnerability;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Assessments;

public sealed class Explaining_a_class(TestCluster cluster)
{
    [Fact]
    public async Task Says_what_was_told_and_what_it_means_and_is_journaled_as_a_look()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Factor("U1", FactorState.Present).Save();
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get($"/dossiers/{id}");
        Assert.NotNull(midwife.Page.QuerySelector($"a[href='/dossiers/{id}/uitleg']"));

        await midwife.Get($"/dossiers/{id}/uitleg");

        var article = midwife.Page.QuerySelector("article")!.TextContent;
        Assert.Contains("U hebt zorgen over geld.", article, StringComparison.Ordinal);
        Assert.Contains("Er is iets waar snel hulp bij nodig is.", article, StringComparison.Ordinal);
        Assert.Contains("Wij kijken hierdoor niet anders naar u.", article, StringComparison.Ordinal);
        Assert.DoesNotContain("kwetsbaar", article, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("geweld", article, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Bespreek de rest alleen met haar zelf.", Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierRead' and purpose = 'uitleg aan het gezin' and dossier_id = $1", id));
    }

    [Fact]
    public async Task Without_an_assessment_says_that_there_is_none_yet()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().NotAssessed().Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/uitleg");

        Assert.Contains("Er is nog niet gewogen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verloskundige", HttpStatusCode.NotFound)]
    [InlineData("kraamverzorgende", HttpStatusCode.Redirect)]
    [InlineData("gemeente", HttpStatusCode.Redirect)]
    public async Task Is_not_for_who_does_not_weigh_or_reach_the_family(string persona, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update relation set organisation = 'elders' where kind = 'aanmelder'");
        using var visitor = await app.Visit(persona);

        Assert.Equal(expected, (await visitor.Get($"/dossiers/{id}/uitleg")).StatusCode);
    }
}
