using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.Plans;

public sealed class Planning_hours(TestCluster cluster)
{
    [Fact]
    public async Task A_goal_and_a_plan_are_kept_shown_and_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/plan/doel");
        Assert.Equal($"/dossiers/{id}/plan", (await Planned.Send(carer, id, "doel", Planned.Bridging)).Headers.Location?.OriginalString);
        Assert.Equal($"/dossiers/{id}/plan", (await Planned.Send(carer, id, "uren", Planned.Weekly, ("van_2", "01-07-2023"), ("tot_2", "02-07-2023"), ("keer_2", "2"), ("uren_2", "1,25"))).Headers.Location?.OriginalString);

        Assert.Equal("overbruggen opvoedhulp de gemeente 2023-05-12 {\"Samen badderen\",\"Dagritme maken\"}", await app.Database.AsAdmin("select concat_ws(' ', kind, waits_for, from_whom, since, actions) from plan_goal where dossier_id = $1", id));
        // Four times three hours, and two days with twice an hour and a quarter.
        Assert.Equal("2 68 2", await app.Database.AsAdmin("select concat_ws(' ', pillar, quarters, jsonb_array_length(parts)) from care_plan where dossier_id = $1", id));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry e where e.body is not null and (e.act = 'GoalAdded' and exists (select from plan_goal g where g.entry_id = e.id) or e.act = 'PlanMade' and exists (select from care_plan p where p.entry_id = e.id))"));
        await carer.Get($"/dossiers/{id}/plan");
        var page = Looking_at_a_dossier.Text(carer);
        Assert.Contains("Wacht op opvoedhulp van de gemeente, sinds 12-05-2023.", page, StringComparison.Ordinal);
        Assert.Contains("4 dagen, elke week, 1 keer per dag 3 uur: samen 12 uur", page, StringComparison.Ordinal);
        Assert.Contains("Gepland 17 uur", page, StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft 17 uur gepland", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await carer.Get($"/dossiers/{id}");
        Assert.NotNull(carer.Page.QuerySelector($"main a[href='/dossiers/{id}/plan']"));
    }

    [Fact]
    public async Task The_ledger_follows_what_is_reserved_given_and_given_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/boeking");

