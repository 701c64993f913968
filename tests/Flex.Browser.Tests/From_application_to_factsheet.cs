using System.Text.Json;
using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>The main job: a worry becomes an application, a class, a decision with a place, care, and a figure.</summary>
public sealed class From_application_to_factsheet(TestCluster cluster, Chromium chromium)
{
    private const string Programme = "zuid-limburg-2021";

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Goes_by_clicking(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var midwife = await chromium.Person(app, "verloskundige", width, script);
        await Apply(midwife);
        await Expect(midwife, "de beschermende factoren zijn ontoereikend");
        await Seen(midwife, "dossier-nieuw");

        var intaker = await chromium.Person(app, "intaker", width, script);
        await intaker.GotoAsync("/werk");
        await Seen(intaker, "werk");
        await intaker.Locator("main a[href*='/besluit/1']").First.ClickAsync();
        await Seen(intaker, "besluit");
        await intaker.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await intaker.Locator("main button[type=submit]").ClickAsync();
        await Expect(intaker, "Toegelaten");

        var carer = await chromium.Person(app, "kraamverzorgende", width, script);
        await carer.GotoAsync("/werk");
        await Seen(carer, "werk-kraamverzorgende");
        await carer.Locator("main a[href$='/uren']").First.ClickAsync();
        await Seen(carer, "uren");
        await carer.Locator("input[name=uren]").FillAsync("7,5");
        await carer.Locator("main button[type=submit]").ClickAsync();
        await Expect(carer, "7,5");
        await carer.GotoAsync(carer.Url.TrimEnd('/') + "/historie");
        await Seen(carer, "historie");

        var researcher = await chromium.Person(app, "onderzoeker", width, script);
        await researcher.GotoAsync("/factsheet/" + Programme);
        await Seen(researcher, "factsheet-een");
        var figures = JsonDocument.Parse(await (await researcher.APIRequest.GetAsync("/api/v1/factsheets/" + Programme)).TextAsync()).RootElement.GetProperty("figures").EnumerateArray();
        var hours = figures.Single(f => f.GetProperty("code").GetString() == "uren-pijler-1");
        Assert.Equal(1, hours.GetProperty("n").GetInt32());
        Assert.Equal(1, hours.GetProperty("categories").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "5-10").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Goes_with_the_keyboard_alone()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "intaker", 1280);
        var hands = new Keyboard(page);
        await page.GotoAsync("/aanmelden");
        await hands.Type("#naam_moeder", "Toets Test-Bord");
        await hands.Type("#geboortedatum_moeder", "1-2-1995");
        await hands.Press("input[name=contact][value=geen]", "Space");
        await hands.Type("#uitgerekend", "1-7-2023");
        await hands.Press("input[name=pijlers][value='1']", "Space");
        await hands.To("#akkoord");
        await page.Keyboard.TypeAsync("De moeder");
        await hands.Choose("kanaal", "aanmelder");
        await hands.To("#aanmelder");
        await page.Keyboard.TypeAsync("Overig");
        await hands.Press("#geen_bericht", "Space");
        await hands.Choose("R1", "aanwezig");
        await hands.Choose("beschermend", "toereikend");
        await hands.Send("main button[type=submit]");
        await Expect(page, "Toets Test-Bord");

        await hands.Press("main a[href*='/besluit/1']", "Enter");
        await page.WaitForURLAsync("**/besluit/1");
        await hands.Choose("besluit", "afgewezen");
        await hands.Type("textarea[name=reden]", "Zonder muis ingevuld.");
        await hands.Send("main button[type=submit]");
        await Expect(page, "Afgewezen");
    }

    private static async Task Apply(IPage page)
    {
        await page.GotoAsync("/aanmelden");
        await Seen(page, "aanmelden");
        await page.Locator("#naam_moeder").FillAsync("Weg Test-Wijzer");
        await page.Locator("#geboortedatum_moeder").FillAsync("3-4-1996");
        await page.Locator("#postcode").FillAsync("6411 AA");
        await page.Locator("#gemeente").SelectOptionAsync("GM0917");
        await page.Locator("input[name=contact][value=telefoon]").CheckAsync();
        await page.Locator("#contact_leest_mee").SelectOptionAsync("niemand");
        await page.Locator("#geboren_op").FillAsync("10-5-2023");
        await page.Locator("#verzekeraar").FillAsync("CZ");
        await page.Locator("#aanbieder").SelectOptionAsync("geboortezorg-limburg");
        await page.Locator("input[name=pijlers][value='1']").CheckAsync();
        await page.Locator("#akkoord").SelectOptionAsync("moeder");
        await page.Locator("#geen_bericht").CheckAsync();
        await page.Locator("input[name=R1][value=aanwezig]").CheckAsync();
        await page.Locator("input[name=rest_afwezig]").CheckAsync();
        await page.Locator("input[name=beschermend][value=ontoereikend]").CheckAsync();
        await page.Locator("main button[type=submit]").ClickAsync();
    }

    private static async Task Expect(IPage page, string text) =>
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    // axe runs as script in the page: where script is off, the page is asked whether it fits.
    private static async Task Seen(IPage page, string name)
    {
        await Looks.Picture(page, name);
        await (ScriptIsOff(page) ? Looks.MustFit(page) : Looks.MustBeGood(page));
    }

    private static bool ScriptIsOff(IPage page) => page.ViewportSize!.Width == 360;
}
