using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>Applying for pillar 2 is one screen: by touch on a phone without script, and with the keyboard alone.</summary>
public sealed class A_family_already_known(TestCluster cluster, Chromium chromium)
{
    [Fact]
    public async Task Is_applied_for_pillar_2_on_a_phone_without_script()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().For(1).Save();
        var page = await chromium.Person(app, "jgz", 360, script: false);
        await page.GotoAsync($"/dossiers/{id}");
        await page.Locator("main a[href$='/pijler/2']").ClickAsync();
        await Looks.MustFit(page);
        await Looks.Picture(page, "pijler-2");
        await page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#fouten li")).ToHaveCountAsync(4);
        await page.Locator("#vraag").FillAsync("Zij wil leren om de dag te plannen.");
        await page.Locator("input[name=doel][value=zelfredzaamheid]").CheckAsync();
        await page.Locator("#akkoord").SelectOptionAsync("moeder");
        await page.Locator("#geen_bericht").CheckAsync();
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex($"/dossiers/{id}$"));
        Assert.Equal("{1,2}", await app.Database.AsAdmin("select pillars::text from application"));
    }

    [Fact]
    public async Task Is_applied_for_pillar_2_with_the_keyboard_alone()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().For(1).Save();
        var page = await chromium.Person(app, "intaker", 1280);
        var hands = new Keyboard(page);
        await page.GotoAsync($"/dossiers/{id}/pijler/2");
        await Looks.MustBeGood(page);
        await hands.Type("#vraag", "Rust in huis.");
        await hands.Choose("doel", "overbruggen");
        await hands.Press("main form details:has(#overbruggen_naar) summary", "Enter");
        await hands.Type("#overbruggen_naar", "Jeugdhulp");
        await hands.To("#akkoord");
        await page.Keyboard.TypeAsync("De moeder");
        await hands.Type("#aanmelder_mail", "jgz@praktijk.example");
        await hands.Choose("kanaal", "telefoon");
        await hands.Press("main form details:has(#aanmelder) summary", "Enter");
        await hands.To("#aanmelder");
        await page.Keyboard.TypeAsync("Jeugd");
        await hands.To("#aanmelder_naam");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Els van de Lijn");
        await hands.Send("main button[type=submit]");
        await page.WaitForURLAsync(new Regex($"/dossiers/{id}$"));
        Assert.Equal("telefoon overbruggen Jeugdhulp jgz Els van de Lijn jgz@praktijk.example", await app.Database.AsAdmin("select concat_ws(' ', channel, goal, bridge_to, applicant, applicant_name, applicant_mail) from pillar_application"));
    }
}
