using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>Who applied before finishes on a phone in few fields and taps: a tap is a click, or a touch into a field; typing is none.</summary>
public sealed class A_returning_midwife(TestCluster cluster, Chromium chromium)
{
    private const int MostRequired = 12;
    private const int MostTaps = 40;

    private int taps;

    [Fact]
    public async Task Finishes_a_form_on_a_phone_without_script_in_at_most_12_required_fields_and_40_taps()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "verloskundige", 360, script: false);
        await Apply(page, "Eerste Test-Keer", "01-02-1994", first: true);
        taps = 0;

        var required = await Apply(page, "Tweede Test-Keer", "03-04-1996", first: false);

        TestContext.Current.SendDiagnosticMessage($"{required} required fields, {taps} taps");
        Assert.InRange(required, 5, MostRequired);
        Assert.InRange(taps, 10, MostTaps);
        Assert.Equal("2 2 2", await app.Database.AsAdmin("""
            select concat_ws(' ', (select count(*) from dossier), (select count(*) from safe_contact), (select count(*) from application where provider = 'geboortezorg-limburg'))
            """));
    }

    private async Task<int> Apply(IPage page, string name, string born, bool first)
    {
        await page.GotoAsync("/aanmelden");
        var required = await page.Locator("main form.flex-form").Locator("input[required], select[required], textarea[required], fieldset:not(.flex-factor):not(:has(.flex-optional)) > legend").CountAsync();
        // An address or the word that no notice is wanted: one of the two must be said, which no attribute can say.
        required += await page.Locator("#aanmelder_mail").CountAsync();
        Assert.Equal(first ? "" : "vroedvrouw@praktijk.example", await page.Locator("#aanmelder_mail").InputValueAsync());
        await Looks.MustFit(page);
        await Type(page, "naam_moeder", name);
        await Type(page, "geboortedatum_moeder", born);
        await Type(page, "postcode", "6411 AB");
        await Type(page, "huisnummer", "12");
        await Choose(page, "gemeente", "GM0917");
        await Tap(page, "contact", "telefoon");
        await Choose(page, "contact_leest_mee", "niemand");
        await Type(page, "telefoon", "045 123 45 67");
        await Type(page, "uitgerekend", "01-09-2023");
        await Tap(page, "eerste_zwangerschap", "ja");
        await Type(page, "verzekeraar", "CZ");
        if (first)
        {
            await Choose(page, "aanbieder", "geboortezorg-limburg");
            await Type(page, "aanmelder_mail", "vroedvrouw@praktijk.example");
        }

        await Tap(page, "hulpverleners_wie", "ggz");
        await Tap(page, "pijlers", "1");
        await Tap(page, "pijlers", "2");
        await Choose(page, "akkoord", "moeder");
        await Tap(page, "R1", "aanwezig");
        await Tap(page, "subfactoren", "R5.alleenstaand");
        await Tap(page, "rest_afwezig", "ja");
        await Tap(page, "beschermende_factoren", "P1");
        await Tap(page, "beschermend", "ontoereikend");
        taps++;
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(new Regex("/dossiers/"));
        return required;
    }

    private async Task Type(IPage page, string name, string text)
    {
        taps++;
        await page.Locator($"[name='{name}']").ClickAsync();
        await page.Locator($"[name='{name}']").FillAsync(text);
    }

    // A list opens with one tap and closes with another.
    private async Task Choose(IPage page, string name, string value)
    {
        taps += 2;
        await page.Locator($"select[name='{name}']").SelectOptionAsync(value);
    }

    private async Task Tap(IPage page, string name, string value)
    {
        taps++;
        await page.Locator($"input[name='{name}'][value='{value}']").CheckAsync();
    }
}
