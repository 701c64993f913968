using System.Net;
using AngleSharp.Html.Dom;
using Flex.Domain.Vulnerability;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Assessments;

public sealed class Weighing_again(TestCluster cluster)
{
    [Fact]
    public async Task Keeps_the_earlier_one_shows_what_changed_and_is_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beoordeling");
        Assert.Equal("aanwezig", intaker.Page.QuerySelector("input[name=R1][checked]")?.GetAttribute("value"));
        Assert.Contains("Verander alleen wat anders is", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        var answer = await Weigh(intaker, id, ("U3", "aanwezig"), ("R1", "niet-wegend"), ("beschermende_factoren", "P4"));

        Assert.Equal($"/dossiers/{id}", answer.Headers.Location!.OriginalString);
        Assert.Equal("kwetsbaar zeer-kwetsbaar", await app.Database.AsAdmin("select string_agg(class, ' ' order by assessed_on, id) from assessment where dossier_id = $1", id));
        Assert.Equal("Demo intaker|2023-05-15|U3", await app.Database.AsAdmin("select a.assessed_by || '|' || a.assessed_on || '|' || f.factor from assessment a join assessment_factor f on f.assessment_id = a.id where a.dossier_id = $1 and f.state = 'aanwezig' and f.leaf and a.act_id is not null", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join assessment a on a.entry_id = e.id where e.act = 'Reassessed' and e.dossier_id = $1 and e.body is not null", id));
        await intaker.Get($"/dossiers/{id}");
        var text = Looking_at_a_dossier.Text(intaker);
        Assert.Contains("Zeer kwetsbaar", text, StringComparison.Ordinal);
        Assert.Contains("Opnieuw gewogen: zeer kwetsbaar, was kwetsbaar.", text, StringComparison.Ordinal);
        Assert.Contains("Financiële problemen: aanwezig, speelt geen rol, was aanwezig. Dak- of thuisloos: aanwezig, was afwezig. Ondersteunend sociaal netwerk: genoemd, was niet genoemd.", text, StringComparison.Ordinal);
        Assert.Contains("ontoereikend: Ondersteunend sociaal netwerk", text, StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de kwetsbaarheid gewogen: zeer kwetsbaar, was kwetsbaar", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_class_keeps_the_reason_and_decides_by_that_class()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Factor("R1", FactorState.Absent).Protection(ProtectiveJudgement.Sufficient).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Contains("Voorstel: afwijzen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        await intaker.Get($"/dossiers/{id}/beoordeling");
        await Weigh(intaker, id, ("klasse", "kwetsbaar"), ("klasse_reden", "Zij vertelde het aan de deur"));

        Assert.Equal("zelfredzaam|1|kwetsbaar|4|Zij vertelde het aan de deur", await app.Database.AsAdmin("select concat_ws('|', class, possible, set_class, set_possible, set_because) from assessment where act_id is not null"));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Kwetsbaar Gekozen door Demo intaker: “Zij vertelde het aan de deur”.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Uit de factoren volgt: Zelfredzaam.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Contains("Voorstel: toelaten", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Gewogen als kwetsbaar", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("klasse_reden", "klasse", "kwetsbaar", "klasse_reden", "")]
    [InlineData("klasse", "klasse", "", "klasse_reden", "Zomaar")]
    [InlineData("klasse", "klasse", "erg", "klasse_reden", "Zomaar")]
    [InlineData("klasse", "klasse", "potentieel-kwetsbaar", "klasse_reden", "Volgt al")]
    [InlineData("R1", "R1", "vaak", "klasse_reden", "")]
    [InlineData("klasse_reden", "klasse", "kwetsbaar", "klasse_reden", "Haar nummer is 999911120")]
    [InlineData("tegenspraak_reden", "R4", "aanwezig", "beschermende_factoren", "P3")]
    [InlineData("beschermende_factoren", "R4", "aanwezig", "beschermende_factoren", "R1")]
    public async Task That_is_not_right_comes_back_with_everything_typed_and_nothing_stored(string field, string name1, string value1, string name2, string value2)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Protection(ProtectiveJudgement.Sufficient).Save();
        using var midwife = await app.Visit("verloskundige");
        await midwife.Get($"/dossiers/{id}/beoordeling");

        var answer = await Weigh(midwife, id, (name1, value1), (name2, value2), ("R2", "niet-wegend"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(midwife.Page.QuerySelector($"#{field}-fout") is not null, Looking_at_a_dossier.Text(midwife));
        Assert.Equal("niet-wegend", midwife.Page.QuerySelector("input[name=R2][checked]")?.GetAttribute("value"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from assessment"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'Reassessed'"));
    }

    [Fact]
    public async Task With_a_contradiction_is_stored_with_its_reason()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}/beoordeling");

        await Weigh(coordinator, id, ("R4", "aanwezig"), ("beschermende_factoren", "P3"), ("tegenspraak_reden", "Bij de oudste lukt het wel"));

        Assert.Equal("Bij de oudste lukt het wel", await app.Database.AsAdmin("select contradiction_because from assessment where act_id is not null"));
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains("Bij de oudste lukt het wel", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_looked_at_first_and_then_warns_and_stores_nothing()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beoordeling");

        var answer = await Weigh(intaker, id, ("R2", "aanwezig"), ("beschermende_factoren", "P5"), ("beschermend", "toereikend"), ("stap", "bekijken"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Potentieel kwetsbaar. Er is een risicofactor en de beschermende factoren zijn toereikend.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("“Vermijden van zorg” en “Bereid hulp te aanvaarden” gaan zelden samen.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal("aanwezig", intaker.Page.QuerySelector("input[name=R2][checked]")?.GetAttribute("value"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from assessment"));
        await Weigh(intaker, id, ("R2", "aanwezig"), ("beschermende_factoren", "P5"), ("beschermend", "toereikend"));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("gaan zelden samen", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_double_click_counts_once()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beoordeling");
        var (act, version) = (Guid.NewGuid(), Version(intaker));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => intaker.Post($"/dossiers/{id}/beoordeling", [("act", act.ToString()), ("version", version), ("U1", "aanwezig")])));
        var later = await intaker.Post($"/dossiers/{id}/beoordeling", [("act", act.ToString()), ("version", version), ("U1", "aanwezig")]);

        Assert.All(answers.Append(later), a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from assessment"));
    }

    [Fact]
    public async Task After_somebody_else_did_tells_who_and_keeps_the_input()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{id}/beoordeling");
        await coordinator.Get($"/dossiers/{id}/beoordeling");
        await Weigh(intaker, id, ("U1", "aanwezig"));

        var answer = await Weigh(coordinator, id, ("R3", "aanwezig"), ("beschermend", "toereikend"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Demo intaker heeft op 15-05-2023 opnieuw gewogen: zeer kwetsbaar.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("aanwezig", coordinator.Page.QuerySelector("input[name=R3][checked]")?.GetAttribute("value"));
        Assert.Equal(2L, await app.Database.AsAdmin("select count(*) from assessment"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Weigh(coordinator, id, ("R3", "aanwezig"), ("beschermend", "toereikend"))).StatusCode);
        Assert.Equal(3L, await app.Database.AsAdmin("select count(*) from assessment"));
    }

    [Fact]
    public async Task With_nothing_answered_is_sent_back()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().NotAssessed().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beoordeling");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Weigh(intaker, id)).StatusCode);
        Assert.Contains("Er is nog niets gewogen.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Weigh(intaker, id, ("beschermend", "toereikend"))).StatusCode);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from assessment"));
    }

    [Fact]
    public async Task Of_a_dossier_that_ended_is_refused()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-10', 'verhuisd', 'Demo intaker', gen_random_uuid(), gen_random_uuid())");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/beoordeling");

        Assert.Equal(HttpStatusCode.Conflict, (await Weigh(intaker, id, ("U1", "aanwezig"))).StatusCode);
        Assert.Contains("Dit dossier is op 10-05-2023 afgesloten.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from assessment"));
    }

    [Theory]
    [InlineData("kraamverzorgende", HttpStatusCode.Redirect)]
    [InlineData("gemeente", HttpStatusCode.Redirect)]
    [InlineData("verloskundige", HttpStatusCode.NotFound)]
    public async Task By_who_may_not_or_does_not_reach_the_family_is_refused(string persona, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update relation set organisation = 'elders' where kind = 'aanmelder'");
        using var visitor = await app.Visit(persona);
        Assert.Equal(expected, (await visitor.Get($"/dossiers/{id}/beoordeling")).StatusCode);
        await visitor.Get("/");

        await Weigh(visitor, id, ("U1", "aanwezig"));

        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from assessment"));
    }

    /// <summary>Sends the form of the page as it stands, changed in some fields.</summary>
    internal static Task<HttpResponseMessage> Weigh(Visitor visitor, Guid id, params (string Name, string Value)[] changed)
    {
        var standing = visitor.Page.QuerySelectorAll("main form input[checked]").OfType<IHtmlInputElement>().Where(i => i.Name != "subfactoren").Select(i => (Name: i.Name!, i.Value))
            .Where(f => changed.All(c => c.Name != f.Name));
        return visitor.Post($"/dossiers/{id}/beoordeling", [("act", Guid.NewGuid().ToString()), ("version", Version(visitor)), .. standing, .. changed]);
    }

    private static string Version(Visitor visitor) => (visitor.Page.QuerySelector("input[name=version]") as IHtmlInputElement)?.Value ?? "";
}