        Assert.Equal(HttpStatusCode.SeeOther, await Planned.Book(coordinator, id, "reserveren", "12"));
        await Planned.Give(app, id, 20);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Planned.Book(coordinator, id, "teruggeven", "7,25"));
        Assert.Contains("Er zijn nog 7 uur over", coordinator.Page.QuerySelector("#uren-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("7,25", A_database_that_goes_away.Typed(coordinator).Single(t => t.Name == "uren").Value);
        Assert.Equal(HttpStatusCode.SeeOther, await Planned.Book(coordinator, id, "teruggeven", "7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Planned.Book(coordinator, id, "teruggeven", "0,25"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Planned.Send(coordinator, id, "uren", Planned.Weekly, ("uren_1", "1"))).StatusCode);
        Assert.Contains("Er zijn al 5 uur gegeven", coordinator.Page.QuerySelector("#uren_1-fout")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("reserveren 48,teruggeven 28", await app.Database.AsAdmin("select string_agg(kind || ' ' || quarters, ',' order by line) from hours_booking"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry e join hours_booking b on b.entry_id = e.id where e.act = 'HoursBooked' and e.body is not null"));
        await coordinator.Get($"/dossiers/{id}/plan");
        Assert.Contains("Gepland 12 uur Gereserveerd 12 uur Gegeven 5 uur Teruggegeven 7 uur Nog over van wat is gereserveerd 0 uur", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_is_not_reserved_than_is_planned()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/boeking");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Planned.Book(coordinator, id, "reserveren", "12,25"));
        Assert.Contains("Maak eerst een groter plan", coordinator.Page.QuerySelector("#uren-fout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_counts_once_and_something_else_under_the_same_act_is_said()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/boeking");
        var act = ("act", Guid.CreateVersion7().ToString());
        (string, string)[] booking = [("boeking", "reserveren"), ("uren", "8")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Planned.Send(coordinator, id, "boeking", booking, act)));
        var other = await Planned.Send(coordinator, id, "boeking", booking, act, ("uren", "2"));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}/plan", a.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("1 1", await app.Database.AsAdmin("select (select count(*) from hours_booking) || ' ' || (select count(*) from journal.entry where act = 'HoursBooked')"));
    }

    [Theory]
    [InlineData("hulpvraag", "", "hulpvraag", "waarbij het gezin hulp vraagt")]
    [InlineData("van_1", "", "van_1", "vanaf welke dag")]
    [InlineData("van_1", "09-05-2023", "van_1", "voor de geboorte (10-05-2023)")]
    [InlineData("van_1", "16-05-2023", "van_1", "vanaf 17-05-2023")]
    [InlineData("tot_1", "11-11-2023", "tot_1", "tot en met 10-11-2023")]
    [InlineData("tot_1", "19-05-2023", "tot_1", "voor de eerste dag")]
    [InlineData("uren_1", "24,25", "uren_1", "meer dan 24 uur op een dag")]
    [InlineData("uren_1", "1,1", "uren_1", "hele kwartieren")]
    [InlineData("keer_1", "0", "keer_1", "heel getal")]
    [InlineData("keer_1", "9", "keer_1", "heel getal")]
    [InlineData("om_de_1", "maandag", "om_de_1", "heel getal")]
    [InlineData("tot_2", "01-07-2023", "van_2", "vanaf welke dag")]
    public async Task A_mistake_in_a_plan_is_said_beside_the_field_with_everything_typed(string field, string value, string wrong, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/plan/uren");

        var answer = await Planned.Send(carer, id, "uren", Planned.Weekly, ("waarom_uren", "Zij slaapt slecht"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, carer.Page.QuerySelector($"#{wrong}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(("waarom_uren", "Zij slaapt slecht"), A_database_that_goes_away.Typed(carer));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_plan"));
    }

    [Fact]
    public async Task Two_parts_on_one_day_are_not_longer_than_a_day()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/plan/uren");

        var answer = await Planned.Send(carer, id, "uren", Planned.Weekly, ("uren_1", "13"), ("van_2", "20-05-2023"), ("tot_2", "20-05-2023"), ("uren_2", "12"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Op 20-05-2023 staan samen meer dan 24 uur", carer.Page.QuerySelector("#uren_1-fout")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doelsoort", "", "doelsoort", "nog niet ingevuld")]
    [InlineData("doel_woorden", "", "doel_woorden", "woorden van het gezin")]
    [InlineData("wacht_op", "", "wacht_op", "welke hulp")]
    [InlineData("wacht_bij", "", "wacht_bij", "van wie")]
    [InlineData("wacht_sinds", "16-05-2023", "wacht_sinds", "toekomst")]
    public async Task A_mistake_in_a_goal_is_said_beside_the_field(string field, string value, string wrong, string message)
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/plan/doel");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Planned.Send(carer, id, "doel", Planned.Bridging, (field, value))).StatusCode);

        Assert.Contains(message, carer.Page.QuerySelector($"#{wrong}-fout")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from plan_goal"));
    }

    [Theory]
    [InlineData("afgerond", null)]
    [InlineData("dubbel", "merged")]
    public async Task Of_an_ended_or_merged_dossier_is_refused_with_what_was_typed(string how, string? merged)
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        var other = await new Builder(app).Dossier().Of("Een Ander").Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/uren");
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, merged_into, ended_by, act_id, entry_id) select gen_random_uuid(), '{id}', '2023-05-15', '{how}', {(merged is null ? "null" : $"'{other}'")}, 'Demo', gen_random_uuid(), entry_id from application where dossier_id = '{id}'");

        var answer = await Planned.Send(coordinator, id, "uren", Planned.Weekly);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("het dossier is afgesloten", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains(("uren_1", "3"), A_database_that_goes_away.Typed(coordinator));
    }

    [Fact]
    public async Task By_somebody_not_assigned_finds_no_family_and_by_a_midwife_no_page()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.Admitted(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; update relation set until_day = '2023-05-02' where dossier_id = '{id}' and kind = 'zorg'");
        using var carer = await app.Visit("kraamverzorgende");
        using var midwife = await app.Visit("verloskundige");

        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}/plan")).StatusCode);
        await carer.Get("/werk");
        Assert.Equal(HttpStatusCode.NotFound, (await Planned.Send(carer, id, "uren", Planned.Weekly)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await midwife.Get($"/dossiers/{id}/plan")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_plan"));
    }

    [Fact]
    public async Task Of_a_family_that_is_not_admitted_is_refused()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan/uren");

        Assert.Equal(HttpStatusCode.Conflict, (await Planned.Send(coordinator, id, "uren", Planned.Weekly)).StatusCode);
        Assert.Contains("niet toegelaten tot pijler 2", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_page_in_few_statements()
    {
        await using var app = await App.Start(cluster);
        var id = await Planned.WithPlan(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/plan");

        using var statements = new Statements(app.Database);
        await coordinator.Get($"/dossiers/{id}/plan");
        var ofPlan = statements.Asked.Count;
        await coordinator.Get("/vooruitblik");

        Assert.InRange(ofPlan, 1, 16);
        Assert.InRange(statements.Asked.Count - ofPlan, 1, 6);
    }
}
