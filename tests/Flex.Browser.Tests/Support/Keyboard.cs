using Microsoft.Playwright;

namespace Flex.Browser.Tests.Support;

/// <summary>Hands without a mouse: everything is reached with Tab, chosen with space or an arrow and sent with Enter.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int Far = 250;

    private const string FocusIsVisible = """
        () => { const s = getComputedStyle(document.activeElement); const l = document.activeElement.labels?.[0];
                const shows = x => x && (x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) > 0 || x.boxShadow !== 'none');
                return shows(s) || (l ? shows(getComputedStyle(l)) : false); }
        """;

    /// <summary>Tabs to an element; fails when the keyboard cannot reach it or its focus cannot be seen.</summary>
    public async Task To(string selector)
    {
        for (var i = 0; i < Far; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
            {
                Assert.True(await page.EvaluateAsync<bool>(FocusIsVisible), $"the focus on {selector} cannot be seen");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{page.Url}: {selector} is not reached with Tab");
    }

    public async Task Type(string selector, string text)
    {
        await To(selector);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task Press(string selector, string key)
    {
        await To(selector);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Chooses a radio: Tab reaches the group, arrows move within it.</summary>
    public async Task Choose(string name, string value)
    {
        await To($"input[name='{name}']");
        await page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 10 && !await page.Locator($"input[name='{name}'][value='{value}']").IsCheckedAsync(); i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.True(await page.Locator($"input[name='{name}'][value='{value}']").IsCheckedAsync(), $"{name} = {value} is not reached with the arrows");
    }

    /// <summary>Sends the form and waits for the page that answers.</summary>
    public async Task Send(string selector)
    {
        await To(selector);
        await page.EvaluateAsync("() => document.documentElement.dataset.before = 'yes'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html:not([data-before])")).ToBeAttachedAsync();
    }
}
