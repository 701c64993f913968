using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;
using static Flex.Browser.Tests.Support.Steps;

namespace Flex.Browser.Tests;

/// <summary>A dossier from decision to end as the people live it: deviating with approval, waiting for a place, birth, one more pillar, end.</summary>
public sealed class Through_the_front_door(TestCluster cluster, Chromium chromium)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_decision_otherwise_is_approved_by_another_organisation(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Afwijk Test-Verzoek").In("Maastricht").For(1).Save();
        var intaker = await chromium.Person(app, "intaker", width, script);
        await intaker.GotoAsync($"/dossiers/{id}/besluit/1");
        await intaker.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await intaker.Locator("textarea[name=reden]").FillAsync("Het gezin verhuist volgende week naar een gemeente die meedoet.");
        await Send(intaker, "Besluit vastleggen");
        await Seen(intaker, "afwijken-samenvatting", script);
        await Send(intaker, "Er staat geen naam, adres of nummer in: leg dit voor");
        await Expect(intaker, "Afgewezen");
        await Seen(intaker, "dossier-afwijken", script);

        var office = await chromium.Person(app, "programmabureau", width, script);
        await office.GotoAsync("/werk");
        await Seen(office, "werk-programmabureau", script);
        await office.Locator("main a[href*='/werk/afwijking/']").First.ClickAsync();
        await Seen(office, "afwijking", script);
        Assert.DoesNotContain("Test-Verzoek", await office.ContentAsync(), StringComparison.Ordinal);
        await office.Locator("input[name=oordeel]").First.CheckAsync();
        await Send(office, "Oordeel vastleggen");

        await intaker.GotoAsync($"/dossiers/{id}");
        await Expect(intaker, "Toegelaten");
        await Seen(intaker, "dossier-na-afwijking", script);
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_family_waits_is_offered_a_place_and_takes_it(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Wacht Test-Lijst").For(1).Save();
        await Capacity(app, 0);
        var page = await chromium.Person(app, "coordinator", width, script);
        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=wachtlijst]").CheckAsync();
        await Send(page, "Besluit vastleggen");
        await Expect(page, "Op de wachtlijst");
        await Capacity(app, 1);

        await page.GotoAsync("/werk");
        await Seen(page, "werk-vrije-plaats", script);
        await page.Locator("main a", new() { HasText = "Vrije plaats aanbieden (pijler 1)" }).ClickAsync();
        await Seen(page, "wachtlijst", script);
        if (script)
        {
            // On the line of its row, not below it.
            Assert.InRange(await page.EvaluateAsync<double>("() => { const b = document.querySelector('button[value=aanbieden]'); return b.getBoundingClientRect().top - b.closest('tr').getBoundingClientRect().top; }"), 0, 20);
        }

        await page.Locator("button[value=aanbieden]").ClickAsync();
        await page.GotoAsync($"/dossiers/{id}/plaats/1");
        await Seen(page, "plaats-aangeboden", script);
        await page.Locator("input[name=stap][value=aannemen]").CheckAsync();
        await Send(page, "Vastleggen");
        await Expect(page, "Toegelaten");

        await page.GotoAsync("/werk");
        await Seen(page, "werk-coordinator", script);
        Assert.Equal("bevestigd 1", await app.Database.AsAdmin("select h.state || ' ' || p.taken from held_place h join place p using (programme, pillar) where h.dossier_id = $1 and h.ended_on is null", id));
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_birth_one_more_pillar_and_the_end(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app, "Leven Test-Loop");
        var carer = await chromium.Person(app, "kraamverzorgende", width, script);
        await carer.GotoAsync($"/dossiers/{id}/geboorte?kinderen=2");
        await Seen(carer, "geboorte", script);
        await Twins(carer);
        await Send(carer, "Geboorte vastleggen");
        await Expect(carer, "14-05-2023");
        await Seen(carer, "dossier-geboren", script);

        var midwife = await chromium.Person(app, "intaker", width, script);
        await midwife.GotoAsync($"/dossiers/{id}/gegevens");
        await Seen(midwife, "gegevens", script);
        await Send(midwife, "Bevestigen");
        await midwife.GotoAsync($"/dossiers/{id}/pijler/2");
        await Seen(midwife, "pijler-2", script);
        Assert.InRange(await midwife.Locator("main form.flex-form").Locator(":is(textarea, select, fieldset, input[type=text], input[type=email]):not(details *)").CountAsync(), 3, 5);
        await midwife.Locator("textarea[name=vraag]").FillAsync("Rust en regelmaat in de dag.");
        await midwife.Locator("input[name=doel][value=zelfredzaamheid]").CheckAsync();
        await midwife.Locator("select[name=akkoord]").SelectOptionAsync("moeder");
        await midwife.Locator("#geen_bericht").CheckAsync();
        await midwife.Locator("input[name=kanaal][value=aanmelder]").CheckAsync();
        await Send(midwife, "Aanmelden voor pijler 2");
        await midwife.GotoAsync("/werk");
        await Expect(midwife, "17-05-2023");

        var coordinator = await chromium.Person(app, "coordinator", width, script);
        await coordinator.GotoAsync($"/dossiers/{id}/einde");
        await Seen(coordinator, "einde", script);
        await coordinator.Locator("input[name=einde][value=verhuisd]").CheckAsync();
        await coordinator.Locator("input[name=dag]").FillAsync("15-05-2023");
        await coordinator.Locator("input[name=zeker]").CheckAsync();
        await Send(coordinator, "Dossier afsluiten");
        await Expect(coordinator, "verhuisd");
        await Seen(coordinator, "dossier-beeindigd", script);
        Assert.Equal(0, await app.Database.AsAdmin("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"));
    }

    [Fact]
    public async Task Goes_with_the_keyboard_alone()
    {
        await using var app = await App.Start(cluster);
        var id = await Admitted(app, "Toets Test-Einde");
        var page = await chromium.Person(app, "coordinator", 1280);
        var hands = new Keyboard(page);
        await page.GotoAsync($"/dossiers/{id}/plaats/1");
        await hands.Send("main form button[type=submit]");
        await page.GotoAsync($"/dossiers/{id}/geboorte");
        await hands.Type("input[name=kind1_dag]", "14-5-2023");
        await hands.To("select[name=plaats]");
        await page.Keyboard.TypeAsync("Thuis");
        await hands.To("select[name=voeding]");
        await page.Keyboard.TypeAsync("Borstvoeding");
        await hands.Send("main form button[type=submit]");
        await Expect(page, "14-05-2023");
        await page.GotoAsync($"/dossiers/{id}/einde");
        await hands.Choose("einde", "ingetrokken");
        await hands.Type("input[name=dag]", "15-5-2023");
        await hands.Press("input[name=zeker]", "Space");
        await hands.Send("main form button[type=submit]");
        await Expect(page, "het gezin ziet ervan af");
    }

    private static async Task Twins(IPage page)
    {
        await page.Locator("input[name=kind1_dag]").FillAsync("14-05-2023");
        await page.Locator("input[name=kind1_tijd]").FillAsync("23:50");
        await page.Locator("input[name=kind2_dag]").FillAsync("15-05-2023");
        await page.Locator("input[name=kind2_tijd]").FillAsync("00:10");
        await page.Locator("select[name=plaats]").SelectOptionAsync("thuis");
        await page.Locator("select[name=voeding]").SelectOptionAsync("borst");
        if (await page.Locator("input[name=zeker]").CountAsync() > 0)
        {
            await page.Locator("input[name=zeker]").CheckAsync();
        }
    }

    private async Task<Guid> Admitted(App app, string mother)
    {
        var id = await new Builder(app).Dossier().Of(mother).For(1).Save();
        var page = await chromium.Person(app, "intaker");
        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await Send(page, "Besluit vastleggen");
        await Expect(page, "Toegelaten");
        return id;
    }
}
