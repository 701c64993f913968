using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;
using static Flex.Browser.Tests.Support.Steps;

namespace Flex.Browser.Tests;

/// <summary>A child is born, the facts are confirmed, the family says how she can be reached, and the dossier ends and is opened again.</summary>
public sealed class From_birth_to_end(TestCluster cluster, Chromium chromium)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    public async Task Goes_by_clicking(int width, bool script)
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "coordinator", width, script);
        var id = await Admitted(app, page);
        await page.GotoAsync($"/dossiers/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Geboorte vastleggen" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tweeling" }).ClickAsync();
        await Seen(page, "geboorte", script);
        await page.Locator("#kind1_dag").FillAsync("14-05-2023");
        await page.Locator("#kind1_tijd").FillAsync("23:50");
        await Send(page, "Geboorte vastleggen");
        await Expect(page, "Vul in op welke dag het tweede kind is geboren.");
        await Seen(page, "geboorte-fout", script);
        await page.Locator("#kind2_dag").FillAsync("15-05-2023");
        await page.Locator("#plaats").SelectOptionAsync("thuis");
        await page.Locator("#voeding").SelectOptionAsync("beide");
        await Send(page, "Geboorte vastleggen");
        await Expect(page, "Levend geboren op 14-05-2023 om 23:50");
        await Seen(page, "dossier-geboren", script);

        await page.GetByRole(AriaRole.Link, new() { Name = "Gegevens bevestigen" }).First.ClickAsync();
        await page.Locator("#verzekeraar").FillAsync("ONVZ");
        await page.Locator("#vanaf").FillAsync("10-05-2023");
        await Seen(page, "gegevens", script);
        await Send(page, "Bevestigen");
        await page.GotoAsync($"/dossiers/{id}/gegevens");
        await Seen(page, "wijziging", script);
        await page.Locator("#oordeel").FillAsync("De zorg gaat gewoon door.");
        await Send(page, "Oordeel vastleggen");

        await page.GetByRole(AriaRole.Link, new() { Name = "Veilig bereiken wijzigen" }).ClickAsync();
        await page.Locator("input[name=contact][value=geen]").CheckAsync();
        await Seen(page, "bereiken", script);
        await Send(page, "Vastleggen");
        await Expect(page, "Geen contact via mail, link, bericht of brief");

        await page.GetByRole(AriaRole.Link, new() { Name = "Dossier afsluiten" }).First.ClickAsync();
        await page.Locator("input[name=einde][value=afgerond]").CheckAsync();
        await page.Locator("input[name=zeker]").CheckAsync();
        await Seen(page, "einde", script);
        await Send(page, "Dossier afsluiten");
        await Expect(page, "Klopt het dat u het dossier toch afsluit?");
        await Seen(page, "einde-gevraagd", script);
        await page.Locator("#klopt-einde").CheckAsync();
        await Send(page, "Dossier afsluiten");
        await Expect(page, "heeft dit dossier afgesloten per 15-05-2023: de zorg is afgerond.");
        await Seen(page, "dossier-afgesloten", script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Heropen het dossier" }).ClickAsync();
        await page.Locator("#reden").FillAsync("Er kwam nog een hulpvraag.");
        await Seen(page, "heropenen", script);
        await Send(page, "Dossier heropenen");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Dossier afsluiten" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Goes_with_the_keyboard_alone()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "intaker", 1280);
        var id = await Admitted(app, page);
        var hands = new Keyboard(page);
        await page.GotoAsync($"/dossiers/{id}/geboorte");
        await hands.Type("#kind1_dag", "14-05-2023");
        await hands.Press("#plaats", "ArrowDown");
        await hands.Press("#voeding", "ArrowDown");
        await hands.Send("main form button[type=submit]");
        await Expect(page, "Levend geboren op 14-05-2023");
        await page.GotoAsync($"/dossiers/{id}/einde");
        await hands.Choose("einde", "verhuisd");
        await hands.Press("input[name=zeker]", "Space");
        await hands.Send("main form button[type=submit]");
        await Expect(page, "het gezin is verhuisd");
    }

    [Fact]
    public async Task Shows_what_became_of_each_message()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "intaker", 360);
        await Admitted(app, page);

        await page.GotoAsync("/beheer/post");

        await Expect(page, "Er is geen mailserver ingesteld");
        await Seen(page, "berichten", script: true);
    }

    // A family with a place in pillar 1, whose applicant hears by mail.
    private static async Task<Guid> Admitted(App app, IPage page)
    {
        var id = await new Builder(app).Dossier().For(1).Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update application set applicant_mail = 'aanmelder@praktijk.example'");
        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        return id;
    }
}
