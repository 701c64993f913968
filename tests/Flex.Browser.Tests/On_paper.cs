using System.Text.RegularExpressions;
using Flex.Browser.Tests.Support;
using Flex.Web.Data.Cluster;
using Flex.Web.Tests.Copies;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests;

/// <summary>What a family takes home is printed by the browser: what stands on the sheets, word for word.</summary>
public sealed partial class On_paper(TestCluster cluster, Chromium chromium) : IAsyncDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"flex-paper-{Guid.NewGuid():N}.pdf");

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_copy_is_the_copy_and_nothing_of_the_screen_around_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var intaker = await app.Visit("intaker");
        await Copying.Ask(intaker, id);
        var part = await Copying.Part(app, id, "moeder");
        await Copying.Release(intaker, part);
        var page = await chromium.Person(app, "intaker");
        await page.GotoAsync(part + "/papier");
        await Looks.Picture(page, "afschrift-papier");

        var printed = await Print(page);

        var words = Words(await page.Locator("article").InnerTextAsync());
        Assert.True(words.Length > 150, $"{words.Length} words");
        Assert.Equal(words, Words(printed));
        Assert.Contains("Anna de Proef", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_is_every_line_of_it_without_the_way_back()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        var page = await chromium.Person(app, "coordinator");
        await page.GotoAsync($"/dossiers/{id}/wie-keek?samen=ja");
        await Looks.Picture(page, "wie-keek-papier");

        var printed = await Print(page);

        var lines = await page.Locator("main tbody").AllInnerTextsAsync();
        Assert.NotEmpty(lines);
        Assert.Empty(Words(string.Join(' ', lines)).Except(Words(printed)));
        Assert.DoesNotContain(await page.Locator(".flex-back").First.InnerTextAsync(), printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Uitloggen", printed, StringComparison.Ordinal);
    }

    private async Task<string> Print(IPage page)
    {
        await page.PdfAsync(new() { Path = file, Format = "A4", Tagged = true });
        Assert.Contains("No syntax or stream encoding errors", await Tool.Run("qpdf", "--check", file), StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", await Tool.Run("pdfinfo", file));
        var text = await Tool.Run("pdftotext", file, "-");
        Assert.Matches(Foot(), text);
        return Foot().Replace(text, "");
    }

    // Each sheet says which of how many it is.
    [GeneratedRegex("(?m)^[0-9]+ van [0-9]+\\s*$")]
    private static partial Regex Foot();

    // The same words as often, wherever a line was broken.
    private static string[] Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
