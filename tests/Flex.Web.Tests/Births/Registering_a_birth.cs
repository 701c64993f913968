using System.Net;
using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Births;

public sealed class Registering_a_birth(TestCluster cluster)
{
    [Theory]
    [InlineData("kraamverzorgende")]
    [InlineData("verloskundige")]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    public async Task Is_stored_shown_and_journaled_and_starts_every_clock(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        Assert.Equal("geboorte-registreren,plaats-bevestigen", await Open(app, id));
        await app.Database.AsAdmin("set session_replication_role = replica; update held_place set until = '2023-05-16'");
        using var visitor = await app.Visit(persona);

        await visitor.Get($"/dossiers/{id}/geboorte");
        var answer = await Birth.Register(visitor, id, ("kind1_ontslag", "15-05-2023"), ("moeder_ziekenhuisdagen", "1"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("2023-05-14|thuis|borst|1|2023-05-15", await app.Database.AsAdmin("select concat_ws('|', born_on, place, feeding, mother_hospital_days, registered_on) from current_birth where dossier_id = $1", id));
        Assert.Equal("1|2023-05-14|23:50:00|t|0|2023-05-15", await app.Database.AsAdmin("select concat_ws('|', number, c.born_on, born_at, live, hospital_days, discharged_on) from birth_child c"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join birth b on b.entry_id = e.id where e.act = 'BirthRegistered' and e.body is not null and e.dossier_id = $1", id));
        Assert.Equal("afsluiten,gegevens-bevestigen,plaats-bevestigen", await Open(app, id));
        Assert.Equal("2023-11-21", await app.Database.AsAdmin("select since::text from work_item where dossier_id = $1 and kind = 'afsluiten' and done_on is null", id));
        Assert.Equal(DBNull.Value, await app.Database.AsAdmin("select until from held_place where dossier_id = $1", id));
        await visitor.Get($"/dossiers/{id}");
        Assert.Contains("Levend geboren op 14-05-2023 om 23:50, niet in het ziekenhuis, ontslagen op 15-05-2023", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
        await visitor.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de geboorte vastgelegd: geboren op 14-05-2023 om 23:50.", Looking_at_a_dossier.Text(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_twins_on_both_sides_of_midnight_is_one_family_one_place_and_the_first_day()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte?kinderen=2");
        Assert.NotNull(carer.Page.QuerySelector("#kind2_dag"));

        await Birth.Register(carer, id, ("aantal", "2"), ("kind1_dag", "15-05-2023"), ("kind1_tijd", "00:10"), ("kind2_dag", "14-05-2023"), ("kind2_tijd", "23:50"), ("kind2_leeft", "levend"));

        Assert.Equal("2023-05-14|2|1", await app.Database.AsAdmin("select concat_ws('|', (select born_on from birth), (select count(*) from birth_child), (select taken from place where pillar = 1))"));
        await carer.Get("/dossiers");
        Assert.Contains("geboren 14-05-2023", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_stillborn_child_asks_nothing_more()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        Assert.Contains("Is een kind levenloos geboren? Dan mag u alles hieronder leeg laten.", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);

        var answer = await Birth.Register(carer, id, ("kind1_leeft", "levenloos"), ("kind1_tijd", ""), ("kind1_ziekenhuisdagen", ""), ("plaats", ""), ("voeding", ""));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("Levenloos geboren op 14-05-2023", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind1_dag", "16-05-2023", "in de toekomst")]
    [InlineData("kind1_dag", "", "Vul in op welke dag")]
    [InlineData("kind1_ontslag", "13-05-2023", "ligt voor de geboorte")]
    [InlineData("aantal", "0", "van 1 tot en met 9")]
    [InlineData("aantal", "10", "van 1 tot en met 9")]
    [InlineData("aantal", "2", null)]
    [InlineData("plaats", "", "Kies waar het kind is geboren.")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string field, string text, string? message)
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");

        var answer = await Birth.Register(carer, id, (field, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message ?? "het tweede kind", carer.Page.QuerySelector(message is null ? "#kind2_dag-fout" : $"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(carer).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in Birth.One)
        {
            Assert.Equal(name == field ? text : value, typed[name]);
        }

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from birth"));
    }

    [Fact]
    public async Task Far_from_the_due_date_is_asked_once_more_and_then_stored()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        await app.Database.AsAdmin("set session_replication_role = replica; update application set due_date = '2024-03-20'");
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Birth.Register(carer, id)).StatusCode);
        Assert.Contains("ver van de uitgerekende datum (20-03-2024)", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        var answer = await Birth.Register(carer, id, ("zeker", "ja"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task With_a_double_click_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        var act = Guid.NewGuid();
        (string, string)[] fields = [.. Birth.One, ("act", act.ToString()), ("version", "")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => carer.Post($"/dossiers/{id}/geboorte", fields)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from birth"));
    }

    [Fact]
    public async Task After_the_connection_broke_comes_back_whole_and_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/geboorte");
        await using (var holder = await A_database_that_goes_away.Hold(app, "birth"))
        {
            var sending = Birth.Register(carer, id);
            await A_database_that_goes_away.SomebodyWaits(holder);
            await using var outage = await Outage.Of(cluster, app.Database);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        }

        Assert.Contains("Het is niet zeker of dit is opgeslagen", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(carer).ToList();
        Assert.Equal($"/dossiers/{id}", (await carer.Post($"/dossiers/{id}/geboorte", typed)).Headers.Location?.OriginalString);
        Assert.Equal($"/dossiers/{id}", (await carer.Post($"/dossiers/{id}/geboorte", typed)).Headers.Location?.OriginalString);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from birth"));
    }

    [Fact]
    public async Task On_an_ended_dossier_is_refused_with_everything_typed()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        using var intaker = await app.Visit("intaker");
        await carer.Get($"/dossiers/{id}/geboorte");
        await intaker.Get($"/dossiers/{id}/einde");
        await Ending_a_dossier.End(intaker, id, "verhuisd");

        var answer = await Birth.Register(carer, id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("het gezin is verhuisd", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains(("kind1_tijd", "23:50"), A_database_that_goes_away.Typed(carer));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from birth"));
    }

    [Fact]
    public async Task Decides_from_which_day_hours_can_be_registered()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Registering_hours.Admitted(app);
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id);
        await carer.Get($"/dossiers/{id}/uren");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Registering_hours.Register(carer, id, day: "06-05-2023")).StatusCode);
        Assert.Contains("7 dagen voor de geboorte (14-05-2023)", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        carer.Dispose();
    }

    [Theory]
    [InlineData("jgz")]
    [InlineData("gemeente")]
    public async Task By_who_may_not_is_refused(string persona)
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var visitor = await app.Visit(persona);
        await visitor.Get("/");

        await Birth.Register(visitor, id);

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from birth"));
    }

    [Fact]
    public async Task Asks_at_most_twelve_statements_to_show()
    {
        await using var app = await App.Start(cluster);
        var id = await Birth.Expecting(app);
        using var carer = await app.Visit("kraamverzorgende");
        using var statements = new Statements(app.Database);

        await carer.Get($"/dossiers/{id}/geboorte");

        Assert.InRange(statements.Asked.Count, 3, 12);
    }

    internal static Task<object?> Open(App app, Guid id) => app.Database.AsAdmin("select string_agg(kind, ',' order by kind) from work_item where dossier_id = $1 and done_on is null and kind <> 'besluiten' and kind <> 'uitslag-vertellen'", id);
}
