using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Domain.Accounts;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>From an invitation to the work and out again, on a phone and with the keyboard only; and a session that is about to end.</summary>
public sealed class Somebody_with_an_account(TestCluster cluster, Chromium chromium)
{
    private const string Mail = "een@flex.example";
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Makes_it_signs_out_and_signs_in_again_with_the_keyboard_only()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var page = await chromium.Person(app, width: 360);
        var hands = new Keyboard(page);
        await page.GotoAsync(await Person.Invite(app, Mail));
        await Good(page, "uitnodiging");
        var factor = Person.Secret(await page.Locator(".flex-secret").TextContentAsync() ?? "");
        await hands.Type("#wachtwoord", Person.Phrase);
        await hands.Type("#nogmaals", Person.Phrase);
        await hands.Type("#code", "000000");
        await hands.Send("main button[type=submit]");
        await Good(page, "uitnodiging-fout");
        await hands.Type("#wachtwoord", Person.Phrase);
        await hands.Type("#nogmaals", Person.Phrase);
        await hands.Type("#code", Code(factor));
        await hands.Send("main button[type=submit]");
        Assert.Equal(10, await page.Locator("main li").CountAsync());
        await Good(page, "herstelcodes");

        await hands.Send("header button");
        time.Now += TimeSpan.FromSeconds(30);
        await page.GotoAsync("/inloggen");
        await Good(page, "inloggen-account");
        await hands.Type("#mail", Mail);
        await hands.Type("#wachtwoord", Person.Phrase);
        await hands.Send("main button[type=submit]");
        await Good(page, "inloggen-code");
        await hands.Type("#code", Code(factor));
        await hands.Send("main button[type=submit]");
        await page.WaitForURLAsync(new Regex("/werk$"));

        await hands.Send("header a[href='/account']");
        await Good(page, "account");
        await hands.Send("main form[action='/account/overal-uitloggen'] button");
        await Good(page, "overal-uitgelogd");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("U bent overal uitgelogd");
    }

    [Fact]
    public async Task Looks_after_the_accounts_of_the_organisation()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var page = await chromium.Person(app, width: 360);
        var boss = await Person.Join(app, time, "baas@flex.example", "beheerder");
        await Person.Join(app, time, Mail);
        await SignIn(page, boss);
        await page.WaitForURLAsync(new Regex("/beheer/accounts$"));
        await Good(page, "accounts");
        var hands = new Keyboard(page);
        await hands.Type("#naam_persoon", "Test-Nieuw");
        await hands.Type("#mail", "nieuw@flex.example");
        await hands.Send("main section form button[type=submit]");
        await Good(page, "accounts-fout");
        Assert.Equal("Test-Nieuw", await page.Locator("#naam_persoon").InputValueAsync());
    }

    [Fact]
    public async Task Is_warned_before_the_session_ends_and_loses_nothing_typed()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var page = await chromium.Person(app, width: 360);
        var person = await Person.Join(app, time, Mail);
        await SignIn(page, person);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/zoeken");
        await page.Locator("#naam").FillAsync("Test-Late");
        var warning = page.Locator("[data-idle]");
        await Pass(page, 12);
        await Assertions.Expect(warning).ToBeHiddenAsync();

        await Pass(page, 2);
        await Assertions.Expect(warning).ToBeVisibleAsync();
        await Good(page, "waarschuwing");
        await page.Locator("[data-idle] button").ClickAsync();
        await Assertions.Expect(warning).ToBeHiddenAsync();

        // Who types goes on without a warning.
        await Pass(page, 10);
        await page.RunAndWaitForResponseAsync(() => page.Locator("#naam").PressAsync("End"), "**/inloggen/blijf");
        await page.Keyboard.TypeAsync("r");
        await Pass(page, 10);
        await Assertions.Expect(warning).ToBeHiddenAsync();
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from sign_in where seen_at between $1 and $2", time.Now - TimeSpan.FromMinutes(10.5), time.Now - TimeSpan.FromMinutes(9.5)));

        await Pass(page, 6);
        await Assertions.Expect(warning).ToContainTextAsync("U bent uitgelogd", new() { UseInnerText = true });
        await Good(page, "uitgelogd");
        Assert.Equal("Test-Later", await page.Locator("#naam").InputValueAsync());
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/inloggen\\?terug="));
        await SignIn(page, person, open: false);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Test-Later");
    }

    // On the clock of the browser and on that of the site.
    private async Task Pass(IPage page, int minutes)
    {
        time.Now += TimeSpan.FromMinutes(minutes);
        await page.Clock.FastForwardAsync(minutes * 60_000);
        await page.Clock.RunForAsync(2_000);
    }

    private async Task SignIn(IPage page, Person person, bool open = true)
    {
        if (open)
        {
            await page.GotoAsync("/inloggen");
        }

        time.Now += TimeSpan.FromSeconds(30);
        await page.Locator("#mail").FillAsync(person.Mail);
        await page.Locator("#wachtwoord").FillAsync(Person.Phrase);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("#code").FillAsync(person.Code);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("^(?!.*/inloggen/code)"));
    }

    private string Code(byte[] factor) => OneTimeCode.At(factor, OneTimeCode.StepOf(time.Now));

    private static async Task Good(IPage page, string name)
    {
        await Looks.MustBeGood(page);
        await Looks.Picture(page, "account-" + name);
    }
}
