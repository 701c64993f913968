using System.Net;
using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>A passkey in the virtual device of a real browser: made, used, copied on the way, and taken away.</summary>
public sealed class A_passkey(TestCluster cluster, Chromium chromium)
{
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Signs_in_without_a_password_once_per_challenge_until_it_is_removed()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var person = await Person.Join(app, time, "een@flex.example");
        // A device knows names and no addresses.
        var site = $"http://localhost:{app.Address.Port}";
        var page = await chromium.Person(app, width: 360);
        await Device(page);
        await SignIn(page, site, person);
        await page.GotoAsync(site + "/account/passkeys");
        await Looks.MustBeGood(page);
        await page.Locator("#naam_passkey").FillAsync("Telefoon");
        time.Now += TimeSpan.FromSeconds(30);
        await page.Locator("#code").FillAsync(person.Code);
        await page.Locator("[data-passkey] button").ClickAsync();
        await Assertions.Expect(page.Locator("main form[action$='/verwijderen']")).ToContainTextAsync("Telefoon");
        await Looks.Picture(page, "passkeys");
        Assert.Equal("Telefoon 1", await app.Database.AsAdmin("select concat_ws(' ', name, (select count(*) from journal.entry where act = 'PasskeyMade' and objects[1] = account_id)) from account_passkey where removed_at is null"));
        await page.Locator("header button").ClickAsync();

        var (body, cookies) = await WithPasskey(page, site);
        await page.WaitForURLAsync(new Regex("/werk$"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'SignedIn' and actor = 'account:' || (select id from account)"));

        // Who copied all that was sent comes too late.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Again(site, body, cookies));
        Assert.Equal(3L, await app.Database.AsAdmin("select count(*) from sign_in"));

        await page.GotoAsync(site + "/account/passkeys");
        await page.Locator("main form[action$='/verwijderen'] input[type=radio]").CheckAsync();
        time.Now += TimeSpan.FromSeconds(30);
        await page.Locator("#code_verwijderen").FillAsync(person.Code);
        await page.Locator("main form[action$='/verwijderen'] button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("U hebt nog geen passkeys");
        await page.Locator("header button").ClickAsync();
        await WithPasskey(page, site);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("U kon niet inloggen");
        await Looks.MustBeGood(page);
        Assert.Equal("2 1", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from journal.entry where act = 'SignInRefused'), (select count(*) from journal.entry where act = 'PasskeyRemoved'))"));
    }

    [Fact]
    public async Task Without_script_is_said_not_to_work_here()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var page = await chromium.Person(app, width: 360, script: false);

        await page.GotoAsync("/inloggen/passkey");

        await Assertions.Expect(page.Locator("[data-without]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main button")).ToBeHiddenAsync();
    }

    private static async Task Device(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    // What the browser sends, and the cookies it has at that moment.
    private static async Task<(string Body, IReadOnlyList<BrowserContextCookiesResult> Cookies)> WithPasskey(IPage page, string site)
    {
        await page.GotoAsync(site + "/inloggen/passkey");
        await Looks.MustBeGood(page);
        var cookies = await page.Context.CookiesAsync();
        var sent = await page.RunAndWaitForRequestAsync(() => page.Locator("[data-passkey] button").ClickAsync(), r => r.Method == "POST" && r.Url.EndsWith("/inloggen/passkey", StringComparison.Ordinal));
        return (sent.PostData!, cookies);
    }

    private static async Task<HttpStatusCode> Again(string site, string body, IReadOnlyList<BrowserContextCookiesResult> cookies)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using var form = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")));
        using var answer = await http.PostAsync(site + "/inloggen/passkey", form);
        return answer.StatusCode;
    }

    private static async Task SignIn(IPage page, string site, Person person)
    {
        await page.GotoAsync(site + "/inloggen");
        await page.Locator("#mail").FillAsync(person.Mail);
        await page.Locator("#wachtwoord").FillAsync(Person.Phrase);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("#code").FillAsync(person.Code);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/werk$"));
    }
}
