using System.Net;
using Flex.Web.Tests.CareHours;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class Confirming_hours(TestCluster cluster)
{
    private const string Open = "select count(*) from work_item where dossier_id = $1 and kind = 'uren-betwist' and role = 'coordinator' and done_on is null";

    [Fact]
    public async Task The_mother_sees_day_times_and_who_and_says_that_it_is_right()
    {
        await using var app = await App.Start(cluster);
        using var device = await app.Visit("kraamverzorgende");
        var contact = await LaidBefore(app, device);
        await device.Get("/gezin/uren");
        Assert.Contains("14-05-2023 9:00 tot 12:00 Demo kraamverzorgende, 3 uur.", Door.Text(device), StringComparison.Ordinal);
        Assert.DoesNotContain("Zij eet weinig", Door.Text(device), StringComparison.Ordinal);

        Assert.Equal("/gezin/uren", (await Say(device, contact, "klopt")).Headers.Location?.OriginalString);
        Assert.Equal("/gezin/uren", (await Say(device, contact, "klopt")).Headers.Location?.OriginalString);

        Assert.Equal("t De moeder, op het apparaat van Demo kraamverzorgende samen", await app.Database.AsAdmin("select concat_ws(' ', a.agrees, a.said_by, i.way) from hours_answer a join family_invitation i on i.id = a.visit_id"));
        Assert.Equal("gezin", await app.Database.AsAdmin("select e.role from journal.entry e join hours_answer a on a.entry_id = e.id where e.act = 'HoursAnswered' and e.body is not null"));
        await device.Get("/gezin/uren");
        Assert.Contains("U zei: dit klopt.", Door.Text(device), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'uren-betwist'"));
    }

    [Fact]
    public async Task Not_right_asks_why_stops_the_claim_and_is_work_until_the_coordinator_settles_it()
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await Disputed(app);
        Assert.Equal(1L, await app.Database.AsAdmin(Open, id));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.Contains("Het gaat om 3 uur. Zij zijn niet te declareren", Door.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("Niet te declareren Het gezin zegt dat dit niet klopt: “Zij ging eerder weg”", Door.Text(coordinator), StringComparison.Ordinal);
        var path = $"/dossiers/{id}/zorg/contact/{contact}/oordeel";
        await coordinator.Get(coordinator.Page.QuerySelector("main [data-dispute] a")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post(path, ("hoe_verder", "verbeterd"), ("reden", "Zij heeft gelijk"))).StatusCode);
        Assert.Contains("nog niet verbeterd", coordinator.Page.QuerySelector("#hoe_verder-fout")!.TextContent, StringComparison.Ordinal);
        await Given.Correct(coordinator, id, contact, "14-05-2023", "9:00", "11:00");
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.NotNull(coordinator.Page.QuerySelector("main [data-dispute]"));
        await coordinator.Get(path);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => coordinator.Post(path, ("hoe_verder", "verbeterd"), ("reden", $"Zij heeft gelijk {n}"))));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join hours_answer a on a.settled_entry = e.id where e.act = 'HoursSettled' and e.body is not null and a.settled_as = 'verbeterd' and a.settled_by = 'Demo programmacoördinator'"));
        Assert.Equal(0L, await app.Database.AsAdmin(Open, id));
        await coordinator.Get($"/dossiers/{id}/zorg");
        Assert.Null(coordinator.Page.QuerySelector("main [data-dispute]"));
        await coordinator.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft gezegd dat deze zorg niet klopt: 14-05-2023 9:00 tot 12:00", Door.Text(coordinator), StringComparison.Ordinal);
        Assert.Contains("heeft betwiste uren beoordeeld: de uren zijn verbeterd of teruggenomen", Door.Text(coordinator), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "uren_kloppen")]
    [InlineData("misschien", "", "uren_kloppen")]
    [InlineData("klopt-niet", "", "klopt_niet_want")]
    public async Task Without_an_answer_or_a_reason_it_comes_back(string answer, string because, string field)
    {
        await using var app = await App.Start(cluster);
        using var device = await app.Visit("kraamverzorgende");
        var contact = await LaidBefore(app, device);
        await device.Get($"/gezin/uren/{contact}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Say(device, contact, answer, because)).StatusCode);
        Assert.NotNull(device.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from hours_answer"));
    }

    [Fact]
    public async Task Hours_of_another_family_and_a_visit_for_a_list_show_and_store_nothing()
    {
        await using var app = await App.Start(cluster);
        var (_, others) = await Disputed(app);
        using var device = await app.Visit("kraamverzorgende");
        await LaidBefore(app, device);
        Assert.Equal(HttpStatusCode.NotFound, (await device.Get($"/gezin/uren/{others}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Say(device, others, "klopt")).StatusCode);
        using var listed = await Door.HandOver(app, await Door.Family(app));

        Assert.Equal(HttpStatusCode.NotFound, (await listed.Get("/gezin/uren")).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from hours_answer"));
    }

    [Fact]
    public async Task Who_gave_the_care_does_not_settle_it()
    {
        await using var app = await App.Start(cluster);
        var (id, contact) = await Disputed(app);
        await app.Database.AsAdmin("set session_replication_role = replica; update care_contact set carer = 'demo:coordinator'");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/zorg/contact/{contact}/oordeel");

        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.Post($"/dossiers/{id}/zorg/contact/{contact}/oordeel", ("hoe_verder", "blijft"), ("reden", "Zo was het"))).StatusCode);
        Assert.Contains("U gaf deze zorg zelf.", Door.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin(Open, id));
    }

    /// <summary>Three hours that a carer registered lie before the mother on the device of this visitor.</summary>
    internal static async Task<Guid> LaidBefore(App app, Visitor device)
    {
        var (id, carer) = await Given.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00", ("signaal", "Zij eet weinig"));
        carer.Dispose();
        await device.Get("/inloggen");
        await device.Post("/inloggen", ("persona", "kraamverzorgende"));
        await device.Get($"/dossiers/{id}/gezin");
        Assert.Equal("/gezin/uren", (await device.Post($"/dossiers/{id}/gezin/samen", [.. Door.Hidden(device), ("samen_wie", "moeder"), ("lijst", "uren")])).Headers.Location?.OriginalString);
        return (Guid)(await app.Database.AsAdmin("select id from care_contact where dossier_id = $1", id))!;
    }

    /// <summary>A family that said of its one contact that it is not right.</summary>
    internal static async Task<(Guid Id, Guid Contact)> Disputed(App app)
    {
        using var device = await app.Visit("kraamverzorgende");
        var contact = await LaidBefore(app, device);
        await device.Get($"/gezin/uren/{contact}");
        Assert.Equal("/gezin/uren", (await Say(device, contact, "klopt-niet", "Zij ging eerder weg")).Headers.Location?.OriginalString);
        return ((Guid)(await app.Database.AsAdmin("select dossier_id from care_contact where id = $1", contact))!, contact);
    }

    private static Task<HttpResponseMessage> Say(Visitor device, Guid contact, string answer, string because = "") =>
        device.Post($"/gezin/uren/{contact}", ("act", Guid.NewGuid().ToString()), ("uren_kloppen", answer), ("klopt_niet_want", because));
}
