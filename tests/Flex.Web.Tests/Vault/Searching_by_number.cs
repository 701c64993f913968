using System.Net;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Vault;

public sealed class Searching_by_number(TestCluster cluster)
{
    [Fact]
    public async Task Finds_exactly_that_family_and_the_log_tells_who_was_found()
    {
        await using var app = await App.Start(cluster);
        var id = await Resembling.Stored(app, "verloskunde-elders");
        await Resembling.Stored(app, "verloskunde-elders", bsn: Identifying.Other, mother: "Iemand Anders");
        using var carer = await app.Visit("intaker");
        await carer.Get("/zoeken");
        await carer.Get(Assert.Single(carer.Page.QuerySelectorAll("main a[href='/zoeken/bsn']")).GetAttribute("href")!);

        var answer = await carer.Post("/zoeken/bsn", ("bsn", "9999 11 120"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([$"/dossiers/{id}"], carer.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(FormFields.Bsn, carer.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'BsnSearched' and objects = array[$1] and body is null", id));
        Assert.Contains(await Log.Kept.Seen(app, id), l => l.Contains("intaker Zocht met een BSN en vond uw naam.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_family_that_one_may_not_see_finds_nothing_as_of_no_family()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get("/zoeken/bsn");
        await midwife.Post("/zoeken/bsn", ("bsn", FormFields.Bsn));
        var hidden = midwife.Page.QuerySelector("main")!.TextContent;
        await midwife.Post("/zoeken/bsn", ("bsn", Identifying.Other));

        Assert.Equal(hidden, midwife.Page.QuerySelector("main")!.TextContent);
        Assert.Contains("Geen gezin gevonden", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_no_number_says_so_beside_the_field_and_repeats_nothing()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/zoeken/bsn");

        var answer = await intaker.Post("/zoeken/bsn", ("bsn", "999911121"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Dit is geen geldig BSN", intaker.Page.QuerySelector("#bsn-fout")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("999911121", intaker.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_is_typed_again_and_stands_nowhere_on_the_page()
    {
        await using var app = await App.Start(cluster);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/zoeken/bsn");
        await using (await Outage.Of(cluster, app.Database))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await intaker.Post("/zoeken/bsn", ("bsn", FormFields.Bsn))).StatusCode);
        }

        Assert.DoesNotContain(FormFields.Bsn, intaker.Page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("Typ het opnieuw.", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", intaker.Page.QuerySelector("main form[action='/zoeken/bsn'] input[name=bsn]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Goes_through_the_index_of_hashes()
    {
        await using var app = await App.Start(cluster);
        await Resembling.Stored(app, "verloskunde-elders");

        Assert.Contains("bsn_lookup", (string)(await app.Database.AsAdmin("set enable_seqscan = off; explain (format json) select distinct dossier_id from vault.bsn where lookup = any(array['\\x00'::bytea])"))!, StringComparison.Ordinal);
    }
}
