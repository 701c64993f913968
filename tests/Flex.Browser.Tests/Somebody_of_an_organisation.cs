using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>In through the own organisation and out again, there too, on a phone and with the keyboard only; past a real OpenID provider.</summary>
public sealed class Somebody_of_an_organisation(TestCluster cluster, Chromium chromium, OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    private readonly SetTime time = Person.Clock();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signs_in_and_out_here_and_there_with_the_keyboard_only(bool script)
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een");
        var page = await chromium.Person(app, width: 360, script: script);
        var hands = new Keyboard(page);
        await page.GotoAsync("/werk");
        await Good(page, "inloggen", script);
        await hands.Send($"main a[href^='{OpenIdProvider.Start}']");
        await page.WaitForURLAsync(new Regex("/binnen/"));
        await hands.Type("input[name=wie]", "een");
        await hands.Send("form button");
        await page.WaitForURLAsync(new Regex("/werk$"));
        await Assertions.Expect(page.Locator("header")).ToContainTextAsync("Test-Extern");

        await hands.Send("header a[href='/account']");
        await Good(page, "account", script);
        await hands.Send("header button");
        await page.WaitForURLAsync(new Regex("/uitgelogd"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("misschien nog ingelogd");
        await Good(page, "uitgelogd-hier", script);
        await hands.Send("main .flex-actions a");
        await page.WaitForURLAsync(new Regex("/session/end"));
        await page.Locator("button[value=yes]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/uitgelogd$"));
        await Good(page, "uitgelogd-daar", script);
        await page.GotoAsync("/werk");
        Assert.Contains("/inloggen", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_second_factor_reads_why_not()
    {
        await using var app = await provider.Site(cluster, time);
        await provider.Know("een", acr: "laag");
        var page = await chromium.Person(app, width: 360);
        await page.GotoAsync(OpenIdProvider.Start);
        await page.Locator("input[name=wie]").FillAsync("een");
        await page.Locator("form button").First.ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("zonder tweede stap");
        await Good(page, "geweigerd", script: true);
    }

    private static async Task Good(IPage page, string name, bool script)
    {
        if (script)
        {
            await Looks.MustBeGood(page);
        }

        await Looks.Picture(page, $"organisatie-{name}{(script ? "" : "-zonder-script")}");
    }
}
