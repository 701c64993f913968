using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Plans;

public sealed class The_forecast_of_the_programme(TestCluster cluster)
{
    [Fact]
    public async Task Moves_when_a_plan_is_entered_and_says_what_each_plan_does()
    {
        await using var app = await App.Start(cluster);
        var first = await Planned.WithPlan(app);
        var second = await Planned.Admitted(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/vooruitblik");
        // Twelve hours planned, and the programme's 24 for who has no plan yet.
        Assert.Contains("Gezinnen 2, waarvan 1 met een plan Gegeven tot nu, gemiddeld per gezin 0,00 uur Verwacht gemiddelde per gezin 18,00 uur", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("nog niet te zeggen", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);

        await coordinator.Get($"/dossiers/{second}/plan/uren");
        await Planned.Send(coordinator, second, "uren", Planned.Weekly, ("uren_1", "9"));
        await coordinator.Get("/vooruitblik");

        Assert.Contains("Verwacht gemiddelde per gezin 24,00 uur", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        var rows = coordinator.Page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td.flex-num").Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["36 18,00 uur 24,00 uur", "12 30,00 uur 24,00 uur"], rows);
        Assert.Equal([$"/dossiers/{second}/plan", $"/dossiers/{first}/plan"], coordinator.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));

        // A newer plan takes the place of the one before.
        await coordinator.Get($"/dossiers/{second}/plan/uren");
        await Planned.Send(coordinator, second, "uren", Planned.Weekly, ("uren_1", "6"));
        await coordinator.Get("/vooruitblik");
        rows = [.. coordinator.Page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td.flex-num").Select(c => c.TextContent.Trim())))];
        Assert.Equal(["24 24,00 uur 18,00 uur", "36 vervangen vervangen", "12 24,00 uur 18,00 uur"], rows);
    }

    // The programme's pages about hours are reached from the work of who keeps them, and from nobody else's.
    [Theory]
    [InlineData("coordinator", "/vooruitblik /diensten /maanden")]
    [InlineData("intaker", "")]
    public async Task Is_reached_from_the_work(string persona, string links)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit(persona);

        await visitor.Get("/werk");

        Assert.Equal(links, string.Join(' ', visitor.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Where(h => h is "/vooruitblik" or "/diensten" or "/maanden")));
    }

    [Fact]
    public async Task Has_a_band_from_closed_families_and_counts_both_ways_of_hours()
    {
        await using var app = await App.Start(cluster);
        for (var i = 0; i < 10; i++)
        {
            var id = await Planned.Admitted(app);
            await Planned.Give(app, id, 4 * (14 + i));
            await app.Database.AsAdmin($"set session_replication_role = replica; update held_place set state = 'deels-teruggegeven', ended_on = '2023-05-15', done_on = '2023-05-15' where dossier_id = '{id}'");
        }

        var open = await Planned.WithPlan(app);
        await app.Database.AsAdmin($"""
            set session_replication_role = replica;
            insert into payer_line (id, dossier_id, contact_id, began, quarters, day, source, reason, not_insured, contribution_payer, pillar, cover_number, rule_version, decided_on, entry_id)
            select gen_random_uuid(), '{open}', gen_random_uuid(), '2023-05-14 10:00Z', 8, '2023-05-14', 'programma', 'x', 'x', 'x', 2, -1, 'v', '2023-05-18', entry_id from application where dossier_id = '{open}'
            """);
        // What a demonstration holds of later days is not there yet.
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into care_entry (id, dossier_id, pillar, day, quarters, caregiver, act_id, entry_id) select gen_random_uuid(), '{open}', 2, '2023-05-16', 40, 'Demo', gen_random_uuid(), entry_id from application where dossier_id = '{open}'");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/vooruitblik");

        var page = Looking_at_a_dossier.Text(coordinator);
        // 185 hours without times and 2 with, over eleven families.
        Assert.Contains("Gegeven tot nu, gemiddeld per gezin 17,00 uur", page, StringComparison.Ordinal);
        Assert.Matches("Waarschijnlijk tussen [0-9]+,[0-9]{2} uur en [0-9]+,[0-9]{2} uur", page);
    }

    [Fact]
    public async Task Gives_no_family_to_who_may_not_see_it()
    {
        await using var app = await App.Start(cluster);
        await Planned.WithPlan(app);
        foreach (var role in (string[])["intaker", "kraamverzorgende", "programmabureau"])
        {
            await using var work = await app.Db.Begin(new("demo:" + role, "Demo", role, "geboortezorg-limburg"), "proef");
            work.Add("select count(*)::int from programme_hours('zuid-limburg-2021', 2, 6, '2023-05-15')");
            await using var reader = await work.Read();
            await reader.NextResultAsync();
            await reader.ReadAsync();
            Assert.Equal(0, reader.GetInt32(0));
        }
    }
}
