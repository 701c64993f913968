using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Emergencies;

/// <summary>Somebody who comes in through the own organisation only has no app here: she signs in there anew, at a real OpenID provider.</summary>
public sealed class Breaking_the_glass_from_an_organisation(TestCluster cluster, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    private const string Why = "Zij belde en is alleen";
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Asks_to_sign_in_there_anew_and_counts_that_once()
    {
        await using var app = await provider.Site(cluster, time);
        var id = await Unrelated(app);
        await provider.Know("een");
        using var intaker = await app.Visit();
        await provider.SignIn(intaker, "een");
        Assert.Equal(HttpStatusCode.NotFound, (await intaker.Get($"/dossiers/{id}")).StatusCode);
        await intaker.Get("/noodknop");
        Assert.Empty(intaker.Page.QuerySelectorAll("main form"));
        var door = intaker.Page.QuerySelector("main a[href*='opnieuw=ja']")!.GetAttribute("href")!;
        Assert.Equal("Opnieuw inloggen bij Proefaanbieder", intaker.Page.QuerySelector("main a[href*='opnieuw=ja']")!.TextContent);

        // Being signed in is not enough, and what was typed stays.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Break(intaker)).StatusCode);
        Assert.Equal(Why, intaker.Page.QuerySelector("#toelichting")!.TextContent.Trim());
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from relation where kind = 'nood'"));

        // She is signed in there still, and is asked her name again all the same.
        var asked = provider.Asked.Count(p => p.StartsWith("/binnen/", StringComparison.Ordinal));
        var back = await provider.SignIn(intaker, "een", door);
        Assert.True(provider.Asked.Count(p => p.StartsWith("/binnen/", StringComparison.Ordinal)) > asked);
        Assert.Equal("/noodknop", back.Headers.Location?.OriginalString);
        await intaker.Get("/noodknop");

        Assert.Equal($"/dossiers/{id}", (await Break(intaker)).Headers.Location?.OriginalString);

        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("U bent hier met de noodknop", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Break(intaker)).StatusCode);
        Assert.Equal((1L, 1L), (await app.Database.AsAdmin("select count(*) from relation where kind = 'nood'"), await app.Database.AsAdmin("select count(*) from journal.entry where act = 'GlassBroken'")));
    }

    [Fact]
    public async Task Counts_for_five_minutes()
    {
        await using var app = await provider.Site(cluster, time);
        await Unrelated(app);
        await provider.Know("een");
        using var intaker = await app.Visit();
        await provider.SignIn(intaker, "een", OpenIdProvider.Start + "?opnieuw=ja&terug=/noodknop");
        await intaker.Get("/noodknop");
        Assert.NotEmpty(intaker.Page.QuerySelectorAll("main form"));

        time.Now += TimeSpan.FromMinutes(5);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Break(intaker)).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from relation where kind = 'nood'"));
    }

    // A provider that lets somebody through who signed in before, or does not say when.
    [Theory]
    [InlineData(-10)]
    [InlineData(null)]
    public async Task Is_not_taken_from_a_provider_that_does_not_say_that_it_was_now(int? minutes)
    {
        await using var app = await provider.Site(cluster, time);
        await Unrelated(app);
        await provider.Know("een");
        using var intaker = await app.Visit();
        provider.Token = token => Signed(token, minutes is { } past ? time.Now.AddMinutes(past).ToUnixTimeSeconds() : null);

        var answer = await provider.SignIn(intaker, "een", OpenIdProvider.Start + "?opnieuw=ja&terug=/noodknop");

        Assert.Contains("Het is te lang geleden dat u bij Proefaanbieder inlogde", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from sign_in"));

        // Signing in as every day asks no such thing, and opens no glass.
        await provider.SignIn(intaker, "een");
        await intaker.Get("/noodknop");
        Assert.Empty(intaker.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Break(intaker)).StatusCode);
    }

    private string Signed(Jwt token, long? at)
    {
        if (at is null)
        {
            token.Payload.Remove("auth_time");
        }
        else
        {
            token.Payload["auth_time"] = at;
        }

        return token.Signed(provider.Key);
    }

    private static async Task<Guid> Unrelated(App app)
    {
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; delete from relation");
        return id;
    }

    private static Task<HttpResponseMessage> Break(Visitor visitor) => visitor.Post(
        "/noodknop", ("act", Guid.NewGuid().ToString()), ("naam", "Anna de Proef"), ("geboortedatum", "02-03-1995"), ("grond", "acuut"), ("toelichting", Why));
}
