using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>April 2023 is over and closed; the child was born in it.</summary>
public sealed class A_closed_month(TestCluster cluster)
{
    private const string Closed = "Mei 2023 is gesloten door Demo programmacoördinator op 02-06-2023.";

    [Fact]
    public async Task Takes_no_hours_and_no_correction_from_a_page_or_a_file_until_it_is_opened_again()
    {
        await using var app = await App.Start(cluster);
        var (id, number, first, _) = await Shifts.Family(app);
        await Given.Register(first, id, "14-05-2023", "9:00", "12:00");
        await using var later = await app.On(new(2023, 6, 2));
        using var coordinator = await later.Visit("coordinator");
        using var carer = await later.Visit("kraamverzorgende");
        Assert.Equal("/maanden", (await Close(coordinator, "05-2023")).Headers.Location?.OriginalString);
        await carer.Get($"/dossiers/{id}/zorg/contact");

        Assert.Equal(HttpStatusCode.Conflict, (await Given.Register(carer, id, "15-05-2023", "9:00", "12:00")).StatusCode);
        Assert.Contains(Closed, Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Given.Correct(carer, id, await Given.Contact(app, "2023-05-14"), "01-06-2023", "9:00", "11:00")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Given.Correct(carer, id, await Given.Contact(app, "2023-05-14"), "14-05-2023", "9:00", "12:00", ("terug", "ja"))).StatusCode);
        await carer.Get($"/dossiers/{id}/uren");
        Assert.Equal(HttpStatusCode.Conflict, (await Registering_hours.Register(carer, id, day: "13-05-2023", hours: "2")).StatusCode);
        Assert.Contains(Closed, Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        await coordinator.Get("/diensten");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Shifts.Store(coordinator, Shifts.Line("D-9", number, "2023-05-31 23:00", "2023-06-01 01:00"))).StatusCode);
        Assert.Contains("Regel 2, kolom van: " + Closed, Shifts.Problems(coordinator), StringComparison.Ordinal);
        Assert.Equal("14 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        Assert.Equal("MonthClosed", await app.Database.AsAdmin("select e.act from journal.entry e join closed_month m on m.entry_id = e.id and m.id = any(e.objects)"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_entry"));

        await coordinator.Get("/maanden");
        Assert.Equal("/maanden", (await Open(coordinator, "Een dienst was vergeten")).Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Register(carer, id, "15-05-2023", "9:00", "12:00")).StatusCode);
        Assert.Equal("MonthOpened Een dienst was vergeten", await app.Database.AsAdmin("select concat_ws(' ', e.act, m.opened_because) from journal.entry e join closed_month m on m.opened_entry = e.id"));
        first.Dispose();
    }

    // Somebody who is past the page's own look: the database says it too.
    [Fact]
    public async Task Holds_in_the_database_whoever_writes()
    {
        await using var app = await App.Start(cluster);
        var (id, _, carer, coordinator) = await Shifts.Family(app);
        await app.Database.AsAdmin("set session_replication_role = replica; insert into closed_month (id, programme, month, closed_on, closed_by, entry_id) select gen_random_uuid(), programme, '2023-05-01', '2023-06-02', 'x', entry_id from dossier limit 1");

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => app.Database.AsAdmin($"""
            alter table care_contact disable trigger journaled;
            insert into care_contact (id, dossier_id, began, quarters, setting, together, caregiver, carer, registered_on, registered_by, entry_id) values (gen_random_uuid(), '{id}', '2023-04-30 21:00+00', 12, 'thuis', false, 'x', 'x', '2023-06-02', 'x', gen_random_uuid())
            """));

        Assert.Equal("month_is_open", refused.ConstraintName);
        carer.Dispose();
        coordinator.Dispose();
    }

    [Theory]
    [InlineData("", "Dit is geen maand")]
    [InlineData("mei", "Dit is geen maand")]
    [InlineData("05-2023", "Deze maand is nog niet voorbij")]
    public async Task That_is_none_or_not_over_is_not_closed(string month, string why)
    {
        await using var app = await App.Start(cluster);
        using var coordinator = await app.Visit("coordinator");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Close(coordinator, month)).StatusCode);

        Assert.Contains(why, coordinator.Page.QuerySelector("#maand-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from closed_month"));
    }

    [Fact]
    public async Task Is_closed_once_and_opened_with_a_reason_only()
    {
        await using var app = await App.Start(cluster);
        using var coordinator = await app.Visit("coordinator");
        var act = Guid.CreateVersion7();

        Assert.Equal("/maanden", (await Close(coordinator, "04-2023", act)).Headers.Location?.OriginalString);
        Assert.Equal("/maanden", (await Close(coordinator, "04-2023", act)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Close(coordinator, "04-2023")).StatusCode);
        Assert.Contains("al gesloten door Demo programmacoördinator", coordinator.Page.QuerySelector("#maand-fout")!.TextContent, StringComparison.Ordinal);
        await coordinator.Get("/maanden");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Open(coordinator, "")).StatusCode);

        Assert.NotNull(coordinator.Page.QuerySelector("#reden_open-fout"));
        Assert.Equal("1 0", await app.Database.AsAdmin("select concat_ws(' ', count(*), count(opened_on)) from closed_month"));
    }

    internal static async Task<HttpResponseMessage> Close(Visitor coordinator, string month, Guid? act = null)
    {
        await coordinator.Get("/maanden");
        return await coordinator.Post("/maanden", ("act", (act ?? Guid.CreateVersion7()).ToString()), ("programma", "zuid-limburg-2021"), ("maand", month));
    }

    private static Task<HttpResponseMessage> Open(Visitor coordinator, string because) =>
        coordinator.Post("/maanden/open", ("welke_maand", coordinator.Page.QuerySelector("select[name=welke_maand] option[value]:not([value=''])")!.GetAttribute("value")!), ("reden_open", because));
}
