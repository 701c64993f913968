using System.Net;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Ends;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.PlaceKeeping;

/// <summary>A place that another dossier gives back shows itself on the work list, at the family that is first in line.</summary>
public sealed class A_place_that_comes_free(TestCluster cluster)
{
    private const string Due = "select string_agg(concat_ws('|', m.name, o.pillar, o.since, o.until), ',' order by o.pillar) from offers_due() o join mother m on m.dossier_id = o.dossier_id";

    [Theory]
    [InlineData("einde")]
    [InlineData("vrijgeven")]
    public async Task Puts_the_first_who_waits_on_top_of_the_coordinators_list_until_it_is_offered(string by)
    {
        await using var app = await App.Start(cluster);
        var (holder, first, second) = await Full(app);
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/werk");
        Assert.DoesNotContain("Vrije plaats aanbieden", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(DBNull.Value, await app.Database.AsAdmin(Due));

        await GiveBack(coordinator, holder, by);

        Assert.Equal("2023-05-15", await app.Database.AsAdmin("select free_since::text from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        Assert.Equal("Eerste Wachter|1|2023-05-15|2023-05-22", await app.Database.AsAdmin(Due));
        await coordinator.Get("/werk");
        var rows = coordinator.Page.QuerySelectorAll("main tbody tr").ToList();
        var row = Assert.Single(rows, r => r.TextContent.Contains("Eerste Wachter", StringComparison.Ordinal));
        Assert.Contains("Vrije plaats aanbieden (pijler 1)", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("22-05-2023", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("/werk/wachtlijst/1", row.QuerySelector("td a")!.GetAttribute("href"), StringComparison.Ordinal);
        // On top; only the holder's dossier, which is to be closed by the same day, may stand beside it.
        Assert.All(rows.Take(rows.IndexOf(row)), r => Assert.Contains("Dossier afsluiten", r.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.TextContent.Contains("Tweede Wachter", StringComparison.Ordinal));
        Assert.NotNull(coordinator.Page.QuerySelector("main a[href='/werk/wachtlijst/1?programma=zuid-limburg-2021'][aria-label^='Wachtlijst van']"));
        await coordinator.Get($"/dossiers/{first}");
        Assert.Contains("Vrije plaats aanbieden (pijler 1)Aan zet: programmacoördinator. Uiterlijk 22-05-2023", Compact(coordinator), StringComparison.Ordinal);
        await coordinator.Get($"/dossiers/{second}");
        Assert.DoesNotContain("Vrije plaats aanbieden", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await StoredWork.Matches(app);

        Assert.Equal(HttpStatusCode.SeeOther, (await Keeping_a_place.Step(coordinator, first, "aanbieden")).StatusCode);

        Assert.Equal(DBNull.Value, await app.Database.AsAdmin("select free_since from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'PlaceOffered' and dossier_id = $1 and body is not null", first));
        await coordinator.Get("/werk");
        Assert.DoesNotContain("Vrije plaats aanbieden", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        await StoredWork.Matches(app);
    }

    [Fact]
    public async Task Is_no_work_when_nobody_waits_or_another_family_took_it()
    {
        await using var app = await App.Start(cluster);
        var (holder, first, second) = await Full(app);
        using var coordinator = await app.Visit("coordinator");
        await GiveBack(coordinator, holder, "einde");

        // The place goes to the second, with a reason: then there is none for the first.
        await Keeping_a_place.Step(coordinator, second, "aanbieden", "Bevalt volgende week");
        Assert.Equal(DBNull.Value, await app.Database.AsAdmin(Due));
        await Keeping_a_place.Step(coordinator, second, "weigeren-af", "Hulp van familie");
        Assert.Equal("Eerste Wachter|1|2023-05-15|2023-05-22", await app.Database.AsAdmin(Due));

        await Ending_a_dossier.End(coordinator, first, "ingetrokken");

        Assert.Equal(DBNull.Value, await app.Database.AsAdmin(Due));
        await coordinator.Get("/werk");
        Assert.DoesNotContain("Vrije plaats aanbieden", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_the_programme_has_more_of_them_counts_from_the_day_they_were_set()
    {
        await using var app = await App.Start(cluster);
        await Full(app);

        await Places.Set(app.Db, app.Library.Programmes.Values);

        Assert.Equal("150|2023-05-15|7|aanmelddatum", await app.Database.AsAdmin("select concat_ws('|', capacity, free_since, offer_within, waiting_order) from place where programme = 'zuid-limburg-2021' and pillar = 1"));
        Assert.Equal("Eerste Wachter|1|2023-05-15|2023-05-22", await app.Database.AsAdmin(Due));
    }

    [Theory]
    [InlineData(WaitingOrder.ApplicationDate)]
    [InlineData(WaitingOrder.DueDate)]
    public async Task Goes_to_whom_the_waiting_list_calls_first_and_passes_who_asked_to_deviate(WaitingOrder order)
    {
        await using var app = await App.Start(cluster);
        var programme = app.Library.Programmes["zuid-limburg-2021"];
        programme = programme with { Work = programme.Work with { WaitingOrder = order } };
        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = 0 where pillar = 1");
        using var intaker = await app.Visit("intaker");
        foreach (var i in Enumerable.Range(0, 8))
        {
            var id = await new Builder(app).Dossier().Of($"Gezin {i}").For(1).Received(new(2023, 4, 1 + (i * 5 % 8))).Save();
            // A day of its own for the child, in another order than the applications.
            await app.Database.AsAdmin($"set session_replication_role = replica; update application set due_date = date '2023-06-01' + {i * 3 % 8} where dossier_id = '{id}'");
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Taking_a_decision.Decide(intaker, id, 1, "wachtlijst");
        }

        await Places.Set(app.Db, [programme]);
        for (var left = 8; left > 0; left--)
        {
            var due = (Guid)(await app.Database.AsAdmin("select dossier_id from offers_due()"))!;
            Assert.Equal(await First(app, programme), due);
            await app.Database.AsAdmin($"set session_replication_role = replica; insert into override_request (id, dossier_id, pillar, replaces, outcome, reason, summary, facts, requested_on, requested_by, requester, paid_organisation, act_id, entry_id) select gen_random_uuid(), dossier_id, 1, id, 'toegelaten', 'r', 's', '', '2023-05-15', 'x', 'x', 'x', gen_random_uuid(), entry_id from decision where dossier_id = '{due}'");
        }

        Assert.Null(await First(app, programme));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from offers_due()"));
    }

    private static async Task<Guid?> First(App app, Programme programme)
    {
        await using var work = await app.Db.Begin(new Actor("demo:coordinator", "Demo", "coordinator", "geboortezorg-limburg"), "proef");
        work.Add("select 1");
        await using (await work.Read())
        {
        }

        return await WaitingFamilies.First(work, programme, 1, CancellationToken.None);
    }

    private static async Task GiveBack(Visitor coordinator, Guid holder, string by)
    {
        await coordinator.Get($"/dossiers/{holder}");
        if (by == "einde")
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Ending_a_dossier.End(coordinator, holder, "verhuisd")).StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await Keeping_a_place.Step(coordinator, holder, "vrijgeven", "Wil geen hulp")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Keeping_a_place.Step(coordinator, holder, "afronden", "Wil geen hulp")).StatusCode);
    }

    /// <summary>One place, held by one family; two wait for it.</summary>
    internal static async Task<(Guid Holder, Guid First, Guid Second)> Full(App app)
    {
        var a = new Builder(app);
        var holder = await a.Dossier().Of("Heeft Plaats").For(1).Received(new(2023, 4, 20)).Save();
        var first = await a.Dossier().Of("Eerste Wachter").For(1).Received(new(2023, 4, 1)).Save();
        var second = await a.Dossier().Of("Tweede Wachter").For(1).Received(new(2023, 4, 2)).Save();
        using var intaker = await app.Visit("intaker");
        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = 1 where programme = 'zuid-limburg-2021' and pillar = 1");
        foreach (var (id, outcome) in ((Guid, string)[])[(holder, "toegelaten"), (first, "wachtlijst"), (second, "wachtlijst")])
        {
            await intaker.Get($"/dossiers/{id}/besluit/1");
            Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, 1, outcome)).StatusCode);
        }

        return (holder, first, second);
    }

    private static string Compact(Visitor visitor) => string.Join(' ', Looking_at_a_dossier.Text(visitor).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(") Aan", ")Aan", StringComparison.Ordinal);
}
