using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Dossiers;

public sealed class The_history_of_a_dossier(TestCluster cluster)
{
    [Fact]
    public async Task Tells_in_sentences_who_did_what_and_not_who_only_looked()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Decisions.Taking_a_decision.Deviate(intaker, id, 1, "afgewezen", "Gezin ziet er zelf van af");
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}");

        await intaker.Get($"/dossiers/{id}/historie");

        var items = intaker.Page.QuerySelectorAll(".flex-timeline__item").Select(i => string.Join(' ', i.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains(items, i => i.Contains("Intaker (Geboortezorg Limburg) heeft besloten: toegelaten tot pijler 1, zoals de regel voorstelde.Besloten door Demo intaker.", StringComparison.Ordinal));
        Assert.Contains(items, i => i.Contains("Intaker (Geboortezorg Limburg) heeft gevraagd om af te wijken: afgewezen voor pijler 1.Gevraagd door Demo intaker. Reden: “Gezin ziet er zelf van af”.", StringComparison.Ordinal));
        Assert.Contains(items, i => i.Contains("Verloskundige heeft het gezin aangemeld voor pijler 1 en 2.Mate van kwetsbaarheid: kwetsbaar. Geldt vanaf 01-05-2023.", StringComparison.Ordinal));
        Assert.DoesNotContain(items, i => i.Contains("bekeken", StringComparison.Ordinal) || i.Contains("Kraamverzorgende", StringComparison.Ordinal));
        Assert.Equal(3, items.Count);
        Assert.Matches(@"^\d\d-\d\d-20\d\d \d\d:\d\d", items[0]);
    }

    [Fact]
    public async Task Says_from_which_day_only_what_holds_from_another_than_it_was_recorded()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Decisions.Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        await intaker.Get($"/dossiers/{id}/brief/1");
        await intaker.Post("/zoeken", ("naam", "Anna de Proef"), ("geboortedatum", "02-03-1995"));

        await intaker.Get($"/dossiers/{id}/historie");

        var done = intaker.Page.QuerySelectorAll(".flex-timeline__item").Select(i => i.TextContent).ToList();
        Assert.Empty(intaker.Page.QuerySelectorAll("main details"));
        Assert.Equal(3, done.Count);
        Assert.Contains("de brief over het besluit geopend", done[0], StringComparison.Ordinal);
        Assert.All(done[..2], l => Assert.DoesNotContain("Geldt vanaf", l, StringComparison.Ordinal));
        Assert.Contains("Geldt vanaf 01-05-2023.", done[2], StringComparison.Ordinal);
        Assert.Contains("Voor het programma is het nu 15-05-2023", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_another_day_where_the_programme_goes_by_the_wall()
    {
        await using var app = await App.Start(cluster, Flex.Web.Data.ProgrammeClock.DayOf(TimeProvider.System.GetUtcNow()));
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/historie");

        Assert.DoesNotContain("Voor het programma is het nu", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_lists_searches_and_files_which_the_log_keeps()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        var other = await new Builder(app).Dossier().Save();
        using var carer = await app.Visit("jgz");
        await carer.Get("/dossiers");
        await carer.Get("/dossiers");
        await Exported(app, id, other);
        await Exported(app, other);
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/historie");

        var text = Looking_at_a_dossier.Text(intaker);
        Assert.Contains("heeft het gezin aangemeld", text, StringComparison.Ordinal);
        Assert.DoesNotContain("in een lijst", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bestand uitgegeven", text, StringComparison.Ordinal);
        Assert.Null(intaker.Page.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Goes_on_behind_the_last_line_when_there_is_more_than_a_page_shows()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin($"insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, mac) select gen_random_uuid(), max(at) - (n / 3) * interval '1 second', 1, 'ImportDone', 'x' || n, 'jgz', 'x', 'x', '2026-07-02', '{id}', decode(repeat('00', 32), 'hex') from journal.entry, generate_series(1, 1200) n group by n");
        using var intaker = await app.Visit("intaker");
        var pages = new List<int>();
        for (var path = $"/dossiers/{id}/historie"; path is not null; path = intaker.Page.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await intaker.Get(path)).StatusCode);
            pages.Add(intaker.Page.QuerySelectorAll(".flex-timeline__item").Length);
        }

        // 1,200 lines and the application.
        Assert.Equal([500, 500, 201], pages);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await intaker.Get($"/dossiers/{id}/historie?voor=onzin")).StatusCode);
    }

    [Fact]
    public async Task Shows_times_as_the_clock_in_Amsterdam_does()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; select journal.open_segment('2026-07-01'); insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, mac) values (gen_random_uuid(), '2026-07-01 22:30+00', 1, 'ImportDone', 'x', 'jgz', 'x', 'x', '2026-07-02', $1, decode(repeat('00', 32), 'hex'))".Replace("$1", $"'{id}'", StringComparison.Ordinal));
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/historie");

        Assert.Contains("02-07-2026 00:30", intaker.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_who_decided_and_never_the_system_when_a_decision_came_from_a_file()
    {
        var (id, key) = (Guid.NewGuid(), Flex.Web.Data.Journal.DossierKey.New(Guid.NewGuid()));
        var body = new Flex.Web.Data.Tables.DecisionBody(1, "toegelaten", "toelaten", "Intaker Jansen", null, "v");
        var text = new Flex.Web.Ui.History.HistoryText(new(null!, null!), key);

        var item = text.Of(new(id, DateTimeOffset.UnixEpoch, "Decided", "systeem:import", "systeem", "systeem", new(1970, 1, 1), key.Close(body, id)));

        Assert.Equal("Het systeem heeft een besluit ingelezen: toegelaten tot pijler 1, zoals de regel voorstelde.", item.What);
        Assert.Equal("Besloten door Intaker Jansen.", item.Detail);
    }

    [Fact]
    public void Has_a_sentence_for_every_act()
    {
        var names = new Flex.Web.Data.Programmes.ProgrammeNames(null!, null!);
        var text = new Flex.Web.Ui.History.HistoryText(names, Flex.Web.Data.Journal.DossierKey.New(Guid.NewGuid()));

        foreach (var act in Enum.GetValues<Flex.Web.Data.Journal.Act>())
        {
            var item = text.Of(new(Guid.NewGuid(), DateTimeOffset.UnixEpoch, act.ToString(), "a", "systeem", "o", new(1970, 1, 1), null));
            Assert.StartsWith("Het systeem heeft ", item.What, StringComparison.Ordinal);
        }
    }

    private static async Task Exported(App app, params Guid[] families)
    {
        await using var work = await app.Db.Begin(Flex.Web.Data.Journal.Actor.System("export"), "uitgifte aanmeldingen", CancellationToken.None);
        work.Journal(Flex.Web.Data.Journal.Act.ExportMade, objects: families);
        await work.Save();
    }
}
