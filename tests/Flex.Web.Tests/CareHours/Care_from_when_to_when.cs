using System.Net;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;

namespace Flex.Web.Tests.CareHours;

public sealed class Care_from_when_to_when(TestCluster cluster)
{
    [Fact]
    public async Task Is_stored_with_who_pays_shown_in_one_click_and_journaled()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Indicate(app, id, "49");

        var answer = await Given.Register(carer, id, "14-05-2023", "9:00", "12:00", ("gedaan", "hechting"), ("opmerking", "Rustige ochtend"), ("signaal", "Zij eet weinig"));

        Assert.Equal($"/dossiers/{id}/zorg", answer.Headers.Location?.OriginalString);
        Assert.Equal("2023-05-14 07:00 12 thuis {hechting} Rustige ochtend Zij eet weinig Demo kraamverzorgende", await app.Database.AsAdmin(
            "select concat_ws(' ', to_char(began at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), quarters, setting, done::text, note, signal, caregiver) from care_contact where dossier_id = $1", id));
        Assert.Equal("2023-05-14 zvw programma 12 1440", await Given.Lines(app, id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join care_contact c on c.entry_id = e.id join payer_line l on l.entry_id = e.id where e.act = 'ContactRegistered' and e.body is not null"));
        await carer.Get($"/dossiers/{id}/zorg");
        var line = carer.Page.QuerySelector("details[data-line]")!;
        Assert.Contains("9:00 tot 12:00, 3 uur: Basisverzekering (Zvw)", Plain(line.QuerySelector("summary")!.TextContent), StringComparison.Ordinal);
        var why = Plain(line.QuerySelector("p")!.TextContent);
        Assert.Contains("(dag 5 na de geboorte): basisverzekering (Zvw), CZ. De zorg valt binnen de gewone kraamdagen en binnen de geïndiceerde uren. Het programma neemt de eigen bijdrage over; het gezin betaalt niets. Dat is € 14,40, bij € 4,80 per uur (01-01-2023 tot en met 31-12-2023). Het tarief van de zorg op deze dag is niet bekend. Besloten met regel", why, StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft zorg vastgelegd: 14-05-2023 9:00 tot 12:00", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        carer.Dispose();
    }

    [Fact]
    public async Task Sent_twice_counts_once_and_with_something_else_comes_back()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        var act = ("act", Guid.CreateVersion7().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Given.Register(carer, id, "14-05-2023", "9:00", "12:00", act)));
        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}/zorg", a.Headers.Location?.OriginalString));
        var other = await Given.Register(carer, id, "14-05-2023", "9:00", "12:30", act);

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("al verstuurd met andere inhoud (14-05-2023 9:00 tot 12:00)", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains(("tot", "12:30"), A_database_that_goes_away.Typed(carer));
        Assert.Equal("1 1", await app.Database.AsAdmin("select (select count(*) from care_contact) || ' ' || (select count(*) from payer_line)"));
        carer.Dispose();
    }

    [Fact]
    public async Task Of_one_person_at_one_time_is_registered_once_however_many_browsers_send_it()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Given.Register(carer, id, "14-05-2023", "9:00", $"{12 + n}:00")));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from care_contact"));
        carer.Dispose();
    }

    [Fact]
    public async Task Of_a_colleague_at_the_same_time_is_asked_about_and_then_kept_beside_it()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/zorg/contact");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Register(coordinator, id, "14-05-2023", "11:00", "13:00")).StatusCode);
        Assert.Contains("Demo kraamverzorgende heeft al uren vastgelegd in deze tijd: 14-05-2023 9:00 tot 12:00.", coordinator.Page.QuerySelector("#samen-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Register(coordinator, id, "14-05-2023", "11:00", "13:00", ("samen", "ja"))).StatusCode);

        Assert.Equal(20L, await app.Database.AsAdmin("select sum(quarters) from payer_line where withdrawn_on is null"));
        carer.Dispose();
    }

    [Theory]
    [InlineData("09-05-2023", "9:00", "12:00", "dag", "voor de geboorte (10-05-2023)")]
    [InlineData("14-05-2023", "9:00", "9:00", "tot", "eindigt voor zij begint")]
    [InlineData("14-05-2023", "12:00", "9:00", "tot", "eindigt voor zij begint")]
    [InlineData("14-05-2023", "9:05", "12:00", "van", "hele kwartieren")]
    [InlineData("14-05-2023", "ochtend", "12:00", "van", "geen tijd")]
    [InlineData("14-05-2023", "", "12:00", "van", "hoe laat de zorg begon")]
    [InlineData("31-02-2023", "9:00", "12:00", "dag", "geen datum")]
    [InlineData("", "9:00", "12:00", "dag", "op welke dag")]
    [InlineData("16-05-2023", "9:00", "12:00", "dag", "in de toekomst")]
    [InlineData("13-05-2023", "9:00", "10:00", "tot", "langer dan een dag", "14-05-2023")]
    public async Task With_a_mistake_is_sent_back_beside_the_field_with_everything_typed(string day, string from, string until, string field, string message, string last = "")
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);

        var answer = await Given.Register(carer, id, day, from, until, ("dag_tot", last), ("opmerking", "Mijn verhaal"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, carer.Page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        var typed = A_database_that_goes_away.Typed(carer).ToList();
        Assert.All([("van", from), ("tot", until), ("opmerking", "Mijn verhaal")], t => Assert.Contains(t, typed));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_contact"));
        carer.Dispose();
    }

    [Fact]
    public async Task After_six_months_is_asked_about_and_then_kept_as_not_fundable()
    {
        await using var app = await App.Start(cluster, today: new(2023, 11, 20));
        var (id, carer) = await Given.Family(app);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Register(carer, id, "11-11-2023", "9:00", "12:00")).StatusCode);
        Assert.Contains("was 10-11-2023", carer.Page.QuerySelector("#zeker-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Given.Register(carer, id, "11-11-2023", "9:00", "12:00", ("zeker", "ja"))).StatusCode);

        Assert.Equal("na-laatste-maand", await app.Database.AsAdmin("select reason from payer_line"));
        carer.Dispose();
    }

    [Fact]
    public async Task On_an_ended_dossier_is_refused_with_everything_typed()
    {
        await using var app = await App.Start(cluster);
        var (id, carer) = await Given.Family(app);
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-15', 'afgerond', 'Demo intaker', gen_random_uuid(), gen_random_uuid())");

        var answer = await Given.Register(carer, id, "14-05-2023", "9:00", "12:00");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Demo intaker heeft dit dossier afgesloten per 15-05-2023", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Contains(("van", "9:00"), A_database_that_goes_away.Typed(carer));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_contact"));
        carer.Dispose();
    }

    // A carer without a relation finds nothing; who has no such task is led away.
    [Theory]
    [InlineData("kraamverzorgende", HttpStatusCode.NotFound)]
    [InlineData("verloskundige", HttpStatusCode.Found)]
    public async Task By_who_is_not_assigned_is_refused(string persona, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Born(new(2023, 5, 10)).Save();
        using var visitor = await app.Visit(persona);
        await visitor.Get("/dossiers");

        Assert.Equal(expected, (await Given.Register(visitor, id, "14-05-2023", "9:00", "12:00")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from care_contact"));
    }

    private static string Plain(string text) => string.Join(' ', text.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
