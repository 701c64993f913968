using System.Net;
using Flex.Web.Tests.Births;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

public sealed class Who_pays_after_a_change(TestCluster cluster)
{
    // Written apart from the rule: quarters in order of time, the first 96 of them insured up to day 10, the rest nobody's; the contribution per contact and day.
    private const string ByHand = """
        with q as (
            select c.id, c.began + n * interval '15 minutes' as at, (select born_on from current_birth where dossier_id = $1) as born
            from care_contact c cross join lateral generate_series(0, c.quarters - 1) n where c.dossier_id = $1 and not exists (select from care_contact x where x.replaces = c.id)),
        numbered as (select q.*, (at at time zone 'Europe/Amsterdam')::date as day, row_number() over (order by at) as n from q),
        judged as (select id, day, case when n <= 96 and day < born + 10 then 'zvw' else 'niemand' end as source from numbered),
        lines as (select source, count(*) as quarters, case when source = 'zvw' then (480 * count(*) + 2) / 4 else 0 end as cents from judged group by id, day, source)
        select string_agg(source || ' ' || quarters || ' ' || cents, ', ' order by source) from (select source, sum(quarters) as quarters, sum(cents) as cents from lines group by source) s
        """;

    private const string Stored = """
        select string_agg(source || ' ' || quarters || ' ' || cents, ', ' order by source) from (
            select source, sum(quarters) as quarters, sum(contribution) as cents from payer_line where dossier_id = $1 and withdrawn_on is null group by source) s
        """;

