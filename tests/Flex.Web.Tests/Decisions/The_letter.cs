using System.Net;
using Flex.Domain.Vulnerability;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

public sealed class The_letter(TestCluster cluster)
{
    [Fact]
    public async Task To_an_admitted_family_is_addressed_to_her_and_every_look_is_journaled()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "toegelaten");
        using var jgz = await app.Visit("jgz");

        await jgz.Get($"/dossiers/{id}/brief/1");

        Assert.Equal(
            "15-05-2023 Beste Anna de Proef, U bent aangemeld voor kraamzorg zonder eigen bijdrage. U kunt meedoen. U betaalt dan zelf niets voor de uren kraamzorg. "
            + "Wij bespreken met u wat er nu gebeurt. U hoeft zelf nog niets te doen. Hebt u een vraag? Bel dan met wie u heeft aangemeld. Met vriendelijke groet,Geboortezorg Flex Zuid-Limburg",
            Letter(jgz));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'LetterShown' and dossier_id = $1 and role = 'jgz' and body is not null", id));
        await jgz.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft de brief over het besluit geopend", Looking_at_a_dossier.Text(jgz), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{brief}", true)]
    [InlineData("{telefoon}", false)]
    public async Task Says_to_the_professional_what_it_is_and_that_nothing_has_left(string means, bool mayLeave)
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "toegelaten");
        await Contact(app, id, means);
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/brief/1");

        Assert.Equal("Brief over pijler 1", intaker.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Geboortezorg Flex Zuid-Limburg", intaker.Page.QuerySelector("article h2")!.TextContent);
        Assert.Equal(mayLeave, intaker.Page.QuerySelector("main .flex-screen")!.ParentElement!.TextContent.Contains("Er is nog niets verstuurd, ook niet door deze pagina te openen.", StringComparison.Ordinal));
        // Without script only the words; a script shows the button.
        Assert.Equal(mayLeave, intaker.Page.QuerySelector("[data-print] button[hidden]") is not null);
    }

    [Fact]
    public async Task Names_who_applied_with_the_number_when_the_programme_names_nobody()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "toegelaten");
        await app.Database.AsAdmin("set session_replication_role = replica; update application set applicant_name = 'Vera van Praktijk', applicant_phone = '045 123 45 67'");
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/brief/1");

        Assert.Contains("Bel dan met Vera van Praktijk, die u heeft aangemeld. Het nummer is 045 123 45 67.", Letter(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_a_refusal_names_the_reason_and_the_person_to_call_but_no_factor_or_class()
    {
        using var copy = new ProgrammeCopy();
        copy.Edit("zuid-limburg-2021/programme.json", "\"contact\": null", "\"contact\": { \"name\": \"Marja van Voorbeeld\", \"telephone\": \"088 000 00 00\" }");
        await using var app = await App.Start(cluster, programmes: copy.Folder);
        var id = await new Builder(app).Dossier().InCare().In("Maastricht").Factor("R1", FactorState.Absent).Protection(ProtectiveJudgement.Sufficient).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Zij redt zich prima");

        await intaker.Get($"/dossiers/{id}/brief/1");

        var letter = Letter(intaker);
        Assert.Contains("Helaas kunt u niet meedoen. Dit programma past niet bij uw situatie. U kunt Marja van Voorbeeld vragen om dit uit te leggen. De gemeente waar u woont doet niet mee. ", letter, StringComparison.Ordinal);
        Assert.Contains("Bel dan met Marja van Voorbeeld. Het nummer is 088 000 00 00.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("redt zich", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("zelfredzaam", letter, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("aangeboden", null, "Er is nu een plaats voor u vrij.")]
    [InlineData("vervallen", "2023-05-14", "De plaats voor u geldt niet meer.")]
    public async Task Follows_the_place_when_that_says_more_than_the_decision(string state, string? ended, string says)
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, state == "aangeboden" ? "wachtlijst" : "toegelaten");
        await app.Database.AsAdmin($"set session_replication_role = replica; delete from held_place; insert into held_place (id, programme, pillar, dossier_id, state, held_on, until, ended_on, entry_id) values (gen_random_uuid(), 'zuid-limburg-2021', 1, '{id}', '{state}', '2023-05-14', '2023-05-22', {(ended is null ? "null" : $"'{ended}'")}, gen_random_uuid())");
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/brief/1");

        Assert.Contains(says, Letter(intaker), StringComparison.Ordinal);
        Assert.Equal(ended is null, Letter(intaker).Contains("Vertel het ons op 22-05-2023 of eerder.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("toegelaten", "vrijgegeven", null, null, "U hebt nu geen plaats meer.")]
    [InlineData("toegelaten", "deels-teruggegeven", null, null, "Deze hulp is nu voor u gestopt.")]
    [InlineData("toegelaten", "vervallen", "vervallen", "wachtlijst", "U staat nu op de wachtlijst.")]
    [InlineData("wachtlijst", "geweigerd", "van-wachtlijst", "afgewezen", "U koos ervoor om niet mee te doen.")]
    public async Task Says_what_became_of_the_place_and_by_whose_choice(string outcome, string state, string? kind, string? then, string says)
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, outcome);
        await app.Database.AsAdmin($"set session_replication_role = replica; delete from held_place; insert into held_place (id, programme, pillar, dossier_id, state, held_on, ended_on, entry_id) values (gen_random_uuid(), 'zuid-limburg-2021', 1, '{id}', '{state}', '2023-05-14', '2023-05-15', gen_random_uuid())");
        if (kind is not null)
        {
            await app.Database.AsAdmin($"set session_replication_role = replica; update decision set outcome = '{then}', kind = '{kind}', replaces = gen_random_uuid()");
        }

        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");

        Assert.Contains(says, Letter(intaker), StringComparison.Ordinal);
        Assert.DoesNotContain("U kunt meedoen", Letter(intaker), StringComparison.Ordinal);
        Assert.DoesNotContain("Helaas", Letter(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_to_the_family_is_noted_once_and_closes_the_work()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "toegelaten", "aanmelder");
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind = 'uitslag-vertellen' and done_on is null", id));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");
        var (act, version) = (Guid.NewGuid().ToString(), Version(intaker));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => intaker.Post($"/dossiers/{id}/brief/1", ("act", act), ("version", version), ("hoe", "gesprek"))));
        var later = await intaker.Post($"/dossiers/{id}/brief/1", ("act", act), ("version", version), ("hoe", "gesprek"));

        Assert.All(answers.Append(later), a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("2023-05-15|Demo intaker|gesprek", await app.Database.AsAdmin("select concat_ws('|', told_on, told_by, how) from told where dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry e join told t on t.entry_id = e.id where e.act = 'OutcomeTold' and e.dossier_id = $1", id));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and kind = 'uitslag-vertellen' and done_on is null", id));
        Assert.NotEqual(0L, await app.Database.AsAdmin("select count(*) from work_item where dossier_id = $1 and done_on is null", id));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Verteld op 15-05-2023 door Demo intaker.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft het gezin de uitslag verteld (gesprek): toegelaten tot pijler 1", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_by_a_colleague_before_says_by_whom()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "toegelaten");
        using var intaker = await app.Visit("intaker");
        using var coordinator = await app.Visit("coordinator");
        await intaker.Get($"/dossiers/{id}/brief/1");
        await Contact(app, id, "{telefoon}");
        await coordinator.Get($"/dossiers/{id}/brief/1");
        await Tell(intaker, id, "telefoon");

        var answer = await Tell(coordinator, id, "gesprek");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Demo intaker heeft dit op 15-05-2023 al verteld, aan de telefoon.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal("telefoon", await app.Database.AsAdmin("select how from told"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("{}", false)]
    [InlineData("{sms}", false)]
    [InlineData("{telefoon}", true)]
    public async Task Is_told_by_telephone_only_to_a_family_that_chose_to_be_called(string? means, bool chosen)
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        await Contact(app, id, means);
        await app.Database.AsAdmin("set session_replication_role = replica; update mother set telephone = '045 123 45 67'");
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Equal(chosen, intaker.Page.QuerySelector("input[value=telefoon]") is not null);
        Assert.NotNull(intaker.Page.QuerySelector("input[value=gesprek]"));
        Assert.Equal(chosen ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, (await Tell(intaker, id, "telefoon")).StatusCode);
        Assert.Equal(chosen ? 1L : 0L, await app.Database.AsAdmin("select count(*) from told"));
        await intaker.Get($"/dossiers/{id}");
        Assert.Equal(!chosen, Looking_at_a_dossier.Text(intaker).Contains("045 123 45 67. Niet bellen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "Er is nog niet gevraagd hoe dit gezin veilig te bereiken is.")]
    [InlineData("{}", "Dit gezin wil geen contact via mail, link, bericht of brief.")]
    [InlineData("{telefoon}", "Dit gezin wil geen contact via mail, link, bericht of brief.")]
    [InlineData("{mail}", "Dit gezin koos niet voor een brief.")]
    public async Task That_may_not_leave_says_so_on_screen_and_paper_and_is_no_way_of_telling(string? means, string says)
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        await Contact(app, id, means);
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Contains(says, Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal("Niet versturen en niet meegeven", intaker.Page.QuerySelector("p.flex-mark")?.TextContent);
        Assert.Null(intaker.Page.QuerySelector("input[value=brief]"));
        var answer = await Tell(intaker, id, "brief");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Een brief mag bij dit gezin niet.", intaker.Page.QuerySelector("#hoe-fout")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from told"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Tell(intaker, id, "gesprek")).StatusCode);
    }

    [Fact]
    public async Task To_a_family_that_chose_letters_may_leave()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        await Contact(app, id, "{brief}");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");

        Assert.Null(intaker.Page.QuerySelector("p.flex-mark"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Tell(intaker, id, "brief")).StatusCode);
        Assert.Equal("brief", await app.Database.AsAdmin("select how from told"));
    }

    [Fact]
    public async Task Without_a_way_is_sent_back()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Tell(intaker, id, "duif")).StatusCode);
        Assert.NotNull(intaker.Page.QuerySelector("#hoe-fout"));
    }

    [Fact]
    public async Task About_a_decision_that_was_replaced_meanwhile_is_shown_anew()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");

        var answer = await intaker.Post($"/dossiers/{id}/brief/1", ("act", Guid.NewGuid().ToString()), ("version", Guid.NewGuid().ToString()), ("hoe", "gesprek"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Er is intussen anders besloten.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from told"));
    }

    [Fact]
    public async Task Of_a_dossier_that_ended_goes_nowhere()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "toegelaten");
        await Contact(app, id, "{brief}");
        await app.Database.AsAdmin($"set session_replication_role = replica; insert into dossier_end (id, dossier_id, ended_on, how, ended_by, act_id, entry_id) values (gen_random_uuid(), '{id}', '2023-05-10', 'verhuisd', 'Demo intaker', gen_random_uuid(), gen_random_uuid())");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Contains("Dit dossier is afgesloten. Verstuur deze brief niet", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await Tell(intaker, id, "brief")).StatusCode);
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from told"));
    }

    [Theory]
    [InlineData("verloskundige", HttpStatusCode.OK)]
    [InlineData("kraamverzorgende", HttpStatusCode.OK)]
    [InlineData("gemeente", HttpStatusCode.Redirect)]
    public async Task Is_only_read_by_who_may_not_decide(string persona, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        using var visitor = await app.Visit(persona);

        Assert.Equal(expected, (await visitor.Get($"/dossiers/{id}/brief/1")).StatusCode);
        Assert.Null(visitor.Page.QuerySelector("input[name=hoe]"));
        await visitor.Get("/");
        await Tell(visitor, id, "gesprek");

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from told"));
    }

    [Fact]
    public async Task Of_a_pillar_that_nobody_decided_about_is_not_there()
    {
        await using var app = await App.Start(cluster);
        var id = await Decided(app, "afgewezen");
        using var intaker = await app.Visit("intaker");
        Assert.Equal(HttpStatusCode.NotFound, (await intaker.Get($"/dossiers/{id}/brief/2")).StatusCode);
    }

    private static async Task<Guid> Decided(App app, string outcome, string channel = "bestand")
    {
        // As the rule proposes: who lives elsewhere is refused, and without a place one waits.
        var id = await new Builder(app).Dossier().InCare().In(outcome == "afgewezen" ? "Maastricht" : "Heerlen").Save();
        await app.Database.AsAdmin($"set session_replication_role = replica; update place set capacity = {(outcome == "wachtlijst" ? 0 : 150)} where pillar = 1; update application set channel = '{channel}'");
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/1");
        Assert.Equal(HttpStatusCode.SeeOther, (await Taking_a_decision.Decide(intaker, id, 1, outcome, "Voor deze test")).StatusCode);
        await app.Database.AsAdmin("set session_replication_role = replica; update place set capacity = 150 where pillar = 1");
        return id;
    }

    private static async Task Contact(App app, Guid id, string? means)
    {
        if (means is not null)
        {
            await app.Database.AsAdmin($"set session_replication_role = replica; insert into safe_contact (id, dossier_id, from_day, means, reads_along, entry_id) values (gen_random_uuid(), '{id}', '2023-05-01', '{means}', 'niemand', gen_random_uuid())");
        }
    }

    private static Task<HttpResponseMessage> Tell(Visitor visitor, Guid id, string how) =>
        visitor.Post($"/dossiers/{id}/brief/1", ("act", Guid.NewGuid().ToString()), ("version", Version(visitor)), ("hoe", how));

    private static string Version(Visitor visitor) => visitor.Page.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "";

    private static string Letter(Visitor visitor) => string.Join(' ', visitor.Page.QuerySelectorAll("article p").Select(p => p.TextContent));
}
