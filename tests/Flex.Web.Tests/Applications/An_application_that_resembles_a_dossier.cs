using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Applications;

public sealed class An_application_that_resembles_a_dossier(TestCluster cluster)
{
    private const string Second = "0190aaaa-0000-7000-8000-000000000002";

    [Fact]
    public async Task Waits_for_the_intaker_and_tells_the_applicant_nothing_of_it()
    {
        await using var app = await App.Start(cluster);
        using var applicant = await Twice(app);
        var answer = await applicant.Post("/aanmelden", Again().All);

        Assert.Equal("/aanmelden/ontvangen", answer.Headers.Location!.OriginalString);
        await applicant.Get("/aanmelden/ontvangen");
        Assert.Contains("De aanmelding is ontvangen", applicant.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("dubbel", applicant.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("1|1|1", await app.Database.AsAdmin("""
            select concat_ws('|', (select count(*) from dossier), (select count(*) from likely_duplicate where why = 'zelfde-bsn' and sender = 'demo-verloskunde'),
                (select count(*) from journal.entry where act = 'DuplicateWaits' and role = 'verloskundige'))
            """));
        var refused = await applicant.Get($"/werk/dubbel/{await app.Database.AsAdmin("select id from likely_duplicate")}");
        Assert.StartsWith("/geen-toegang", refused.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_settled_as_the_same_family_without_a_second_dossier()
    {
        await using var app = await App.Start(cluster);
        using var applicant = await Twice(app);
        using var intaker = await app.Visit("intaker");
        var path = await Waiting(intaker);

        await intaker.Get(path);
        Assert.Contains("hetzelfde BSN", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["verschilt", "verschilt", "niet te vergelijken", "gelijk", "niet te vergelijken", "gelijk", "gelijk"], intaker.Page.QuerySelectorAll("tbody .flex-status").Select(s => s.TextContent));
        Assert.DoesNotContain(FormFields.Bsn, intaker.Page.Source.Text, StringComparison.Ordinal);
        var answer = await intaker.Post(path, ("oordeel", "zelfde"));

        Assert.Equal($"/dossiers/{await app.Database.AsAdmin("select id from dossier")}", answer.Headers.Location!.OriginalString);
        Assert.Equal("same|1", await app.Database.AsAdmin("select settled_as || '|' || (select count(*) from journal.entry where act = 'DuplicateSettled' and role = 'intaker') from likely_duplicate"));
        await intaker.Get("/werk");
        Assert.Empty(intaker.Page.QuerySelectorAll("a[href^='/werk/dubbel/']"));
    }

    [Fact]
    public async Task Is_settled_as_another_family_only_with_a_reason_and_opens_its_own_dossier_for_the_applicant()
    {
        await using var app = await App.Start(cluster);
        using var applicant = await Twice(app);
        using var intaker = await app.Visit("intaker");
        var path = await Waiting(intaker);
        await intaker.Get(path);

        var without = await intaker.Post(path, ("oordeel", "ander"), ("reden", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector("#reden-fout"));
        Assert.NotNull(intaker.Page.QuerySelector("input[value=ander]:checked"));
        var with = await intaker.Post(path, ("oordeel", "ander"), ("reden", "Gebeld: een zus met dezelfde achternaam."));

        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from dossier where organisation = 'demo-verloskunde'"));
        Assert.Equal("different|Gebeld: een zus met dezelfde achternaam.", await app.Database.AsAdmin("select settled_as || '|' || settled_because from likely_duplicate"));
        var again = await intaker.Post(path, ("oordeel", "zelfde"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("al beoordeeld", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_waits_once()
    {
        await using var app = await App.Start(cluster);
        using var applicant = await Twice(app);

        var answer = await applicant.Post("/aanmelden", Again().All);

        Assert.Equal("/aanmelden/ontvangen", answer.Headers.Location!.OriginalString);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from likely_duplicate"));
    }

    private static FormFields Again() => new FormFields().With("act", Second).With("bsn", FormFields.Bsn).With("naam_moeder", "Heel Andere Naam").With("geboortedatum_moeder", "01-01-1990").With("postcode");

    private static async Task<Visitor> Twice(App app)
    {
        var applicant = await app.Visit("verloskundige");
        await applicant.Get("/aanmelden");
        await applicant.Post("/aanmelden", new FormFields().With("bsn", FormFields.Bsn).All);
        await applicant.Post("/aanmelden", Again().All);
        return applicant;
    }

    private static async Task<string> Waiting(Visitor intaker)
    {
        await intaker.Get("/werk");
        return Assert.Single(intaker.Page.QuerySelectorAll("a[href^='/werk/dubbel/']")).GetAttribute("href")!;
    }
}
