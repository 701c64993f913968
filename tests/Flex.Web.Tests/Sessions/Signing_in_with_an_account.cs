using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Sessions;

public sealed class Signing_in_with_an_account(TestCluster cluster)
{
    private const string Cookie = "flex-sessie";
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Opens_the_work_after_the_code_and_nothing_after_the_password()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();

        var first = await person.TypePassword(visitor);
        Assert.Equal((HttpStatusCode.SeeOther, "/inloggen/code"), (first.StatusCode, first.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/werk")).StatusCode);
        Assert.Null(visitor.Cookie(Cookie));
        await visitor.Get("/inloggen/code");
        var second = await visitor.Post("/inloggen/code", ("code", person.Code));

        Assert.Equal((HttpStatusCode.SeeOther, "/werk"), (second.StatusCode, second.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
        Assert.Contains("Test-Persoon", visitor.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("intaker geboortezorg-limburg", await app.Database.AsAdmin("select role || ' ' || organisation from journal.entry where act = 'SignedIn' and actor = 'account:' || (select id from account)"));
    }

    [Fact]
    public async Task Takes_a_code_once()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var first = await app.Visit();
        using var second = await app.Visit();
        var code = person.Code;

        await person.TypePassword(first);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.Post("/inloggen/code", ("code", code))).StatusCode);
        await person.TypePassword(second);
        var again = await second.Post("/inloggen/code", ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("al gebruikt", second.Page.QuerySelector("#code-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Null(second.Cookie(Cookie));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignInRefused' and objects[1] = (select id from account)"));
    }

    [Fact]
    public async Task By_many_at_the_same_moment_with_one_code_lets_one_in()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Visit()));
        foreach (var visitor in visitors)
        {
            await person.TypePassword(visitor);
            await visitor.Get("/inloggen/code");
        }

        var code = person.Code;
        var answers = await Task.WhenAll(visitors.Select(v => v.Post("/inloggen/code", ("code", code))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from sign_in"));
        Array.ForEach(visitors, v => v.Dispose());
    }

    [Fact]
    public async Task With_a_recovery_code_works_once_however_it_is_typed()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();

        await person.TypePassword(visitor);
        var answer = await visitor.Post("/inloggen/code", ("code", person.Codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var other = await app.Visit();
        await person.TypePassword(other);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Post("/inloggen/code", ("code", person.Codes[3]))).StatusCode);
        Assert.Equal(9L, await app.Database.AsAdmin("select count(*) from account_recovery where gone_at is null"));
        await visitor.Get("/account/herstelcodes");
        var made = await visitor.Post("/account/herstelcodes", ("code", person.Code));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.DoesNotContain(visitor.Page.QuerySelectorAll("main li").Select(l => l.TextContent.Trim()), person.Codes.Contains);
        Assert.Equal("10 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from account_recovery where gone_at is null), (select count(*) from journal.entry where act = 'RecoveryCodesMade'))"));
    }

    [Fact]
    public async Task Says_the_same_of_a_wrong_password_and_of_an_account_that_is_not_there()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();

        var wrong = await person.TypePassword(visitor, "oranje vaart de zon");
        var said = Looking_at_a_dossier.Text(visitor);
        await visitor.Get("/inloggen");
        var nobody = await visitor.Post("/inloggen", ("mail", "nul@flex.example"), ("wachtwoord", Person.Phrase));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, nobody.StatusCode));
        Assert.Equal(said, Looking_at_a_dossier.Text(visitor));
        Assert.Contains("horen niet bij elkaar", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Person.Phrase, visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal("nul@flex.example", visitor.Page.QuerySelector("#mail")!.GetAttribute("value"));
    }

    [Fact]
    public async Task While_the_database_is_away_sends_no_password_back()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();
        await visitor.Get("/inloggen");
        await using (await Outage.Of(cluster, app.Database))
        {
            var answer = await visitor.Post("/inloggen", ("mail", person.Mail), ("wachtwoord", Person.Phrase));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("over een minuut opnieuw", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            Assert.DoesNotContain(Person.Phrase, visitor.Page.Source.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Gives_a_session_that_nobody_could_know_before_and_ends_the_one_that_was_there()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await person.Visit(app);
        var before = visitor.Cookie(Cookie)!;

        await person.SignIn(visitor);

        Assert.NotEqual(before, visitor.Cookie(Cookie));
        using var thief = await app.Visit();
        thief.Steal(Cookie, before);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Get("/werk")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/werk")).StatusCode);
    }

    [Fact]
    public async Task Never_leads_to_another_site()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        using var visitor = await app.Visit();
        await person.TypePassword(visitor);

        var answer = await visitor.Post("/inloggen/code", ("code", person.Code), ("terug", "//elders.example/"));

        Assert.Equal("/werk", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task On_a_site_with_HTTPS_keeps_every_cookie_for_that_host_alone()
    {
        await using var app = await App.Start(cluster, demo: false, time: time, with: o => o with { Https = true });
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        var link = await Person.Invite(app, "een@flex.example");

        using var shown = await http.GetAsync(link, TestContext.Current.CancellationToken);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var form = new FormUrlEncodedContent(
        [
            .. page.QuerySelectorAll("main input[type=hidden][name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)),
            KeyValuePair.Create("wachtwoord", Person.Phrase), KeyValuePair.Create("nogmaals", Person.Phrase),
            KeyValuePair.Create("code", Flex.Domain.Accounts.OneTimeCode.At(Person.Secret(page.QuerySelector(".flex-secret")!.TextContent), Flex.Domain.Accounts.OneTimeCode.StepOf(time.Now))),
        ]);
        http.DefaultRequestHeaders.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var made = await http.PostAsync(link, form, TestContext.Current.CancellationToken);

        var cookies = shown.Headers.GetValues("Set-Cookie").Concat(made.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Contains(cookies, c => c.StartsWith("__Host-flex-sessie=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("__Host-flex-formulier=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("__Host-flex-toestel=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Matches("^__Host-.*; path=/(;|$)", c));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase));
    }
}
