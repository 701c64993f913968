using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Dossiers;

/// <summary>The family's own words of a further pillar: before who decides and who gives the care, and nobody else.</summary>
public sealed class What_a_family_asked(TestCluster cluster)
{
    private static readonly string[] Words = ["Haar vraag in haar eigen woorden", "Beide", "Jeugdhulp van het wijkteam"];

    [Theory]
    [InlineData("intaker", true)]
    [InlineData("coordinator", true)]
    [InlineData("kraamverzorgende", true)]
    [InlineData("verloskundige", false)]
    [InlineData("jgz", false)]
    public async Task Stands_in_the_dossier_for_who_decides_and_who_gives_care(string persona, bool reads)
    {
        await using var app = await App.Start(cluster);
        var id = await Asked(app);
        using var visitor = await app.Visit(persona);
        using var statements = new Statements(app.Database);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"/dossiers/{id}")).StatusCode);

        Assert.InRange(statements.Asked.Count, 3, 12);
        Assert.All(Words, w => Assert.Equal(reads, Looking_at_a_dossier.Text(visitor).Contains(w, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lies_before_who_decides_about_that_pillar_and_not_about_another()
    {
        await using var app = await App.Start(cluster);
        var id = await Asked(app);
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/besluit/2");
        Assert.All(Words, w => Assert.Contains(w, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal));
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.All(Words, w => Assert.DoesNotContain(w, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_in_the_history_by_its_pillar_and_never_by_its_words()
    {
        await using var app = await App.Start(cluster);
        var id = await Asked(app);
        using var midwife = await app.Visit("verloskundige");

        await midwife.Get($"/dossiers/{id}/historie");

        Assert.Contains("heeft het gezin ook aangemeld voor pijler 2.", Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
        Assert.DoesNotContain(Words[0], Looking_at_a_dossier.Text(midwife), StringComparison.Ordinal);
    }

    private static async Task<Guid> Asked(App app)
    {
        var id = await new Builder(app).Dossier().For(1).InCare().Save();
        using var nurse = await app.Visit("jgz");
        await nurse.Get($"/dossiers/{id}/pijler/2");
        Assert.Equal(HttpStatusCode.SeeOther, (await nurse.Post($"/dossiers/{id}/pijler/2", ("vraag", Words[0]), ("doel", "beide"), ("overbruggen_naar", Words[2]), ("akkoord", "moeder"), ("aanmelder", "jgz"), ("geen_bericht", "ja"))).StatusCode);
        return id;
    }
}
