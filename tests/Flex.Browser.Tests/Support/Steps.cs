using Flex.Web.Tests.Support;
using Microsoft.Playwright;

namespace Flex.Browser.Tests.Support;

/// <summary>What every journey does: press a button, read what the page says, look at it.</summary>
internal static class Steps
{
    public static Task Send(IPage page, string label) => page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public static async Task Expect(IPage page, string text) => await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    // axe runs as script in the page: where script is off, the page is asked whether it fits.
    public static async Task Seen(IPage page, string name, bool script)
    {
        await Looks.Picture(page, name);
        await (script ? Looks.MustBeGood(page) : Looks.MustFit(page));
    }

    /// <summary>So many places in pillar 1, as another budget would give.</summary>
    public static Task Capacity(App app, int places) =>
        app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = " + places + " where programme = 'zuid-limburg-2021' and pillar = 1");
}
