using System.Net;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.FamilyDoors;

public sealed class A_family_that_comes_in(TestCluster cluster)
{
    [Fact]
    public async Task Reads_who_her_casemanager_is_and_what_is_open_and_nothing_of_what_was_said_of_her()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        await Decide(app, id);
        await Care(app, id);
        using var mother = await Door.Enter(app, id);

        Assert.Equal(HttpStatusCode.OK, (await mother.Get("/gezin")).StatusCode);

        var text = Door.Text(mother);
        Assert.Contains("Uw casemanager Demo intaker", text, StringComparison.Ordinal);
        Assert.Contains("Samen 7,5 uur.", text, StringComparison.Ordinal);
        Assert.Contains("Vragenlijst bij de start Deze lijst kunt u nu invullen.", text, StringComparison.Ordinal);
        Assert.Contains("Inloggen met DigiD kan hier nog niet.", text, StringComparison.Ordinal);
        // All of the page but the random token of its forms, which may spell anything.
        foreach (var token in mother.Page.QuerySelectorAll("input[name=__RequestVerificationToken]"))
        {
            token.SetAttribute("value", "");
        }

        var page = mother.Page.DocumentElement.OuterHtml;
        Assert.All(new[] { "Anna", "kwetsba", "toegelaten", "Rustige middag", "1995", "6411AB", "CZ", id.ToString(), "Geboortezorg Flex", "pijler" }, secret => Assert.DoesNotContain(secret, page, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("FamilyInvited,FamilyEntered,DossierRead", await Door.Acts(app, id));
        Assert.Equal("gezin|gezin|eigen deel", await app.Database.AsAdmin("select concat_ws('|', role, organisation, purpose) from journal.entry where act = 'DossierRead' and role = 'gezin' and actor = (select 'gezin:' || id from family_invitation)"));
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("Gezin heeft met een link en een code de eigen bladzijde geopend.", Door.Text(carer), StringComparison.Ordinal);
        // That she looked stands where looks stand.
        Assert.DoesNotContain("dossier bekeken", Door.Text(carer), StringComparison.Ordinal);
        Assert.Contains(await Log.Kept.Seen(app, id), l => l.Contains("Uw gezin", StringComparison.Ordinal) && l.Contains("Bekeek uw gegevens", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("andere-ouder")]
    public async Task Who_is_not_the_mother_reads_whom_to_call_and_nothing_of_hers(string who)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        await Decide(app, id);
        await Care(app, id);
        using var other = await Door.Enter(app, id, who);

        await other.Get("/gezin");

        Assert.Contains("Uw casemanager Demo intaker", Door.Text(other), StringComparison.Ordinal);
        Assert.DoesNotContain("7,5", Door.Text(other), StringComparison.Ordinal);
        Assert.DoesNotContain("ragenlijst", Door.Text(other), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/gezin/vragenlijst/start")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Door.Fill(other, "start", ("werk", "bijstand"))).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from response"));
    }

    [Fact]
    public async Task Fills_in_a_list_herself_once_and_reads_none_of_it_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        await mother.Get("/gezin/vragenlijst/start");
        var act = mother.Page.QuerySelector("input[name=act]")!.GetAttribute("value")!;

        var answer = await mother.Post("/gezin/vragenlijst/start", ("act", act), ("werk", "bijstand"), ("woning", "huur"));

        Assert.Equal("/gezin", answer.Headers.Location?.OriginalString);
        Assert.Equal("start|klaar|De moeder|werk=bijstand;woning=huur|hand", await app.Database.AsAdmin("""
            select concat_ws('|', r.questionnaire, r.state, r.saved_by, (select string_agg(a.item || '=' || a.answer, ';' order by a.item) from answer a where a.response_id = r.id), i.way)
            from response r join family_invitation i on i.id = r.visit_id join journal.entry e on e.id = r.entry_id where e.act = 'AnswersStored' and e.role = 'gezin' and e.body is not null and e.dossier_id = $1
            """, id));
        await mother.Get("/gezin");
        Assert.Contains("Dank u wel. Uw antwoorden zijn verstuurd.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Contains("Deze lijst is klaar.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Equal("/gezin", (await mother.Post("/gezin/vragenlijst/start", ("act", act), ("werk", "bijstand"), ("woning", "huur"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, (await Door.Fill(mother, "start", ("werk", "parttime"))).StatusCode);
        await mother.Get("/gezin/vragenlijst/start");
        Assert.DoesNotContain("bijstand", mother.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/historie");
        Assert.Contains("Ingevuld door de moeder.", Door.Text(carer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_see_what_was_begun_together_and_does_not_write_over_it()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using (var carer = await app.Visit("kraamverzorgende"))
        {
            await carer.Get($"/dossiers/{id}/vragenlijst/start");
            await carer.Post($"/dossiers/{id}/vragenlijst/start", ("act", Guid.NewGuid().ToString()), ("werk", "bijstand"), ("doe", "bewaren"));
        }

        using var mother = await Door.Enter(app, id);
        await mother.Get("/gezin/vragenlijst/start");

        Assert.Contains("Die maakt u ook samen af.", Door.Text(mother), StringComparison.Ordinal);
        Assert.Empty(mother.Page.QuerySelectorAll("input[type=radio]"));
        Assert.Equal(HttpStatusCode.Conflict, (await Door.Fill(mother, "start", ("werk", "parttime"))).StatusCode);
        Assert.Equal("bijstand", await app.Database.AsAdmin("select answer from answer where item = 'werk'"));
    }

    [Theory]
    [InlineData("werk", "slapen", HttpStatusCode.UnprocessableEntity)]
    [InlineData("oneerlijk", "x", HttpStatusCode.UnprocessableEntity)]
    public async Task With_a_wrong_answer_gets_the_list_back_as_it_was(string name, string value, HttpStatusCode status)
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        await mother.Get("/gezin/vragenlijst/start");

        Assert.Equal(status, (await Door.Fill(mother, "start", ("woning", "huur"), (name, value))).StatusCode);
        Assert.Equal("huur", mother.Page.QuerySelector("main input[name=woning][checked]")!.GetAttribute("value"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from response"));
    }

    [Fact]
    public async Task Of_a_list_that_the_programme_does_not_have_finds_nothing()
    {
        await using var app = await App.Start(cluster);
        using var mother = await Door.Enter(app, await Door.Family(app));

        Assert.Equal(HttpStatusCode.NotFound, (await mother.Get("/gezin/vragenlijst/kwartaal")).StatusCode);
    }

    // Whether the visit goes on (2), the page with its look in the journal (3), and whether her hours lie there (1); a list adds what is stored of it and what it writes.
    [Fact]
    public async Task Asks_little_of_the_database()
    {
        await using var app = await App.Start(cluster);
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        using var carer = await app.Visit("kraamverzorgende");

        Assert.Equal(6, await Asked(app, () => mother.Get("/gezin")));
        Assert.Equal(7, await Asked(app, () => mother.Get("/gezin/vragenlijst/start")));
        Assert.InRange(await Asked(app, () => Door.Fill(mother, "start", ("werk", "bijstand"))), 10, 13);
        Assert.InRange(await Asked(app, () => carer.Get($"/dossiers/{id}/gezin")), 10, 13);
    }

    private static async Task<int> Asked(App app, Func<Task<HttpResponseMessage>> ask)
    {
        using var statements = new Statements(app.Database);
        await ask();
        return statements.Asked.Count;
    }

    internal static async Task Decide(App app, Guid id)
    {
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Decisions.Taking_a_decision.Decide(intaker, id, 1, "toegelaten");
    }

    internal static async Task Care(App app, Guid id)
    {
        using var carer = await app.Visit("kraamverzorgende");
        await carer.Get($"/dossiers/{id}/uren");
        var answer = await carer.Post($"/dossiers/{id}/uren", [.. Door.Hidden(carer), ("pijler", "1"), ("dag", "14-05-2023"), ("uren", "7,5"), ("opmerking", "Rustige middag"), ("klopt", Domain.Dossiers.FieldReader.Confirmation("dag", "14-05-2023"))]);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, Door.Text(carer));
    }
}
