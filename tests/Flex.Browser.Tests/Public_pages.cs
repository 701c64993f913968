using Flex.Browser.Tests.Support;
using Flex.Web.Tests.Support;

namespace Flex.Browser.Tests;

public sealed class Public_pages(TestCluster cluster, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/inloggen")]
    [InlineData("/bestaat-niet")]
    [InlineData("/geen-toegang")]
    public async Task Are_accessible_and_fit_a_phone_and_a_desk(string path)
    {
        await using var app = await App.Start(cluster);
        foreach (var width in (int[])[320, 1280])
        {
            var page = await chromium.Person(app, width: width);
            await page.GotoAsync(path);
            await Looks.MustBeGood(page);
            await Looks.Picture(page, "public" + path.Replace('/', '-'));
        }
    }
}
