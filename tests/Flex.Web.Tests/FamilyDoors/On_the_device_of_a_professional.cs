using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class On_the_device_of_a_professional(TestCluster cluster)
{
    [Theory]
    [InlineData("brief")]
    [InlineData("geen")]
    public async Task The_mother_fills_in_one_list_and_that_is_in_row_journal_and_history(string means)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app, means);
        using var device = await Door.HandOver(app, id);

        await device.Get("/gezin/vragenlijst/start");
        Assert.Contains("Op dit apparaat is niemand meer ingelogd.", Door.Text(device), StringComparison.Ordinal);
        await Door.Fill(device, "start", ("werk", "bijstand"));

        Assert.Equal("klaar|De moeder, op het apparaat van Demo kraamverzorgende|samen|Demo kraamverzorgende", await app.Database.AsAdmin(
            "select concat_ws('|', r.state, r.saved_by, i.way, i.made_by) from response r join family_invitation i on i.id = r.visit_id join journal.entry e on e.id = i.entry_id where e.act = 'DeviceHanded' and e.role = 'kraamverzorgende'"));
        Assert.Equal("gezin|zelf een vragenlijst invullen", await app.Database.AsAdmin("select concat_ws('|', role, purpose) from journal.entry where act = 'AnswersStored' and dossier_id = $1", id));
        await device.Get("/gezin");
        Assert.Contains("Deze lijst is klaar.", Door.Text(device), StringComparison.Ordinal);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het apparaat aan het gezin gegeven om zelf een lijst in te vullen.", Door.Text(carer), StringComparison.Ordinal);
        Assert.Contains("Ingevuld door de moeder, op het apparaat van Demo kraamverzorgende.", Door.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_her_session_and_nothing_else_is_open()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var device = await Door.HandOver(app, id);

        foreach (var path in new[] { $"/dossiers/{id}", "/werk", "/dossiers", "/zoeken", $"/dossiers/{id}/gezin" })
        {
            Assert.Equal("/inloggen", A_visit_of_a_family.Where(await device.Get(path)));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await device.Get("/gezin/vragenlijst/half-jaar")).StatusCode);
        await device.Get("/gezin");
        Assert.DoesNotContain("casemanager", Door.Text(device), StringComparison.OrdinalIgnoreCase);
        Assert.Null(device.Cookie("flex-sessie"));
    }

    // The cookie is not only taken from the device: what was copied of it is over, too.
    [Fact]
    public async Task Her_account_is_signed_out_and_comes_back_only_with_password_and_code()
    {
        var time = Person.Clock();
        await using var app = await App.Start(cluster, demo: true, time: time);
        var id = await Door.Family(app);
        var person = await Person.Join(app, time, "zorg@flex.example", "kraamverzorgende");
        using var device = await person.Visit(app);
        var cookie = device.Cookie("flex-sessie")!;
        await device.Get($"/dossiers/{id}/gezin");
        await device.Post($"/dossiers/{id}/gezin/samen", [.. Door.Hidden(device), ("samen_wie", "moeder"), ("lijst", "start")]);

        using var thief = await app.Visit();
        thief.Steal("flex-sessie", cookie);
        Assert.Equal("/inloggen", A_visit_of_a_family.Where(await thief.Get($"/dossiers/{id}")));
        Assert.Equal(HttpStatusCode.OK, (await device.Get("/gezin/vragenlijst/start")).StatusCode);
        var answer = await device.Post("/gezin/sluiten");

        Assert.Equal($"/inloggen?terug=/dossiers/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("/inloggen", A_visit_of_a_family.Where(await device.Get($"/dossiers/{id}")));
        Assert.Equal(Door.Closed, A_visit_of_a_family.Where(await device.Get("/gezin")));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from sign_in s where s.ended_at is not null or s.began_at is not null"));
    }

    [Fact]
    public async Task A_list_that_was_begun_together_is_finished_by_her()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using (var carer = await app.Visit("kraamverzorgende"))
        {
            await carer.Get($"/dossiers/{id}/vragenlijst/start");
            await carer.Post($"/dossiers/{id}/vragenlijst/start", ("act", Guid.NewGuid().ToString()), ("werk", "bijstand"), ("doe", "bewaren"));
        }

        using var device = await Door.HandOver(app, id);
        await device.Get("/gezin/vragenlijst/start");
        Assert.Equal("bijstand", device.Page.QuerySelector("main input[name=werk][checked]")!.GetAttribute("value"));
        await Door.Fill(device, "start", ("werk", "parttime"), ("woning", "huur"));

        Assert.Equal("klaar|werk=parttime;woning=huur|samen", await app.Database.AsAdmin(
            "select concat_ws('|', r.state, (select string_agg(a.item || '=' || a.answer, ';' order by a.item) from answer a where a.response_id = r.id), i.way) from response r join family_invitation i on i.id = r.visit_id"));
    }

    [Theory]
    [InlineData("partner", "start")]
    [InlineData("moeder", "kwartaal")]
    [InlineData("", "start")]
    public async Task Is_not_begun_for_somebody_or_something_else(string who, string list)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/gezin");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await carer.Post($"/dossiers/{id}/gezin/samen", ("act", Guid.NewGuid().ToString()), ("samen_wie", who), ("lijst", list))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await carer.Get($"/dossiers/{id}")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from family_invitation"));
    }

    [Fact]
    public async Task Who_decides_about_a_place_does_not_lay_a_list_before_her()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/gezin");

        Assert.Null(intaker.Page.QuerySelector("select[name=lijst]"));
        Assert.Equal("/geen-toegang", A_visit_of_a_family.Where(await intaker.Post($"/dossiers/{id}/gezin/samen", ("samen_wie", "moeder"), ("lijst", "start"))));
    }
}
