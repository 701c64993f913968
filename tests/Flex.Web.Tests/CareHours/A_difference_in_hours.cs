using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.FamilyDoors;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.CareHours;

/// <summary>What the provider's file says beside what a caregiver registered herself.</summary>
public sealed class A_difference_in_hours(TestCluster cluster)
{
    private const string Open = "select count(*) from work_item where kind = 'verschil-in-uren' and role = 'coordinator' and done_on is null";

    [Fact]
    public async Task Is_none_when_both_say_the_same()
    {
        await using var app = await App.Start(cluster);
        var (id, number, carer, coordinator) = await Shifts.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");

        Assert.Equal(HttpStatusCode.OK, (await Shifts.Store(coordinator, Shifts.Morning(number))).StatusCode);

        Assert.Contains("1 gelijk aan wat er stond", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("1 gelijk", await app.Database.AsAdmin("select concat_ws(' ', (select count(*) from care_contact), (select outcome from shift_line))"));
        Assert.Equal(0L, await app.Database.AsAdmin(Open));
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.Contains("Gelijk aan wat er stond: dienst D-1", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        carer.Dispose();
        coordinator.Dispose();
    }

    [Theory]
    [InlineData("bestand", "14 09:00 16 Demo kraamverzorgende", "2023-05-14 zvw programma 16 1920", 2L)]
    [InlineData("blijft", "14 09:00 12 Demo kraamverzorgende", "2023-05-14 zvw programma 12 1440", 1L)]
    public async Task Is_work_until_a_person_chooses_and_the_other_line_stays(string choice, string stands, string paid, long lines)
    {
        await using var app = await App.Start(cluster);
        var (id, coordinator) = await Different(app);
        Assert.Equal(1L, await app.Database.AsAdmin(Open));
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.Contains("Het bestand zegt: 14-05-2023 9:00 tot 13:00, door Demo kraamverzorgende (dienst D-1).", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("Niet te declareren: eerst kiest of beslist iemand wat er geldt.", coordinator.Page.QuerySelector("[data-claim]")!.TextContent, StringComparison.Ordinal);
        var path = coordinator.Page.QuerySelector("main [data-difference] a")!.GetAttribute("href")!;
        await coordinator.Get(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post(path, ("welke_geldt", choice), ("act", Guid.NewGuid().ToString()))).StatusCode);
        Assert.NotNull(coordinator.Page.QuerySelector("#reden-fout"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => coordinator.Post(path, ("welke_geldt", choice), ("reden", $"Gebeld {n}"), ("act", Guid.NewGuid().ToString()))));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(stands, await Shifts.Contacts(app));
        Assert.Equal(paid, await Given.Lines(app, id));
        Assert.Equal(lines, await app.Database.AsAdmin("select count(*) from care_contact"));
        Assert.Equal(0L, await app.Database.AsAdmin(Open));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join shift_line s on s.settled_entry = e.id where e.act = 'ShiftSettled' and e.body is not null and s.settled_by = 'Demo programmacoördinator'"));
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft gekozen wat geldt van dienst D-1 (14-05-2023 9:00 tot 13:00): " + (choice == "bestand" ? "wat het bestand zegt" : "wat er nu staat"), Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        coordinator.Dispose();
    }

    [Fact]
    public async Task The_same_number_with_other_content_never_writes_over_what_stands()
    {
        await using var app = await App.Start(cluster);
        var (id, number, carer, coordinator) = await Shifts.Family(app);
        await Shifts.Store(coordinator, Shifts.Morning(number));

        Assert.Equal(HttpStatusCode.OK, (await Shifts.Store(coordinator, Shifts.Line("D-1", number, "2023-05-14 15:00", "2023-05-14 17:00"))).StatusCode);

        Assert.Equal("14 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        Assert.Equal(1L, await app.Database.AsAdmin(Open));
        await Choose(coordinator, id, "bestand");
        Assert.Equal("14 15:00 8 Demo kraamverzorgende", await Shifts.Contacts(app));
        // Both files again: each was read before, and nothing comes back.
        await coordinator.Get("/diensten");
        await Shifts.Store(coordinator, Shifts.Morning(number));
        await Shifts.Store(coordinator, Shifts.Line("D-1", number, "2023-05-14 15:00", "2023-05-14 17:00"));
        Assert.Equal("14 15:00 8 Demo kraamverzorgende", await Shifts.Contacts(app));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Fact]
    public async Task A_correction_of_a_correction_is_the_one_that_counts_and_the_file_is_held_against_it()
    {
        await using var app = await App.Start(cluster);
        var (id, number, carer, coordinator) = await Shifts.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "11:00");
        await Given.Correct(carer, id, await Given.Contact(app, "2023-05-14"), "14-05-2023", "9:00", "11:30");
        await Given.Correct(carer, id, await Given.Contact(app, "2023-05-14"), "14-05-2023", "9:00", "12:00");

        await Shifts.Store(coordinator, Shifts.Morning(number));

        Assert.Equal("3 gelijk 0", await app.Database.AsAdmin($"select concat_ws(' ', (select count(*) from care_contact), (select outcome from shift_line), ({Open}))"));
        carer.Dispose();
        coordinator.Dispose();
    }

    [Fact]
    public async Task About_hours_that_the_family_disputes_the_file_settles_nothing()
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await Confirming_hours.Disputed(app);
        var number = (int)(await app.Database.AsAdmin("select number from dossier where id = $1", id))!;
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get("/diensten");
        await Shifts.Store(coordinator, Shifts.Morning(number, until: "13:00"));

        await Choose(coordinator, id, "bestand");

        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.NotNull(coordinator.Page.QuerySelector("main [data-dispute]"));
        Assert.Contains("Niet te declareren", coordinator.Page.QuerySelector("[data-claim]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from hours_answer where contact_id = $1 and settled_on is null", contact));
    }

    [Fact]
    public async Task Hours_that_were_taken_back_come_back_by_a_person_only()
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await Confirming_hours.Disputed(app);
        var number = (int)(await app.Database.AsAdmin("select number from dossier where id = $1", id))!;
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/zorg/contact/{contact}");
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Correct(coordinator, id, contact, "14-05-2023", "9:00", "12:00", ("terug", "ja"))).StatusCode);
        await coordinator.Get("/diensten");

        await Shifts.Store(coordinator, Shifts.Morning(number));
        Assert.Null(await Shifts.Contacts(app));
        await Choose(coordinator, id, "bestand");

        Assert.Equal("14 09:00 12 Demo kraamverzorgende", await Shifts.Contacts(app));
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.NotNull(coordinator.Page.QuerySelector("main [data-dispute]"));
    }

    [Fact]
    public async Task Who_gives_the_care_does_not_choose_and_registers_no_second_time_beside_the_file()
    {
        await using var app = await App.Start(cluster);
        var (id, number, carer, coordinator) = await Shifts.Family(app);
        await Shifts.Store(coordinator, Shifts.Morning(number));
        await carer.Get($"/dossiers/{id}/zorg/contact");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Register(carer, id, "14-05-2023", "9:00", "13:00", ("samen", "ja"))).StatusCode);
        Assert.Contains("U hebt zelf al uren vastgelegd in deze tijd", carer.Page.QuerySelector("#van-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await carer.Get("/diensten")).StatusCode);
        carer.Dispose();
        coordinator.Dispose();
    }

    /// <summary>Three hours that a caregiver registered, and four in the file.</summary>
    internal static async Task<(Guid Id, Visitor Coordinator)> Different(App app)
    {
        var (id, number, carer, coordinator) = await Shifts.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        carer.Dispose();
        await Shifts.Store(coordinator, Shifts.Morning(number, until: "13:00"));
        return (id, coordinator);
    }

    private static async Task Choose(Visitor coordinator, Guid id, string choice)
    {
        await coordinator.Get($"/dossiers/{id}/zorg");
        var path = coordinator.Page.QuerySelector("main [data-difference] a")!.GetAttribute("href")!;
        await coordinator.Get(path);
        Assert.Equal($"/dossiers/{id}/zorg", (await coordinator.Post(path, ("welke_geldt", choice), ("reden", "Gebeld"), ("act", Guid.NewGuid().ToString()))).Headers.Location?.OriginalString);
    }
}
