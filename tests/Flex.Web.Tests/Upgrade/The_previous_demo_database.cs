using System.Net;
using System.Text.Json.Nodes;
using Flex.Web.Commands;
using Flex.Web.Data;
using Flex.Web.Data.Migrations;
using Flex.Web.Features.Decisions;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Upgrade;

/// <summary>A database that people work in is never emptied: what the release before this one left behind must go on under this one.</summary>
public sealed class The_previous_demo_database(TestCluster cluster)
{
    private const string Taken = "select string_agg(programme || ' ' || pillar || ' ' || taken || '/' || capacity, ',' order by programme, pillar) from place";

    [Fact]
    public async Task Keeps_its_decisions_and_places_and_every_place_has_its_family()
    {
        await using var database = await StoredCopy.Restore(cluster);
        var (taken, decisions) = (await database.AsAdmin(Taken), await database.AsAdmin("select count(*) from decision"));

        Assert.True(await Migrator.Migrate(database.Installation.Connections.Owner, TimeProvider.System) > 0);
        Assert.Equal(0, await Migrator.Migrate(database.Installation.Connections.Owner, TimeProvider.System));

        Assert.Equal("zuid-limburg-2021 1 31/150,zuid-limburg-2021 2 25/100", taken);
        Assert.Equal(taken, await database.AsAdmin(Taken));
        Assert.Equal(taken, await database.AsAdmin("""
            select string_agg(p.programme || ' ' || p.pillar || ' ' || (select count(*) from held_place h where h.programme = p.programme and h.pillar = p.pillar and holds_place(h.state)) || '/' || capacity, ','
                order by p.programme, p.pillar) from place p
            """));
        Assert.Equal(decisions, await database.AsAdmin("select count(*) from current_decision where kind = 'besluit' and replaces is null"));
        Assert.Equal(0L, await database.AsAdmin("select count(*) from dossier where number is null or not exists (select from mother_name_part m where m.dossier_id = dossier.id)"));
        Assert.Equal("elke,kopie,test", await database.AsAdmin("select string_agg(part, ',' order by part) from mother_name_part p join mother m using (dossier_id) where m.name = 'Elke Test-Kopie'"));
    }

    // The stored keys are those of the function that writes new ones; the trigger that rested while they were filled is awake.
    [Fact]
    public async Task Knows_how_every_name_sounds_and_finds_it_so()
    {
        await using var app = await App.Start(cluster, on: await StoredCopy.Upgraded(cluster));
        using var intaker = await app.Visit("intaker");
        await intaker.Get("/zoeken");

        await intaker.Post("/zoeken", ("naam", "Elcke Coopie"));

        var stored = ((string)(await app.Database.AsAdmin("select string_agg(part || '=' || sound, ',') from mother_name_part"))!).Split(',').Select(p => p.Split('=')).ToList();
        Assert.True(stored.Count > 41 * 2);
        Assert.All(stored, p => Assert.Equal(Flex.Domain.Names.NameSound.Of(p[0]), p[1]));
        Assert.Contains("Elke Test-Kopie", intaker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => app.Database.AsAdmin("update mother_name_part set sound = 'x'"));
        Assert.Equal("FX002", refused.SqlState);
    }

    [Fact]
    public async Task Opens_every_dossier_with_its_history()
    {
        await using var app = await App.Start(cluster, on: await StoredCopy.Upgraded(cluster));
        using var coordinator = await app.Visit("coordinator");
        var families = ((string)(await app.Database.AsAdmin("select string_agg(d.id || '|' || m.name, ';') from dossier d join mother m on m.dossier_id = d.id"))!).Split(';').Select(f => f.Split('|')).ToList();

        Assert.Equal(41, families.Count);
        foreach (var family in families)
        {
            Assert.Equal(HttpStatusCode.OK, (await coordinator.Get($"/dossiers/{family[0]}")).StatusCode);
            Assert.Equal(family[1], coordinator.Page.QuerySelector("h1")!.TextContent);
            Assert.Equal(HttpStatusCode.OK, (await coordinator.Get($"/dossiers/{family[0]}/historie")).StatusCode);
            Assert.Contains("heeft", coordinator.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Has_the_same_figures_and_the_same_judgements()
    {
        await using var app = await App.Start(cluster, today: new DateOnly(2026, 11, 22), on: await StoredCopy.Upgraded(cluster));
        using var visitor = await app.Visit("gemeente");

        var answer = JsonNode.Parse(await (await visitor.Get("/api/v1/factsheets/zuid-limburg-2021")).Content.ReadAsStringAsync())!;
        using var replayed = new StringWriter();
        var code = await Replay.Run(app.Db, app.Library, replayed, TestContext.Current.CancellationToken);

        var stored = Lines(JsonNode.Parse(StoredCopy.Figures)!.AsArray()).ToList();
        var known = stored.Select(l => l.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(stored, Lines(answer["figures"]!.AsArray()).Where(l => known.Contains(l.Split(' ')[0])));
        Assert.Equal((0, "57 besluiten en 41 beoordelingen nagerekend, 0 besluiten gewist (niet na te rekenen), 0 verschillen."), (code, replayed.ToString().Trim()));
    }

    [Fact]
    public async Task Goes_on_with_the_work_and_its_journal_stays_whole()
    {
        await using var app = await App.Start(cluster, on: await StoredCopy.Upgraded(cluster));
        await OpenWork.SetMissing(app.Db, app.Library.Programmes.Values);
        var family = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{family}/besluit/1");

        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, family, 1, "toegelaten")).StatusCode);

        Assert.Equal(32, await app.Database.AsAdmin("select taken from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        Assert.True((long)(await app.Database.AsAdmin("select count(*) from work_item where done_on is null"))! > 0);
        await app.Database.Sealer().SealOnce(CancellationToken.None);
        using var verified = new StringWriter();
        Assert.True(await JournalVerify.Run(app.Database.Installation, verified, CancellationToken.None) == 0, verified.ToString());
    }

    // A figure may gain words, and another may stand beside it; what it counts may not move.
    private static IEnumerable<string> Lines(JsonArray figures) => figures.SelectMany(f => f!["categories"]!.AsArray()
        .Select(c => $"{f["code"]} {f["n"]} {f["missing"]} {c!["code"]} {c["count"]} {c["share"]?.GetValue<decimal>():0.######}"));
}
