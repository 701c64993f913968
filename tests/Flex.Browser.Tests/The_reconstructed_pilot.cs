using Flex.Browser.Tests.Support;
using Flex.Web.Features.Imports;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>Every page a role can open on the imported pilot: accessible, and fitting a phone, a narrow zoomed window and a desk.</summary>
public sealed class The_reconstructed_pilot(TestCluster cluster, Chromium chromium)
{
    private const string Programme = "zuid-limburg-2021";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "programmes", Programme, "reconstruction");

    [Fact]
    public async Task Is_accessible_on_every_page_and_agrees_with_the_publication()
    {
        await using var app = await App.Start(cluster, new DateOnly(2026, 11, 21));
        foreach (var kind in (string[])["applications", "care", "questionnaires"])
        {
            var code = await ImportFile.Run(app.Db, app.Library, kind, Path.Combine(Folder, kind + ".csv"), new ImportOptions(Programme, Rejects: Path.GetTempFileName()), TextWriter.Null, TestContext.Current.CancellationToken);
            Assert.Equal(0, code);
        }

        foreach (var width in (int[])[320, 360, 1280])
        {
            var page = await chromium.Person(app, "coordinator", width);
            foreach (var path in (string[])["/werk", "/dossiers", "/aanmelden", "/cijfers", "/factsheet/" + Programme, $"/factsheet/{Programme}/controle"])
            {
                await page.GotoAsync(path);
                await Looks.Picture(page, "pilot" + path.Replace('/', '-'));
                await Looks.MustBeGood(page);
            }

            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Wijkt af: 0.");
            await Dossier(page);
        }
    }

    private static async Task Dossier(IPage page)
    {
        await page.GotoAsync("/dossiers");
        await page.Locator("main a[href^='/dossiers/']").First.ClickAsync();
        await Looks.Picture(page, "pilot-dossier");
        await Looks.MustBeGood(page);
        await page.GotoAsync(page.Url + "/historie");
        await Looks.MustBeGood(page);
    }
}
