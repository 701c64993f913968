using Microsoft.Playwright;

namespace Flex.Web.Tests.Support;

/// <summary>Debian's Chromium for a class of tests. Unless it is told to heed the content security policy it runs whatever stands on a page: only to see that nothing does.</summary>
public sealed class HeedlessBrowser : IAsyncLifetime
{
    private static readonly string[] Flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    internal async Task<IPage> Person(App app, string? persona = null, bool heeds = false)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = app.Address.ToString(), BypassCSP = !heeds });
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
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }
}
