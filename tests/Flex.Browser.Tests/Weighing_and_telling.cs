using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;
using static Flex.Browser.Tests.Support.Steps;

namespace Flex.Browser.Tests;

/// <summary>A family is weighed again, hears in plain words what that means, and is told what was decided.</summary>
public sealed class Weighing_and_telling(TestCluster cluster, Chromium chromium)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Goes_by_clicking(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        var page = await chromium.Person(app, "intaker", width, script);
        await page.GotoAsync($"/dossiers/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Opnieuw wegen" }).ClickAsync();
        await Seen(page, "beoordeling", script);
        await page.Locator("input[name=R4][value=aanwezig]").CheckAsync();
        await page.Locator("input[name=beschermende_factoren][value=P3]").CheckAsync();
        await Send(page, "Weging vastleggen");
        await Expect(page, "spreken elkaar tegen");
        await Seen(page, "beoordeling-tegenspraak", script);
        await page.Locator("#tegenspraak_reden").FillAsync("Bij de oudste lukt het wel.");
        await page.Locator("#klasse").SelectOptionAsync("zeer-kwetsbaar");
        await page.Locator("#klasse_reden").FillAsync("Zij vertelde iets aan de deur.");
        await Send(page, "Eerst bekijken wat hieruit volgt");
        await Expect(page, "het is nog niet opgeslagen");
        await Seen(page, "beoordeling-bekeken", script);
        await Send(page, "Weging vastleggen");
        await Expect(page, "Gekozen door Demo intaker");
        await Seen(page, "dossier-gewogen", script);

        await page.GetByRole(AriaRole.Link, new() { Name = "Uitleg voor het gezin" }).ClickAsync();
        await Expect(page, "Zeg het gerust als u er anders over denkt.");
        await Seen(page, "uitleg", script);

        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Brief over pijler 1" }).ClickAsync();
        await Expect(page, "Beste Anna de Proef");
        await Seen(page, "brief", script);
        await page.Locator("input[name=hoe][value=gesprek]").CheckAsync();
        await Send(page, "Vastleggen");
        await Expect(page, "door Demo intaker");
    }

    [Fact]
    public async Task Goes_with_the_keyboard_alone()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        var page = await chromium.Person(app, "intaker", 1280);
        var hands = new Keyboard(page);
        await page.GotoAsync($"/dossiers/{id}/beoordeling");
        await hands.Press("input[name=beschermende_factoren][value=P4]", "Space");
        await hands.Send("main form button[type=submit]");
        await Expect(page, "Ondersteunend sociaal netwerk");
    }

    // On paper there is the letter and, when it may not leave, that it may not; no form and no menu.
    [Fact]
    public async Task Prints_the_letter_alone()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        var page = await chromium.Person(app, "intaker");
        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.GotoAsync($"/dossiers/{id}/brief/1");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator("article.flex-letter")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("p.flex-mark")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=hoe]").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".flex-nav")).ToBeHiddenAsync();
        await Looks.Picture(page, "brief-papier");
    }
}
