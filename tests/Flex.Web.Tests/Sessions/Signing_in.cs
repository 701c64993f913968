using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Sessions;

public sealed class Signing_in(TestCluster cluster)
{
    [Fact]
    public async Task As_a_persona_opens_the_work_of_that_role_and_is_journaled()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("intaker");

        await visitor.Get("/");

        Assert.Contains("Demo intaker", visitor.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignedIn' and role = 'intaker'"));
    }

    [Fact]
    public async Task Outside_a_demonstration_offers_no_persona_and_takes_none()
    {
        await using var app = await App.Start(cluster, demo: false);
        using var visitor = await app.Visit();

        await visitor.Get("/inloggen");
        Assert.Null(visitor.Page.QuerySelector("input[name=persona]"));
        await visitor.Get("/inloggen");
        var answer = await visitor.Post("/inloggen", ("persona", "intaker"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example")]
    [InlineData("https://elders.example/")]
    public async Task Never_leads_to_another_site(string back)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();
        await visitor.Get("/inloggen");

        var answer = await visitor.Post("/inloggen", ("persona", "intaker"), ("terug", back));

        Assert.Equal("/werk", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unknown_page_is_not_found_in_Dutch()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit();

        var answer = await visitor.Get("/bestaat-niet");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Deze pagina is er niet", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
