using System.Net;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Imports;

/// <summary>The page on which an intaker judges a row of a file that resembles a dossier.</summary>
public sealed class Judging_a_waiting_row(TestCluster cluster)
{
    private static readonly Dictionary<string, string> Said = new()
    {
        ["naam_moeder"] = "Heel Andere Naam", ["geboortedatum_moeder"] = "1990-01-01", ["uitgerekend"] = "2023-09-01", ["ontvangen_op"] = "2023-05-12", ["pijlers"] = "1",
        ["aanmelder"] = "verloskundige", ["bsn"] = FormFields.Bsn,
    };

    [Fact]
    public async Task Shows_row_and_dossier_side_by_side_and_links_the_same_family()
    {
        await using var app = await App.Start(cluster);
        var (dossier, path) = await Waiting(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/werk");
        Assert.Contains(path, intaker.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));

        await intaker.Get(path);
        Assert.Contains("hetzelfde BSN", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["verschilt", "verschilt", "niet te vergelijken", "gelijk", "niet te vergelijken", "verschilt", "gelijk"], intaker.Page.QuerySelectorAll("tbody .flex-status").Select(s => s.TextContent));
        Assert.DoesNotContain(FormFields.Bsn, intaker.Page.Source.Text, StringComparison.Ordinal);
        var answer = await intaker.Post(path, ("oordeel", "zelfde"));

        Assert.Equal($"/dossiers/{dossier}", answer.Headers.Location!.OriginalString);
        Assert.Equal("same|1", await app.Database.AsAdmin("select settled_as || '|' || (select count(*) from journal.entry where act = 'DuplicateSettled' and role = 'intaker') from likely_duplicate"));
    }

    [Fact]
    public async Task Opens_a_dossier_for_another_family_only_with_a_reason()
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Waiting(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get(path);

        var without = await intaker.Post(path, ("oordeel", "ander"), ("reden", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector("#reden-fout"));
        Assert.NotNull(intaker.Page.QuerySelector("input[value=ander]:checked"));
        var with = await intaker.Post(path, ("oordeel", "ander"), ("reden", "Gebeld: een zus met dezelfde achternaam."));

        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
        Assert.Equal("different|Gebeld: een zus met dezelfde achternaam.|2", await app.Database.AsAdmin("select concat_ws('|', settled_as, settled_because, (select count(*) from dossier)) from likely_duplicate"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await intaker.Post(path, ("oordeel", "zelfde"))).StatusCode);
        Assert.Contains("al beoordeeld", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_for_an_applicant()
    {
        await using var app = await App.Start(cluster);
        var (_, path) = await Waiting(app);
        using var applicant = await app.Visit("verloskundige");

        Assert.StartsWith("/geen-toegang", (await applicant.Get(path)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    // The form is held by who may decide in another family, or only looks at this one.
    [Theory]
    [InlineData("none")]
    [InlineData("nood")]
    public async Task Is_settled_by_nobody_but_who_keeps_the_record(string relation)
    {
        await using var app = await App.Start(cluster);
        var (dossier, path) = await Waiting(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get(path);
        var own = (string)(await app.Database.AsAdmin("select organisation from journal.entry where act = 'SignedIn' and role = 'intaker' limit 1"))!;
        await app.Database.AsAdmin(RelationRows.Sql(relation, dossier, own, "demo:intaker"));

        var linked = await intaker.Post(path, ("oordeel", "zelfde"));
        var opened = await intaker.Post(path, ("oordeel", "ander"), ("reden", "Gebeld: een zus."));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (linked.StatusCode, opened.StatusCode));
        Assert.Equal("1|0|0", await app.Database.AsAdmin("select concat_ws('|', (select count(*) from dossier), (select count(settled_as) from likely_duplicate), (select count(*) from journal.entry where act = 'DuplicateSettled'))"));
    }

    internal static async Task<(Guid Dossier, string Path)> Waiting(App app)
    {
        var dossier = await Resembling.Stored(app, "verloskunde-elders");
        await using var work = await app.Db.Begin(Actor.System("import"), "bestand inlezen");
        var wrapped = (byte[])(await app.Database.AsAdmin("select wrapped from vault.dossier_key where dossier_id = $1", dossier))!;
        var row = new WaitingApplication(work.Clock.NewId(), work.EntryId, "T-001", Said, new(DossierKey.Unwrap(work.Keys, dossier, wrapped), Likeness.SameBsn));
        work.Journal(Act.DuplicateWaits, row.Resemblance.Key, row.Body("test"));
        WaitingApplication.Add(work, "zuid-limburg-2021", "test", [row]);
        await work.Save();
        return (dossier, $"/werk/dubbel/{row.Id}");
    }
}
