using System.Net;
using Flex.Web.Data.Mail;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Emergencies;

public sealed class Breaking_the_glass(TestCluster cluster)
{
    private const string Why = "Zij belde en is alleen";
    private readonly SetTime time = Person.Clock();

    [Fact]
    public async Task Opens_the_dossier_for_an_hour_to_who_gave_a_reason_and_a_fresh_code_and_tells_the_privacy_officer()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var id = await new Builder(app).Dossier().Save();
        await Person.Join(app, time, "privacy@flex.example", "privacy", "ggd-zuid-limburg");
        var person = await Person.Join(app, time, "zorg@flex.example", "kraamverzorgende");
        using var carer = await person.Visit(app);
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}")).StatusCode);
        await carer.Get("/noodknop");

        var answer = await Break(carer, person.Code);

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location?.OriginalString);
        await carer.Get($"/dossiers/{id}");
        Assert.Contains("U bent hier met de noodknop", Looking_at_a_dossier.Text(carer), StringComparison.Ordinal);
        Assert.Empty(carer.Page.QuerySelectorAll("main a[href$='/uren'], main a[href$='/besluit/1'], main a[href$='/vragenlijst/start']"));
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Post($"/dossiers/{id}/bereiken", ("act", Guid.NewGuid().ToString()), ("contact", "telefoon"), ("contact_leest_mee", "niemand"))).StatusCode);
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'Refused' and outcome = 8 and role = 'kraamverzorgende' and dossier_id = $1", id));
        Assert.Equal("kraamverzorgende|Test-Persoon|Er is nu gevaar voor moeder of kind. " + Why + "|01:00:00", await app.Database.AsAdmin(
            "select concat_ws('|', r.role, r.actor_name, r.reason, r.until_at - e.at) from relation r join journal.entry e on e.id = r.entry_id where r.kind = 'nood' and e.act = 'GlassBroken' and e.dossier_id = $1", id));
        var (mails, _) = await QueuedMail.Page(app.Db, Data.Journal.Actor.System("proef"), null, texts: true, TestContext.Current.CancellationToken);
        var told = Assert.Single(mails, m => m.Text!.To == "privacy@flex.example" && m.Text.Subject.Contains("noodknop", StringComparison.Ordinal));
        Assert.DoesNotContain("Anna", told.Text!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, told.Text.Text, StringComparison.Ordinal);

        time.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(HttpStatusCode.OK, (await carer.Get($"/dossiers/{id}")).StatusCode);
        time.Now += TimeSpan.FromMinutes(14);
        await carer.Get("/werk");
        time.Now += TimeSpan.FromMinutes(14);
        await carer.Get("/werk");
        time.Now += TimeSpan.FromMinutes(14);
        Assert.Equal(HttpStatusCode.OK, (await carer.Get($"/dossiers/{id}")).StatusCode);
        time.Now += TimeSpan.FromMinutes(9);
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}")).StatusCode);
    }

    [Fact]
    public async Task Opens_it_to_that_person_only_and_counts_a_double_click_once()
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var id = await new Builder(app).Dossier().Save();
        var person = await Person.Join(app, time, "zorg@flex.example", "kraamverzorgende");
        using var carer = await person.Visit(app);
        using var colleague = await (await Person.Join(app, time, "collega@flex.example", "kraamverzorgende")).Visit(app);
        await carer.Get("/noodknop");
        var (act, code) = (Guid.NewGuid().ToString(), person.Code);

        await Break(carer, code, act: act);
        var again = await Break(carer, code, act: act);

        Assert.Equal($"/dossiers/{id}", again.Headers.Location?.OriginalString);
        Assert.Equal((1L, 1L), (await app.Database.AsAdmin("select count(*) from relation where kind = 'nood'"), await app.Database.AsAdmin("select count(*) from journal.entry where act = 'GlassBroken'")));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Get($"/dossiers/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("code", "000000", "acuut", Why, "Anna de Proef")]
    [InlineData("grond", null, "", Why, "Anna de Proef")]
    [InlineData("grond", null, "nieuwsgierig", Why, "Anna de Proef")]
    [InlineData("toelichting", null, "acuut", "", "Anna de Proef")]
    [InlineData("naam", null, "acuut", Why, "Anna")]
    [InlineData("naam", null, "acuut", Why, "")]
    public async Task Without_one_of_them_opens_nothing_and_keeps_what_was_typed(string field, string? code, string ground, string why, string name)
    {
        await using var app = await App.Start(cluster, demo: false, time: time);
        var id = await new Builder(app).Dossier().Save();
        var person = await Person.Join(app, time, "zorg@flex.example", "kraamverzorgende");
        using var carer = await person.Visit(app);
        await carer.Get("/noodknop");

        var answer = await Break(carer, code ?? person.Code, ground, why, name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(carer.Page.QuerySelector($"#{field}-fout"));
        Assert.Equal(why, carer.Page.QuerySelector("#toelichting")!.TextContent.Trim());
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from relation where kind = 'nood'"));
        Assert.Equal(HttpStatusCode.NotFound, (await carer.Get($"/dossiers/{id}")).StatusCode);
    }

    private static Task<HttpResponseMessage> Break(Visitor visitor, string code, string ground = "acuut", string why = Why, string name = "Anna de Proef", string? act = null) => visitor.Post(
        "/noodknop", ("act", act ?? Guid.NewGuid().ToString()), ("naam", name), ("geboortedatum", "02-03-1995"), ("grond", ground), ("toelichting", why), ("code", code));
}
