using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>Own record, relative, colleague: nothing is refused, and who oversees sees those looks apart.</summary>
public sealed class Looking_at_ones_own(TestCluster cluster)
{
    private const string View = "/beheer/toezicht?soort=eigen-familie-collega";

    [Fact]
    public async Task Is_said_once_sets_every_look_apart_and_closes_nothing()
    {
        await using var app = await App.Start(cluster);
        var (id, other) = (await new Builder(app).Dossier().InCare().Save(), await new Builder(app).Dossier().InCare().Of("Ander Gezin").Save());
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{other}");
        await carer.Get($"/dossiers/{id}");
        await carer.Get(Assert.Single(carer.Page.QuerySelectorAll($"main a[href='/dossiers/{id}/kennen']")).GetAttribute("href")!);
        using var privacy = await app.Visit("privacy");
        Assert.Empty(await Rows(privacy));
        var act = Guid.NewGuid();

        Assert.All(await Task.WhenAll(Say(carer, id, "familie", act), Say(carer, id, "familie", act)), a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));

        Assert.Equal("demo:kraamverzorgende familie", await app.Database.AsAdmin("select string_agg(actor || ' ' || kind, ',') from kin_declaration where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join kin_declaration k on k.entry_id = e.id where e.act = 'KinDeclared' and e.body is not null"));
        Assert.Equal(HttpStatusCode.OK, (await carer.Get($"/dossiers/{id}")).StatusCode);
        var number = await app.Database.AsAdmin("select number from dossier where id = $1", id);
        var rows = await Rows(privacy);
        // Also the looks of before, and none at the other family.
        Assert.True(rows.Count >= 4, string.Join('\n', rows));
        Assert.All(rows, r => Assert.Contains($"dossier {number}: familie, zelf gezegd", r, StringComparison.Ordinal));

        // A mistake is taken back; what was said stays in the journal.
        await Say(carer, id, "geen", Guid.NewGuid());
        Assert.Empty(await Rows(privacy));
    }

    // No colleague reads it, in the dossier or its history.
    [Fact]
    public async Task Is_told_to_nobody_but_who_oversees()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/kennen");
        await Say(carer, id, "collega", Guid.NewGuid());
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/historie");
        Assert.DoesNotContain("buiten het werk", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/kennen");
        Assert.Empty(intaker.Page.QuerySelectorAll("input[name=band][checked]"));
        await carer.Get($"/dossiers/{id}/kennen");
        Assert.Equal("collega", carer.Page.QuerySelector("input[name=band][checked]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Say(carer, id, "buurvrouw", Guid.NewGuid())).StatusCode);
        Assert.NotNull(carer.Page.QuerySelector("#band-fout"));
    }

    // Of an account no telephone is kept and of a family no mail: what can be compared is the surname, of the mother and of who co-decides.
    [Theory]
    [InlineData("Anna Persoon", null, true)]
    [InlineData("Anna van der Persoon", null, true)]
    [InlineData("Anna Pérsoon", null, true)]
    [InlineData("Persoon de Proef", null, false)]
    [InlineData("Anna de Proef", "Piet Persoon", true)]
    [InlineData("Anna de Proef", null, false)]
    public async Task Is_found_by_the_same_surname(string mother, string? coDecider, bool found)
    {
        var time = Person.Clock();
        await using var app = await App.Start(cluster, demo: false, time: time);
        var id = await new Builder(app).Dossier().Of(mother).Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update application set co_decider = {(coDecider is null ? "null" : $"'{coDecider}'")}");
        var officer = await Person.Join(app, time, "privacy@flex.example", "privacy", "ggd-zuid-limburg");
        using var intaker = await (await Person.Join(app, time, "intake@flex.example")).Visit(app);
        Assert.Equal(HttpStatusCode.OK, (await intaker.Get($"/dossiers/{id}")).StatusCode);
        using var privacy = await officer.Visit(app);

        Assert.Equal(found ? ["zelfde achternaam, vanzelf gevonden"] : [], (await Rows(privacy)).Select(r => r.Split(": ")[^1].Split(" intake;")[0].Trim()));
    }

    private static async Task<IReadOnlyList<string>> Rows(Visitor privacy)
    {
        Assert.Equal(HttpStatusCode.OK, (await privacy.Get(View)).StatusCode);
        return [.. privacy.Page.QuerySelectorAll("table tbody tr").Where(r => r.TextContent.Contains("dossier ", StringComparison.Ordinal)).Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static Task<HttpResponseMessage> Say(Visitor visitor, Guid id, string kind, Guid act) => visitor.Post($"/dossiers/{id}/kennen", ("band", kind), ("act", act.ToString()));
}
