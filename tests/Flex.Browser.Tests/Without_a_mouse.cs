using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using static Flex.Browser.Tests.Support.Steps;

namespace Flex.Browser.Tests;

/// <summary>Deviating with approval, and waiting for a place, on a phone's width with the keyboard alone: from page to page by the links themselves.</summary>
public sealed class Without_a_mouse(TestCluster cluster, Chromium chromium)
{
    private const string Submit = "main form button[type=submit]";

    [Fact]
    public async Task A_decision_otherwise_is_asked_for_and_approved()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Afwijk Test-Toets").In("Maastricht").For(1).Save();
        var intaker = await chromium.Person(app, "intaker", 360);
        var hands = new Keyboard(intaker);
        await intaker.GotoAsync($"/dossiers/{id}");
        await hands.Send("main a[href$='/besluit/1']");
        await hands.Choose("besluit", "toegelaten");
        await hands.Type("textarea[name=reden]", "Het gezin verhuist volgende week naar een gemeente die meedoet.");
        await hands.Send(Submit);
        await Expect(intaker, "Er staat geen naam, adres of nummer in: leg dit voor");
        await Seen(intaker, "toets-samenvatting", script: true);
        await hands.Send(Submit);
        await Expect(intaker, "Afgewezen");
        Assert.Equal("wacht", await app.Database.AsAdmin("select state from override_request where dossier_id = $1", id));

        var office = await chromium.Person(app, "programmabureau", 360);
        var others = new Keyboard(office);
        await office.GotoAsync("/werk");
        await others.Send("main a[href*='/werk/afwijking/']");
        await Seen(office, "toets-afwijking", script: true);
        await others.Choose("oordeel", "goedkeuren");
        await others.Send(Submit);

        await intaker.GotoAsync($"/dossiers/{id}");
        await Expect(intaker, "Toegelaten");
        Assert.Equal("goedgekeurd gereserveerd", await app.Database.AsAdmin("select o.state || ' ' || h.state from override_request o join held_place h using (dossier_id) where o.dossier_id = $1 and h.ended_on is null", id));
    }

    [Fact]
    public async Task A_family_waits_is_offered_a_place_and_takes_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Of("Wacht Test-Toets").For(1).Save();
        await Capacity(app, 0);
        var page = await chromium.Person(app, "coordinator", 360);
        var hands = new Keyboard(page);
        await page.GotoAsync($"/dossiers/{id}");
        await hands.Send("main a[href$='/besluit/1']");
        await hands.Choose("besluit", "wachtlijst");
        await hands.Send(Submit);
        await Expect(page, "Op de wachtlijst");
        await Capacity(app, 1);

        await page.GotoAsync("/werk");
        await hands.Send("main a[href*='/werk/wachtlijst/']");
        await Seen(page, "toets-wachtlijst", script: true);
        await hands.Send("button[value=aanbieden]");
        Assert.Equal("aangeboden 1", await Place(app, id));

        await page.GotoAsync($"/dossiers/{id}");
        await hands.Send("main a[href$='/plaats/1']");
        await Seen(page, "toets-aanbod", script: true);
        await hands.Choose("stap", "aannemen");
        await hands.Send(Submit);
        await Expect(page, "Toegelaten");
        Assert.Equal("bevestigd 1", await Place(app, id));
    }

    private static Task<object?> Place(App app, Guid id) =>
        app.Database.AsAdmin("select h.state || ' ' || p.taken from held_place h join place p using (programme, pillar) where h.dossier_id = $1 and h.ended_on is null", id);
}
