using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;
using static Flex.Browser.Tests.Support.Steps;

namespace Flex.Browser.Tests;

/// <summary>What a page looks like at 360 pixels: how much the head takes, that a date is read whole, and that a mistake stands where it belongs.</summary>
public sealed class On_a_phone(TestCluster cluster, Chromium chromium)
{
    // The pixels from the top of the page to its own text.
    private const string Head = "() => document.querySelector('main').getBoundingClientRect().top + scrollY";

    private const string BrokenDates = "() => [...document.querySelectorAll('main time')].filter(t => t.getClientRects().length !== 1 || t.getBoundingClientRect().right > innerWidth).map(t => t.parentElement.textContent)";

    // A block with a mistake whose line does not run along its question, its message and the tick that answers it.
    private const string OutOfLine = """
        () => [...document.querySelectorAll('.utrecht-form-field--invalid, .flex-choices--invalid')].filter(b => {
          const box = b.getBoundingClientRect(), label = b.querySelector('.utrecht-form-label').getBoundingClientRect();
          return label.top < box.top - 1 || label.left < box.left + 12 || getComputedStyle(b).borderInlineStartWidth !== '4px';
        }).map(b => b.textContent)
        """;

    [Theory]
    [InlineData(null, "/")]
    [InlineData("verloskundige", "/aanmelden")]
    [InlineData("intaker", "/werk")]
    [InlineData("coordinator", "/dossiers")]
    [InlineData("kraamverzorgende", "/zoeken")]
    [InlineData("beheerder", "/beheer/accounts")]
    public async Task The_head_leaves_the_screen_to_the_page(string? persona, string path)
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, persona, 360);
        await page.GotoAsync(path);

        Assert.InRange(await page.EvaluateAsync<double>(Head), 60, 160);
        Assert.Equal(persona is null ? 0 : 1, await page.Locator("header .flex-who__name").CountAsync());
        await Looks.MustBeGood(page);
        await Looks.Picture(page, "telefoon" + path.Replace('/', '-'));
        // The keyboard goes the way the eye goes.
        Assert.Empty(await page.EvaluateAsync<string[]>("() => { const all = [...document.querySelectorAll('header :is(a, button)')]; return all.filter((e, i) => i > 0 && e.getBoundingClientRect().top < all[i - 1].getBoundingClientRect().top - 8).map(e => e.textContent); }"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Naar de inhoud", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
    }

    [Fact]
    public async Task A_date_is_read_whole()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        var page = await chromium.Person(app, "intaker", 360);
        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await page.Locator("main form button[type=submit]").First.ClickAsync();

        foreach (var path in (string[])["", "/plaats/1", "/brief/1", "/historie", "/gegevens", "/einde"])
        {
            await page.GotoAsync($"/dossiers/{id}{path}");
            Assert.Empty(await page.EvaluateAsync<string[]>(BrokenDates));
            await Seen(page, "telefoon" + path.Replace('/', '-'), script: true);
        }
    }

    [Fact]
    public async Task A_mistake_runs_along_its_question_and_the_tick_of_a_doubt_stands_inside()
    {
        await using var app = await App.Start(cluster);
        var page = await chromium.Person(app, "verloskundige", 360);
        await page.GotoAsync("/aanmelden");
        await page.Locator("#uitgerekend").FillAsync("20-12-2024");
        await Send(page, "Aanmelden");

        Assert.Empty(await page.EvaluateAsync<string[]>(OutOfLine));
        Assert.NotEqual(0, await page.Locator("fieldset.flex-choices--invalid").CountAsync());
        Assert.Equal(1, await page.Locator(".utrecht-form-field--invalid:has(#uitgerekend) #klopt-uitgerekend").CountAsync());
        await Seen(page, "telefoon-fouten", script: true);
    }

    [Fact]
    public async Task The_letter_is_printed_by_one_button_where_there_is_script()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into safe_contact (id, dossier_id, from_day, means, reads_along, entry_id) values (gen_random_uuid(), '{id}', '2023-05-01', '{{brief}}', 'niemand', gen_random_uuid())");
        var page = await chromium.Person(app, "intaker", 360);
        await page.GotoAsync($"/dossiers/{id}/besluit/1");
        await page.Locator("input[name=besluit][value=toegelaten]").CheckAsync();
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.GotoAsync($"/dossiers/{id}/brief/1");

        await Assertions.Expect(page.GetByText("Afdrukken: kies dat in het menu")).ToBeHiddenAsync();
        await page.EvaluateAsync("() => { window.print = () => document.title = 'afgedrukt'; }");
        await Send(page, "Brief afdrukken");
        Assert.Equal("afgedrukt", await page.TitleAsync());
    }
}