    [Fact]
    public async Task Of_the_birth_every_sum_is_what_a_count_by_hand_gives_and_the_page_says_it()
    {
        await using var app = await App.Start(cluster, today: new(2023, 6, 1));
        var id = await Given_care(app);
        Assert.Equal((await app.Database.AsAdmin(ByHand, id), "niemand 44 0, zvw 96 11520"), (await app.Database.AsAdmin(Stored, id), await app.Database.AsAdmin(Stored, id)));

        using var midwife = await app.Visit("verloskundige");
        await midwife.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(midwife, id, ("kind1_dag", "03-05-2023"), ("reden", "Verkeerde dag"));

        Assert.Equal(await app.Database.AsAdmin(ByHand, id), await app.Database.AsAdmin(Stored, id));
        Assert.Equal("niemand 84 0, zvw 56 6720", await app.Database.AsAdmin(Stored, id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from payer_line l left join journal.entry e on e.id = l.withdrawn_entry where l.withdrawn_on is not null and e.act is distinct from 'BirthCorrected'"));
        Assert.Equal("1 coordinator", await app.Database.AsAdmin("select count(*) || ' ' || min(role) from work_item where dossier_id = $1 and kind = 'niet-te-bekostigen' and done_on is null", id));
        await StoredWork.Matches(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/zorg");
        Assert.Equal(("14", "€ 67,20", "21"), (Cell(carer, "source=zvw", 1), Cell(carer, "contribution=programma", 2), Cell(carer, "source=niemand", 1)));
    }

    [Fact]
    public async Task Of_the_insurer_only_the_lines_from_that_day_on_move()
    {
        await using var app = await App.Start(cluster, today: new(2023, 6, 1));
        var id = await Given_care(app);
        var before = await app.Database.AsAdmin("select string_agg(id::text, ' ' order by id) from payer_line where day < '2023-05-12'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/gegevens");

        var answer = await intaker.Post($"/dossiers/{id}/gegevens", [.. Trust.A_database_that_goes_away.Typed(intaker).Where(t => t.Name is not ("verzekeraar" or "vanaf")), ("verzekeraar", "ONVZ"), ("vanaf", "12-05-2023")]);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("CZ ONVZ", await app.Database.AsAdmin("select max(insurer) filter (where day < '2023-05-12') || ' ' || min(insurer) filter (where day >= '2023-05-12') from payer_line where withdrawn_on is null"));
        Assert.Equal(before, await app.Database.AsAdmin("select string_agg(id::text, ' ' order by id) from payer_line where day < '2023-05-12' and withdrawn_on is null"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from payer_line where day < '2023-05-12' and withdrawn_on is not null"));
    }

    [Fact]
    public async Task Of_the_indication_hours_that_nobody_paid_get_a_payer_and_the_work_is_done()
    {
        await using var app = await App.Start(cluster, today: new(2023, 6, 1));
        var id = await Given_care(app);

        await Given.Indicate(app, id, "80", "10-05-2023", ("moment", "herindicatie"), ("uren_betaald", "0"), ("uren_nu", "80"), ("reden_wens", "Nu het kan"));

        Assert.Equal("zvw 140 16800", await app.Database.AsAdmin(Stored, id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'niet-te-bekostigen' and done_on is null"));
        Assert.Equal("0 320 Nu het kan", await app.Database.AsAdmin("select concat_ws(' ', if_paying, now_wanted, reason) from hours_wish"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from indication"));
    }

    [Fact]
    public async Task Of_a_contact_the_old_one_stays_and_only_the_newest_can_be_corrected()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Indicate(app, id, "49");
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        var first = await Given.Contact(app, "2023-05-14");
        await carer.Get($"/dossiers/{id}/zorg/contact/{first}");

        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Correct(carer, id, first, "14-05-2023", "9:00", "11:00")).StatusCode);
        var second = await Given.Contact(app, "2023-05-14");
        var again = await Given.Correct(carer, id, first, "14-05-2023", "9:00", "10:00");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Dit is al verbeterd", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains("nu staat er 14-05-2023 9:00 tot 11:00", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Correct(carer, id, second, "14-05-2023", "9:00", "11:30")).StatusCode);
        Assert.Equal("2023-05-14 zvw programma 10 1200", await Given.Lines(app, id));
        var third = await Given.Contact(app, "2023-05-14");
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Correct(carer, id, third, "14-05-2023", "9:00", "11:30", ("terug", "ja"))).StatusCode);

        Assert.Null(await Given.Lines(app, id));
        Assert.Equal("4 3", await app.Database.AsAdmin("select (select count(*) from care_contact) || ' ' || (select count(*) from payer_line where withdrawn_on is not null)"));
        Assert.Equal(3L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'ContactCorrected' and body is not null"));
        carer.Dispose();
    }

    [Fact]
    public async Task Of_one_contact_by_two_at_once_keeps_one_and_tells_the_other()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        var first = await Given.Contact(app, "2023-05-14");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/zorg/contact/{first}");

        var answers = await Task.WhenAll(Given.Correct(carer, id, first, "14-05-2023", "9:00", "11:00"), Given.Correct(coordinator, id, first, "14-05-2023", "9:00", "11:30"));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from care_contact"));
        carer.Dispose();
    }

    // Indicated 24 hours; five contacts of 7 hours on days 1, 3, 5, 6 and 8 after a birth on 10 May.
    private static async Task<Guid> Given_care(App app)
    {
        var (id, carer) = await Given.Family(app);
        await carer.Get($"/dossiers/{id}/geboorte");
        await Birth.Register(carer, id, ("kind1_dag", "10-05-2023"), ("kind1_tijd", "02:00"));
        await Given.Indicate(app, id, "24", "01-05-2023");
        await carer.Get($"/dossiers/{id}/zorg/contact");
        foreach (var day in new[] { "10", "12", "14", "15", "17" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Given.Register(carer, id, $"{day}-05-2023", "9:00", "16:00")).StatusCode);
        }

        carer.Dispose();
        return id;
    }

    private static string Cell(Visitor visitor, string row, int column) =>
        visitor.Page.QuerySelector($"tr[data-{row.Split('=')[0]}={row.Split('=')[1]}]")!.Children[column].TextContent.Trim().Replace('\u00a0', ' ');
}
