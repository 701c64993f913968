using System.Net;
using AngleSharp.Dom;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Flex.Web.Tests.Applications;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

public sealed class A_database_that_goes_away(TestCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task In_the_middle_of_an_application_stores_nothing_in_part_and_loses_nothing_typed()
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit("verloskundige");
        await visitor.Get("/aanmelden");
        var fields = new FormFields().With("bsn", FormFields.Bsn);
        HttpResponseMessage answer;
        Outage outage;
        await using (var holder = await Hold(app, "dossier"))
        {
            var sending = visitor.Post("/aanmelden", fields.All);
            await SomebodyWaits(holder);
            outage = await Outage.Of(cluster, app.Database);
            answer = await sending;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Het is niet zeker of dit is opgeslagen", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        Assert.Equal(Filled(fields.All), Filled(Typed(visitor)));

        // Sent again while it is still away, exactly as the page holds it.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.Post("/aanmelden", Typed(visitor))).StatusCode);
        Assert.Equal(Filled(fields.All), Filled(Typed(visitor)));
        await outage.End();
        Assert.Equal("0 0 0 0 0", await Stored(app));

        var typed = Typed(visitor).ToList();
        var stored = await visitor.Post("/aanmelden", typed);
        Assert.Equal(HttpStatusCode.SeeOther, stored.StatusCode);
        Assert.StartsWith("/dossiers/", stored.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(stored.Headers.Location, (await visitor.Post("/aanmelden", typed)).Headers.Location);
        Assert.Equal("1 1 1 1 1", await Stored(app));
        await EverythingIsSealed(app.Database);
    }

    [Theory]
    [InlineData("intaker", "besluit/1", "besluit=toegelaten", "reden=Krijgt al <andere> hulp & zorg")]
    [InlineData("kraamverzorgende", "uren", "pijler=1", "dag=14-05-2023", "uren=7,5", "opmerking=Rustige middag")]
    public async Task While_a_form_is_sent_offers_to_send_the_same_again(string persona, string path, params string[] typed)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();
        using var visitor = await app.Visit(persona);
        if (path == "uren")
        {
            using var intaker = await app.Visit("intaker");
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Decisions.Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
        }

        await visitor.Get($"/dossiers/{id}/{path}");
        (string Name, string Value)[] fields = [("act", "0190aaaa-0000-7000-8000-000000000009"), .. typed.Select(t => (t.Split('=', 2)[0], t.Split('=', 2)[1]))];
        await using (await Outage.Of(cluster, app.Database))
        {
            var away = await visitor.Post($"/dossiers/{id}/{path}", fields);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Equal($"/dossiers/{id}/{path}", visitor.Page.QuerySelector("form.flex-form")?.GetAttribute("action"));
            Assert.Equal(Filled(fields), Filled(Typed(visitor)));
            Assert.Contains("Het is niet zeker of dit is opgeslagen.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
            Assert.DoesNotContain("niets opgeslagen", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        }

        var stored = await visitor.Post($"/dossiers/{id}/{path}", Typed(visitor));

        Assert.Equal($"/dossiers/{id}", stored.Headers.Location?.OriginalString);
        Assert.Equal(1L, await app.Database.AsAdmin($"select count(*) from {(path == "uren" ? "care_entry" : "decision")} where act_id = '0190aaaa-0000-7000-8000-000000000009'"));
    }

    [Fact]
    public async Task Says_so_in_dutch_on_every_page_that_needs_it_and_is_there_again_afterwards()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        string[] needing = [$"/dossiers/{id}", $"/dossiers/{id}/historie", $"/dossiers/{id}/besluit/1", "/dossiers", "/werk", "/factsheet/zuid-limburg-2021", "/factsheet/zuid-limburg-2021/controle"];
        Assert.All(await Codes(intaker, needing), c => Assert.Equal(HttpStatusCode.OK, c));
        await using (await Outage.Of(cluster, app.Database))
        {
            foreach (var path in needing)
            {
                Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, (await intaker.Get(path)).StatusCode));
                Assert.Equal("Even niet bereikbaar", intaker.Page.QuerySelector("h1")!.TextContent.Trim());
            }

            var figures = await intaker.Get("/api/v1/factsheets/zuid-limburg-2021");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (figures.StatusCode, figures.Content.Headers.ContentType?.MediaType));
            Assert.Contains("Even niet bereikbaar", await figures.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await intaker.Get("/health/ready")).StatusCode);
            Assert.All(await Codes(intaker, ["/health/live", "/", "/aanmelden"]), c => Assert.Equal(HttpStatusCode.OK, c));
        }

        Assert.All(await Codes(intaker, [.. needing, "/health/ready"]), c => Assert.Equal(HttpStatusCode.OK, c));
        await EverythingIsSealed(app.Database);
    }

    [Fact]
    public async Task Before_the_site_starts_does_not_stop_it_nor_its_sealing()
    {
        await using var database = await cluster.Clone();
        var clock = new ProgrammeClock(TimeProvider.System, new DateOnly(2023, 5, 15));
        var library = ProgrammeLibrary.Load(ProgrammeCopy.Original, clock.Today);
        await using var site = Site.Build(database.Installation, library, new SiteOptions(0, Demo: true, clock));
        await using (await Outage.Of(cluster, database))
        {
            await site.StartAsync();
            using var visitor = new Visitor(new Uri(site.Urls.First()));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.Get("/health/ready")).StatusCode);
        }

        await Flex.Web.Data.Tables.Places.Set(database.Db(clock.Today), library.Programmes.Values);
        await EverythingIsSealed(database);
        Assert.False(site.Lifetime.ApplicationStopping.IsCancellationRequested);
        await site.StopAsync();
    }

    // The superuser's session that the outage spares: it holds a table until the request that wants it is broken off.
    internal static async Task<NpgsqlConnection> Hold(App app, string table)
    {
        var holder = new NpgsqlConnection(app.Database.AdminConnection);
        await holder.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", holder);
        await command.ExecuteNonQueryAsync();
        return holder;
    }

    internal static async Task SomebodyWaits(NpgsqlConnection holder)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var waiting = new NpgsqlCommand("select pg_stat_clear_snapshot(), exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')", holder);
        for (var found = false; !found;)
        {
            await using var reader = await waiting.ExecuteReaderAsync(patience.Token);
            await reader.ReadAsync(patience.Token);
            found = reader.GetBoolean(1);
        }
    }

    private static async Task EverythingIsSealed(TestDatabase database)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await database.AsAdmin("select sum(entries) from journal.block") is var seals && !Equals(seals, await database.AsAdmin("select nullif(count(*), 0) from journal.entry")))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static Task<object?> Stored(App app) => app.Database.AsAdmin("""
        select concat_ws(' ', (select count(*) from dossier), (select count(*) from mother), (select count(*) from application), (select count(*) from vault.bsn),
            (select count(*) from journal.entry where act = 'ApplicationReceived'))
        """);

    private static async Task<List<HttpStatusCode>> Codes(Visitor visitor, IEnumerable<string> paths)
    {
        var codes = new List<HttpStatusCode>();
        foreach (var path in paths)
        {
            codes.Add((await visitor.Get(path)).StatusCode);
        }

        return codes;
    }

    // What a browser would send of the form on the page.
    internal static IEnumerable<(string Name, string Value)> Typed(Visitor visitor) =>
        from field in visitor.Page.QuerySelectorAll("main form.flex-form [name]")
        let name = field.GetAttribute("name")!
        where name != "__RequestVerificationToken" && field.LocalName != "button"
        where field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked")
        select (name, Value(field));

    private static string Value(IElement field) => field.LocalName switch
    {
        "textarea" => field.TextContent.TrimStart('\n'),
        "select" => field.QuerySelector("option[selected]")?.GetAttribute("value") ?? "",
        _ => field.GetAttribute("value") ?? "",
    };

    private static IEnumerable<string> Filled(IEnumerable<(string Name, string Value)> fields) =>
        fields.Where(f => f.Value.Length > 0).Select(f => $"{f.Name}={f.Value}").Order(StringComparer.Ordinal);
}
