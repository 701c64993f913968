using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(TestCluster))]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace Flex.Browser.Tests.Support;

/// <summary>Debian's Chromium, once per run; every person gets a context of one's own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    /// <summary>A person with a screen of <paramref name="width"/> pixels, with or without script, signed in when a persona is named.</summary>
    internal async Task<IPage> Person(App app, string? persona = null, int width = 1280, bool script = true)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = app.Address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, Locale = "nl-NL" });
        var page = await context.NewPageAsync();
        if (persona is not null)
        {
            await page.GotoAsync("/inloggen");
            await page.Locator($"form:has(input[name=persona][value={persona}]) button").ClickAsync();
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}
