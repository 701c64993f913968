using System.Net;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.WorkLists;

namespace Flex.Web.Tests.Dossiers;

public sealed class The_list_of_dossiers(TestCluster cluster)
{
    [Fact]
    public async Task Pages_by_key_with_every_family_once_and_no_name_in_an_address()
    {
        await using var app = await App.Start(cluster);
        for (var i = 1; i <= 103; i++)
        {
            await Families.Apply(app, $"Naam {i:000}", new DateOnly(2023, 5, 1));
        }

        using var visitor = await app.Visit("intaker");
        var seen = new List<string>();
        var links = new List<string>();
        var path = "/dossiers";
        while (path is not null)
        {
            await visitor.Get(path);
            seen.AddRange(visitor.Page.QuerySelectorAll("tbody th a").Select(h => h.TextContent.Trim()));
            links.AddRange(visitor.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!));
            path = visitor.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 103).Reverse().Select(i => $"Naam {i:000}"), seen);
        Assert.DoesNotContain(links, l => l.Contains("Naam", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("50,50,3", await app.Database.AsAdmin("select string_agg(cardinality(objects)::text, ',' order by at) from journal.entry where act = 'ListRead'"));
    }

    [Fact]
    public async Task Keeps_to_the_families_of_the_own_organisation_and_shows_a_name_as_text()
    {
        await using var app = await App.Start(cluster);
        await Families.Apply(app, "Van Een Ander", new DateOnly(2023, 5, 1));
        await Families.Apply(app, "<script>alert(1)</script>", new DateOnly(2023, 5, 2), organisation: "demo-verloskunde");
        using var visitor = await app.Visit("verloskundige");

        await visitor.Get("/dossiers");

        Assert.Equal(["<script>alert(1)</script>"], visitor.Page.QuerySelectorAll("tbody th a").Select(h => h.TextContent.Trim()));
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task With_a_key_that_is_none_is_not_found()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("intaker");

        var answer = await visitor.Get("/dossiers?voor=geen-sleutel");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
