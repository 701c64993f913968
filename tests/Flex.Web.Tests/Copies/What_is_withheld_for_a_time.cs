using Flex.Web.Tests.Log;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Copies;

/// <summary>What the family's own page hides for a time tells itself in no copy: not as a line, not as a relation, and not when the copy was released before.</summary>
public sealed class What_is_withheld_for_a_time(TestCluster cluster)
{
    [Fact]
    public async Task Is_not_in_a_copy_that_was_released_before_it_was_withheld()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Keek in het dossier", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
        var path = await Copying.Part(app, id, "moeder");

        await Kept.Asked(app, id);

        var file = (await Copying.File(intaker, path)).ToJsonString();
        Assert.DoesNotContain("Keek in het dossier", file, StringComparison.Ordinal);
        Assert.DoesNotContain("verzoek om een afschrift vastgelegd", file, StringComparison.Ordinal);
        Assert.Contains("Anna de Proef", file, StringComparison.Ordinal);
        await intaker.Get(path + "/papier");
        Assert.DoesNotContain("Keek in het dossier", intaker.Page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        await app.Database.AsAdmin("set session_replication_role = replica; update log_withholding set hidden_until = asked_at");
        Assert.Contains("Keek in het dossier", (await Copying.File(intaker, path)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_the_relation_that_came_of_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin($"""
            set session_replication_role = replica;
            insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, mac) values ('0190eeee-0000-7000-8000-000000000001', date_trunc('second', (select max(at) from journal.entry)), 2, 'RelationBegun', 'demo:coordinator', 'coordinator', 'geboortezorg-limburg', 'x', '2023-05-15', '{id}', sha256('x'));
            insert into relation (id, dossier_id, kind, organisation, from_day, reason, entry_id, basis) values (gen_random_uuid(), '{id}', 'uitgenodigd', 'verloskunde-elders', '2023-05-15', 'Melding gedaan', '0190eeee-0000-7000-8000-000000000001', 'betrokken')
            """);
        Assert.Contains("Melding gedaan", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        var before = await Copying.Part(app, id, "moeder");

        await Kept.Asked(app, id);

        Assert.DoesNotContain("Melding gedaan", (await Copying.File(intaker, before)).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Melding gedaan", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Meldde u aan", (await Copying.Of(app, id, "moeder")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_to_nobody_who_does_not_give_copies()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await Kept.Asked(app, id);

        Assert.Equal(0L, await Lines("jgz", "jgz-zuid-limburg"));
        Assert.NotEqual(0L, await Lines("intaker", "geboortezorg-limburg"));

        Task<object?> Lines(string role, string organisation) => app.Database.AsAdmin($"set flex.role = '{role}'; set flex.organisation = '{organisation}'; set flex.instant = '{DateTimeOffset.UtcNow:O}'; select count(*) from copy_lines_withheld('{id}')");
    }
}
