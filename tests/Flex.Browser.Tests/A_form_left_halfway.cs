using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>What was typed is not lost, in a real browser without script: kept for later, after the back button, and when the session ended.</summary>
public sealed class A_form_left_halfway(TestCluster cluster, Chromium chromium)
{
    private const string Name = "Half Test-Weg";

    [Fact]
    public async Task Is_kept_and_gone_on_with_and_counts_once_after_the_back_button()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "verloskundige", 360, script: false);
        await page.GotoAsync("/aanmelden");
        await page.Locator("#naam_moeder").FillAsync(Name);
        await page.Locator("button[value=bewaren]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/aanmelden/concept/"));
        await Looks.MustFit(page);
        await Looks.Picture(page, "concept");
        await page.GotoAsync("/werk");
        await page.Locator("main a", new() { HasText = Name }).ClickAsync();
        await Fill(page);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/dossiers/"));

        await page.GoBackAsync();
        await page.WaitForURLAsync(new Regex("/dossiers/"));
        await page.GotoAsync("/aanmelden");
        await page.GoBackAsync();

        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from dossier), (select count(*) from draft where kind = 'aanmelding' and sealed is not null))"));
    }

    [Fact]
    public async Task Comes_back_after_signing_in_again()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "verloskundige", 360, script: false);
        await page.GotoAsync("/aanmelden");
        await page.Locator("#naam_moeder").FillAsync(Name);
        await page.Locator("#bsn").FillAsync("999911120");
        await Fill(page);
        await page.Context.ClearCookiesAsync(new() { Name = "flex-sessie" });
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Locator("form:has(input[name=persona][value=verloskundige]) button").ClickAsync();
        await Looks.MustFit(page);
        await Looks.Picture(page, "uitgelogd");
        await page.Locator("main button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("#naam_moeder")).ToHaveValueAsync(Name);
        await Assertions.Expect(page.Locator("#bsn")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("U was uitgelogd");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/dossiers/"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    [Fact]
    public async Task Is_a_new_form_after_the_back_button_of_one_that_was_sent()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "verloskundige", 360, script: false);
        await page.GotoAsync("/aanmelden");
        await page.Locator("#naam_moeder").FillAsync(Name);
        await Fill(page);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/dossiers/"));

        await page.GoBackAsync();
        await page.WaitForURLAsync(new Regex("/aanmelden$"));
        await page.Locator("main button[type=submit]").ClickAsync();

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from dossier"));
    }

    private static async Task Fill(IPage page)
    {
        await page.Locator("#geboortedatum_moeder").FillAsync("3-4-1996");
        await page.Locator("input[name=contact][value=geen]").CheckAsync();
        await page.Locator("#uitgerekend").FillAsync("1-9-2023");
        await page.Locator("input[name=pijlers][value='1']").CheckAsync();
        await page.Locator("#akkoord").SelectOptionAsync("moeder");
        await page.Locator("#geen_bericht").CheckAsync();
    }
}
