using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Sessions;

/// <summary>Through a real OpenID provider, over HTTP as a browser goes.</summary>
public sealed class Signing_in_with_an_organisation(TestCluster cluster, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    private const string Cookie = "flex-sessie";
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Opens_the_work_makes_the_account_once_and_keeps_nothing_that_the_provider_said_but_name_role_and_organisation()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een@elders.example");
        using var visitor = await app.Visit();
        await visitor.Get("/inloggen?terug=/dossiers");
        Assert.Equal("Proefaanbieder", visitor.Page.QuerySelector($"main a[href='{OpenIdProvider.Start}?terug=%2Fdossiers']")!.TextContent);

        var answer = await provider.SignIn(visitor, "een@elders.example", OpenIdProvider.Start + "?terug=/dossiers");

        Assert.Equal((HttpStatusCode.Redirect, "/dossiers"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
        Assert.Contains("Test-Extern", visitor.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("intaker geboortezorg-limburg Test-Extern proef 32", await app.Database.AsAdmin("select concat_ws(' ', role, organisation, name, mail, password, provider, length(subject)) from account"));
        Assert.Equal("AccountMade,SignedIn", await Acts(app));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry e where e::text like '%elders%'"));

        using var elsewhere = await app.Visit();
        await provider.SignIn(elsewhere, "een@elders.example");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Get("/werk")).StatusCode);
        Assert.Equal("1 2", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from account), (select count(*) from sign_in where ended_at is null))"));
        Assert.Equal("AccountMade,SignedIn,SignedIn", await Acts(app));
    }

    [Fact]
    public async Task Follows_another_role_and_ends_what_was_open_in_the_old_one()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var before = await app.Visit();
        await provider.SignIn(before, "een");
        await provider.Know("een", roles: ["leiding", "iets-anders-van-de-organisatie"], name: "Test-Gehuwd");
        using var after = await app.Visit();

        await provider.SignIn(after, "een");

        Assert.Equal(HttpStatusCode.Redirect, (await before.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await after.Get("/werk")).StatusCode);
        Assert.Equal("coordinator Test-Gehuwd", await app.Database.AsAdmin("select role || ' ' || name from account"));
        Assert.Equal("AccountMade,RoleChanged,SignedIn,SignedIn", await Acts(app));
    }

    [Fact]
    public async Task For_the_first_time_at_four_places_at_once_makes_one_account_and_four_sessions()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Visit()));
        var doors = new List<Uri>();
        foreach (var visitor in visitors)
        {
            doors.Add(await provider.Through(visitor, "een"));
        }

        await Task.WhenAll(visitors.Zip(doors, (v, d) => v.Get(d.ToString())));

        foreach (var visitor in visitors)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
            visitor.Dispose();
        }

        Assert.Equal("1 4", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from account), (select count(*) from sign_in))"));
    }

    [Fact]
    public async Task Gives_a_session_that_nobody_could_know_before_and_ends_the_one_that_was_there()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var visitor = await (await Person.Join(app, time, "een@flex.example")).Visit(app);
        var before = visitor.Cookie(Cookie)!;

        await provider.SignIn(visitor, "een");

        Assert.NotEqual(before, visitor.Cookie(Cookie));
        using var thief = await app.Visit();
        thief.Steal(Cookie, before);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
    }

    [Fact]
    public async Task Ends_here_at_once_and_at_the_provider_when_that_is_chosen()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var visitor = await app.Visit();
        await provider.SignIn(visitor, "een");
        using var copy = await app.Visit();
        copy.Steal(Cookie, visitor.Cookie(Cookie)!);
        await visitor.Get("/werk");

        var left = await visitor.Post("/uitloggen");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.Get("/werk")).StatusCode);
        await visitor.Get(left.Headers.Location!.OriginalString);
        Assert.Contains("Bij Proefaanbieder bent u misschien nog ingelogd", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        var there = await visitor.Get(visitor.Page.QuerySelector("main .flex-actions a")!.GetAttribute("href")!);
        Assert.StartsWith(provider.Issuer + "/session/end?", there.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("id_token", there.Headers.Location.ToString(), StringComparison.Ordinal);
        await visitor.Get(there.Headers.Location.ToString());
        var secret = visitor.Page.QuerySelector("input[name=xsrf]")!.GetAttribute("value")!;
        var back = await visitor.Post(provider.Issuer + "/session/end/confirm", ("xsrf", secret), ("logout", "yes"));
        Assert.Equal(new Uri(app.Address, OpenIdProvider.Start + "/uitgelogd"), back.Headers.Location);
        await visitor.Get(back.Headers.Location!.ToString());
        Assert.Contains("U bent uitgelogd", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);

        // There it is over too: it asks for a name again.
        var again = await visitor.Get(OpenIdProvider.Start);
        Assert.Contains("/binnen/", (await visitor.Get(again.Headers.Location!.ToString())).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_over_everywhere_at_once_after_signing_out_everywhere()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var here = await app.Visit();
        using var there = await app.Visit();
        await provider.SignIn(here, "een");
        await provider.SignIn(there, "een");
        await here.Get("/account");

        var left = await here.Post("/account/overal-uitloggen");

        Assert.Equal((HttpStatusCode.SeeOther, OpenIdProvider.Start + "/uitgelogd?hier=ja"), (left.StatusCode, left.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, (await there.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.Get("/werk")).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SessionsEnded'"));
    }

    [Fact]
    public async Task Leaves_no_other_way_in_beside_the_organisation()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var visitor = await app.Visit();
        await provider.SignIn(visitor, "een");
        await visitor.Get("/account");

        Assert.Empty(visitor.Page.QuerySelectorAll("main form[action$=herstelcodes], main a[href$=passkeys]"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/account/passkeys")).StatusCode);
        await visitor.Get("/account");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post("/account/passkeys", ("sleutel", "{}"))).StatusCode);
        await visitor.Get("/account");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post("/account/herstelcodes")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from account_recovery"));
    }

    [Fact]
    public async Task Never_leads_to_another_site()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var visitor = await app.Visit();

        var answer = await provider.SignIn(visitor, "een", OpenIdProvider.Start + "?terug=//elders.example/");

        Assert.Equal("/werk", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task On_a_site_with_HTTPS_keeps_every_cookie_for_that_host_alone()
    {
        await using var app = await provider.Site(cluster, time, o => o with { Https = true });
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };

        using var asked = await http.GetAsync(OpenIdProvider.Start, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.All(asked.Headers.GetValues("Set-Cookie"), c => Assert.Matches("^__Host-flex-heen\\..*; path=/; secure; samesite=lax; httponly$", System.Text.RegularExpressions.Regex.Replace(c, " expires=[^;]*;", "")));
        Assert.Contains("redirect_uri=https%3A%2F%2F127.0.0.1", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elders", "intake", "hoog", "voor welke organisatie u werkt")]
    [InlineData(null, "intake", "hoog", "voor welke organisatie u werkt")]
    [InlineData("limburg", "directie", "hoog", "geen rol die uw organisatie hier heeft")]
    [InlineData("limburg", null, "hoog", "geen rol die uw organisatie hier heeft")]
    [InlineData("limburg", "wijk", "hoog", "geen rol die uw organisatie hier heeft")]
    [InlineData("limburg", "intake leiding", "hoog", "meer dan één rol")]
    [InlineData("limburg", "intake", "laag", "zonder tweede stap")]
    [InlineData("heerlen", "intake", "hoog", "geen rol die uw organisatie hier heeft")]
    public async Task Is_refused_with_the_reason_and_leaves_nothing_but_a_line_in_the_journal(string? organisation, string? roles, string acr, string reason)
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een", organisation, roles?.Split(' ') ?? [], acr: acr);
        using var visitor = await app.Visit();

        var answer = await provider.SignIn(visitor, "een");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(reason, Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie(Cookie));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from account"));
        Assert.Equal("SignInRefused", await Acts(app));
        Assert.True(answer.Headers.Contains("Content-Security-Policy") && answer.Headers.Contains("X-Frame-Options"));
    }

    [Theory]
    [InlineData("limburg", "intake", "laag", "mfa")] // the second factor said as a method
    [InlineData("heerlen", "cijfers", "laag", "pwd")] // sees figures only
    public async Task Without_that_level_is_let_in_where_the_configuration_says_so(string organisation, string role, string acr, string amr)
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een", organisation, [role], acr: acr, amr: [amr]);
        using var visitor = await app.Visit();

        await provider.SignIn(visitor, "een");

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task Is_refused_once_the_account_was_closed_here_and_the_organisation_sees_who_comes_in_so()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        using var visitor = await app.Visit();
        await provider.SignIn(visitor, "een");
        using var boss = await (await Person.Join(app, time, "baas@flex.example", "beheerder")).Visit(app);
        await boss.Get("/beheer/accounts");
        Assert.Contains("Logt in via de organisatie", Looking_at_a_dossier.Text(boss), StringComparison.Ordinal);

        await boss.Post($"/beheer/accounts/{await app.Database.AsAdmin("select id from account where provider is not null")}/afsluiten");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.SignIn(visitor, "een")).StatusCode);
        Assert.Contains("afgesloten", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_provider_that_is_not_there_is_not_found()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        using var visitor = await app.Visit();

        foreach (var path in (string[])["", "/terug", "/uit", "/uitgelogd"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(OpenIdProvider.Start + path)).StatusCode);
        }
    }

    private static async Task<string> Acts(App app) => (string)(await app.Database.AsAdmin("select string_agg(act, ',' order by act) from journal.entry where act like '%Sign%In%' or act like 'Sign%' or act like 'Account%' or act = 'RoleChanged'"))!;
}
