using System.Net;
using Flex.Web.Data.Journal;
using Flex.Web.Features.FamilyLogs;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>The family's page, opened together with the coordinator.</summary>
public sealed class Who_looked_into_my_data(TestCluster cluster)
{
    [Fact]
    public async Task Says_in_order_of_time_who_by_organisation_and_role_and_counts_what_is_alike_on_a_day()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}");
        await carer.Get($"/dossiers/{id}");
        using var nurse = await app.Visit("jgz");
        await nurse.Get("/dossiers");

        var lines = await Kept.Seen(app, id);

        Assert.Equal(3, lines.Count);
        Assert.Contains("verloskundige Schreef uw aanmelding op.", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Geboortezorg Limburg, kraamverzorgende Bekeek uw gegevens, 2 keer op deze dag. Deze organisatie geeft u zorg.", lines[1], StringComparison.Ordinal);
        Assert.Contains("jgz-verpleegkundige Zag uw naam in een lijst.", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains("Demo ", StringComparison.Ordinal));

        // That she saw this stands in it the next time, as what it was.
        Assert.Contains(await Kept.Seen(app, id), l => l.Contains("programmacoördinator Liet u dit overzicht zien. Deze organisatie kijkt of u mee kunt doen en houdt uw dossier bij.", StringComparison.Ordinal));
        Assert.Equal("coordinator|samen met het gezin: wie keek er in mijn gegevens|2", await app.Database.AsAdmin("select min(role) || '|' || min(purpose) || '|' || count(*) from journal.entry where act = 'FamilyLogRead' and dossier_id = $1", id));
    }

    [Fact]
    public async Task Shows_nothing_before_it_is_said_that_the_family_looks_along_and_nothing_of_another_family()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");

        await coordinator.Get($"/dossiers/{id}/wie-keek");

        Assert.Contains("Open het alleen als het gezin nu met u meekijkt.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Empty(coordinator.Page.QuerySelectorAll("tbody"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'FamilyLogRead'"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"/dossiers/{Guid.NewGuid()}/wie-keek?samen=ja")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"/dossiers/{id}/wie-keek?samen=ja&na=onzin")).StatusCode);
    }

    [Fact]
    public async Task Shows_the_days_that_are_asked_in_pages_and_says_when_they_are_none()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin($"""
            set session_replication_role = replica; select journal.open_segment(d::date) from generate_series('2020-01-01', '2021-12-01', interval '1 month') d;
            insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, mac)
            select gen_random_uuid(), timestamptz '2020-02-01 22:30+00' + n * interval '1 day', 1, 'DossierRead', 'x', 'jgz', 'x', 'x', '2020-01-01', '{id}', decode(repeat('00', 32), 'hex') from generate_series(1, 402) n
            """);
        using var coordinator = await app.Visit("coordinator");
        var pages = new List<int>();
        for (var path = $"/dossiers/{id}/wie-keek?samen=ja&tot=31-12-2021"; path is not null; path = coordinator.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            await coordinator.Get(path);
            pages.Add(coordinator.Page.QuerySelectorAll("tbody tr").Length);
        }

        // Two lie on the day on which the clock went back: one line of that day.
        Assert.Equal([200, 200, 1], pages);
        // 22:30 in winter is 23:30 here: still that day.
        Assert.StartsWith("02-02-2020 23:30", Assert.Single(await Kept.Seen(app, id, "&van=02-02-2020&tot=02-02-2020")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Get($"/dossiers/{id}/wie-keek?samen=ja&van=03-02-2020&tot=02-02-2020")).StatusCode);
        Assert.Equal("03-02-2020", coordinator.Page.QuerySelector("#van")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Takes_at_most_twelve_statements()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        using var statements = new Statements(app.Database);

        await coordinator.Get($"/dossiers/{id}/wie-keek?samen=ja");

        Assert.InRange(statements.Asked.Count, 4, 6);
    }

    [Fact]
    public void Has_plain_words_for_every_act() => Assert.All(Enum.GetValues<Act>(), act =>
    {
        var sentence = FamilySentences.Of(act);
        Assert.InRange(sentence.Split(' ').Length, 2, 12);
        Assert.DoesNotMatch("(?i)dossier|kwetsba|indicatie|journaal|casus|cliënt", act is Act.DossierEnded or Act.DossierReopened ? "" : sentence);
    });
}
