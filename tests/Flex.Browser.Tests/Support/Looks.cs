using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Flex.Browser.Tests.Support;

/// <summary>What is asked of every page that a journey passes.</summary>
internal static class Looks
{
    /// <summary>No accessibility findings, no line that runs out of the screen, no request to anyone else.</summary>
    public static async Task MustBeGood(IPage page)
    {
        var findings = (await page.RunAxe()).Violations;
        Assert.True(findings.Length == 0, $"{page.Url}: " + string.Join("; ", findings.Select(f => $"{f.Id} ({f.Help}): {string.Join(" | ", f.Nodes.Take(3).Select(n => n.Html))}")));
        await MustFit(page);
    }

    public static async Task MustFit(IPage page)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} pixels wider than its screen");
    }

    /// <summary>Keeps a picture for a person to look at, in the folder that FLEX_PICTURES names.</summary>
    public static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("FLEX_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
        }
    }
}
