using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>The family's pages warn before they shut, as a professional's do; who is still there says so without losing what she typed.</summary>
public sealed class A_visit_that_stands_still(TestCluster cluster)
{
    [Theory]
    [InlineData("/gezin")]
    [InlineData("/gezin/vragenlijst/start")]
    public async Task Warns_in_words_of_its_own(string path)
    {
        await using var app = await App.Start(cluster);
        using var mother = await Door.Enter(app, await Door.Family(app));

        await mother.Get(path);

        var idle = mother.Page.QuerySelector("[data-idle]")!;
        Assert.Equal(("600", "/gezin/blijf", true), (idle.GetAttribute("data-idle"), idle.GetAttribute("data-stay"), idle.HasAttribute("hidden")));
        Assert.Contains("Over twee minuten gaat deze pagina dicht.", idle.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wat u nu invulde is niet verstuurd. Vraag een nieuwe link", idle.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)ingelogd|inloggen|zorg|Flex", idle.TextContent);
        Assert.Equal("Open houden", idle.QuerySelector("button")!.TextContent);
    }

    [Fact]
    public async Task Has_no_warning_where_there_is_no_visit_and_says_to_give_the_device_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        var (link, _) = await Door.Invite(app, id);
        using var stranger = await app.Visit();
        await stranger.Get(link);
        Assert.Null(stranger.Page.QuerySelector("[data-idle]"));
        using var device = await Door.HandOver(app, id);

        await device.Get("/gezin/vragenlijst/start");

        Assert.Contains("Geef het apparaat terug.", device.Page.QuerySelector("[data-idle]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_open_for_who_is_there_and_for_an_hour_at_most()
    {
        var time = Person.Clock();
        await using var app = await App.Start(cluster, time: time);
        using var mother = await Door.Enter(app, await Door.Family(app));
        for (var minutes = 0; minutes < 54; minutes += 9)
        {
            time.Now += TimeSpan.FromMinutes(9);
            Assert.Equal(HttpStatusCode.NoContent, (await mother.Get("/gezin/blijf")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await mother.Get("/gezin")).StatusCode);
        time.Now += TimeSpan.FromMinutes(7);
        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await mother.Get("/gezin/blijf")));
    }

    [Fact]
    public async Task Is_over_after_ten_minutes_in_which_nobody_was_there()
    {
        var time = Person.Clock();
        await using var app = await App.Start(cluster, time: time);
        using var mother = await Door.Enter(app, await Door.Family(app));
        time.Now += TimeSpan.FromMinutes(11);

        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await mother.Get("/gezin/blijf")));
    }
}
