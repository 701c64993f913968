using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;
using static Flex.Browser.Tests.Support.Steps;

namespace Flex.Browser.Tests;

/// <summary>A questionnaire at the kitchen table: begun by one, gone on with by another, finished; and what who decides sees of it.</summary>
public sealed class A_list_with_the_family(TestCluster cluster, Chromium chromium)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Goes_by_clicking(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        var carer = await chromium.Person(app, "kraamverzorgende", width, script);
        var nurse = await chromium.Person(app, "jgz", width, script);
        await carer.GotoAsync($"/dossiers/{id}");
        await carer.Locator("main a[href$='/vragenlijst/start']").ClickAsync();
        await Seen(carer, "vragenlijst", script);
        await nurse.GotoAsync($"/dossiers/{id}/vragenlijst/start");
        await carer.GetByLabel("Parttime").CheckAsync();
        await carer.GetByLabel("Wil ik niet zeggen").CheckAsync();
        await carer.GetByRole(AriaRole.Button, new() { Name = "Bewaren en later verder" }).ClickAsync();
        await Assertions.Expect(carer.Locator("#vragenlijsten")).ToContainTextAsync("Bezig, 2 van 5 vragen beantwoord");
        await Seen(carer, "vragenlijst-dossier", script);

        await nurse.GetByLabel("Fulltime").CheckAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Afronden" }).ClickAsync();
        await Assertions.Expect(nurse.Locator("main")).ToContainTextAsync("Bewaard is “Parttime”, u had “Fulltime”.");
        await Seen(nurse, "vragenlijst-twee", script);
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Afronden" }).ClickAsync();
        await Assertions.Expect(nurse.Locator("#vragenlijsten")).ToContainTextAsync("Afgerond op 15-05-2023, 2 van 5 vragen beantwoord");
        await nurse.GotoAsync($"/dossiers/{id}/vragenlijst/start");
        await Assertions.Expect(nurse.Locator("main")).ToContainTextAsync("staan de antwoorden hier niet meer");
        await Seen(nurse, "vragenlijst-afgerond", script);

        var intaker = await chromium.Person(app, "intaker", width, script);
        await intaker.GotoAsync($"/dossiers/{id}");
        await Assertions.Expect(intaker.Locator("#vragenlijsten")).ToContainTextAsync("Afgerond op 15-05-2023, 2 van 5 vragen beantwoord");
        await Assertions.Expect(intaker.Locator("#vragenlijsten a")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Goes_with_the_keyboard_alone()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        var page = await chromium.Person(app, "jgz", 1280);
        var hands = new Keyboard(page);
        await page.GotoAsync($"/dossiers/{id}/vragenlijst/half-jaar");

        await hands.Choose("zelfvertrouwen", "soms");
        await hands.Choose("weet-nodig", "ja");
        await hands.Send("main button[value=afronden]");

        await Assertions.Expect(page.Locator("#vragenlijsten")).ToContainTextAsync("Afgerond op 15-05-2023, 2 van 4 vragen beantwoord");
    }
}
