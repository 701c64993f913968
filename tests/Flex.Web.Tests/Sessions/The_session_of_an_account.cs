using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Sessions;

public sealed class The_session_of_an_account(TestCluster cluster)
{
    private const string Cookie = "flex-sessie";
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Is_over_on_the_server_after_signing_out_whoever_copied_the_cookie()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await (await Person.Join(app, time, "een@flex.example")).Visit(app);
        using var copy = await app.Visit();
        copy.Steal(Cookie, visitor.Cookie(Cookie)!);
        Assert.Equal(HttpStatusCode.OK, (await copy.Get("/werk")).StatusCode);
        await visitor.Get("/werk");

        await visitor.Post("/uitloggen");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.Get("/werk")).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignedOut' and actor like 'account:%'"));
    }

    [Fact]
    public async Task Is_over_everywhere_at_once_after_signing_out_everywhere()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var here = await person.Visit(app);
        using var there = await person.Visit(app);
        Assert.Equal(HttpStatusCode.OK, (await there.Get("/werk")).StatusCode);
        await here.Get("/account");
        Assert.Equal(3, here.Page.QuerySelectorAll("main section li").Length);

        var left = await here.Post("/account/overal-uitloggen");

        Assert.Equal((HttpStatusCode.SeeOther, "/inloggen?uit=overal"), (left.StatusCode, left.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, (await there.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.Get("/werk")).StatusCode);
        Assert.Equal("0 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from sign_in where ended_at is null), (select count(*) from journal.entry where act = 'SessionsEnded'))"));
        Assert.Equal(HttpStatusCode.SeeOther, (await person.SignIn(here)).StatusCode);
    }

    [Fact]
    public async Task That_another_process_ended_is_believed_for_seconds_only()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await (await Person.Join(app, time, "een@flex.example")).Visit(app);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);

        await app.Database.AsAdmin("update sign_in set ended_at = seen_at");
        time.Now += Data.Accounts.LiveSessions.Trusted;

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/werk")).StatusCode);
    }

    [Fact]
    public async Task Ends_when_nobody_does_anything_and_what_was_typed_is_kept()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        time.Now += TimeSpan.FromMinutes(14);
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.Get("/inloggen/blijf")).StatusCode);
        time.Now += TimeSpan.FromMinutes(14);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/zoeken")).StatusCode);
        Assert.Equal("900", visitor.Page.QuerySelector("[data-idle]")!.GetAttribute("data-idle"));

        time.Now += TimeSpan.FromMinutes(16);
        var late = await visitor.Post("/zoeken", ("naam", "Test-Late"));

        Assert.Equal("/inloggen?terug=/inloggen/verder", late.Headers.Location!.OriginalString);
        await person.SignIn(visitor);
        await visitor.Get("/inloggen/verder");
        Assert.Contains("Test-Late", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_after_half_a_day_however_busy_it_is()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await (await Person.Join(app, time, "een@flex.example")).Visit(app);
        for (var minutes = 0; minutes < 11 * 60; minutes += 10)
        {
            time.Now += TimeSpan.FromMinutes(10);
            Assert.Equal(HttpStatusCode.NoContent, (await visitor.Get("/inloggen/blijf")).StatusCode);
        }

        for (var minutes = 0; minutes < 80; minutes += 10)
        {
            time.Now += TimeSpan.FromMinutes(10);
            await visitor.Get("/inloggen/blijf");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/werk")).StatusCode);
    }

    // The same keys, so that the cookie can be read: only being a demonstration lets a persona in.
    [Fact]
    public async Task Is_none_that_was_a_persona_of_a_demonstration()
    {
        await using var demo = await App.Start(cluster);
        using var persona = await demo.Visit("coordinator");
        await using var app = await App.Start(cluster, demo: false, on: demo.Database);
        using var visitor = await app.Visit();
        visitor.Steal(Cookie, persona.Cookie(Cookie)!);

        Assert.Equal(HttpStatusCode.OK, (await persona.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/werk")).StatusCode);
    }
}
