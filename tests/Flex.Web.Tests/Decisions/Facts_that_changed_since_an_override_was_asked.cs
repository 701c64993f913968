using System.Net;
using AngleSharp.Html.Dom;
using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Web.Data.Journal;
using Flex.Web.Features.Decisions;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

public sealed class Facts_that_changed_since_an_override_was_asked(TestCluster cluster)
{
    private const string Moved = "set session_replication_role = replica; update residence set municipality = 'GM0917'";
    private const string Uninsured = "set session_replication_role = replica; update insurance set insurer = 'Onverzekerd', concern = 'geen'";

    [Fact]
    public async Task Are_shown_without_name_and_are_those_of_the_decision_in_row_journal_letter_and_replay()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Judging_an_override.Asked(app, "Maastricht", "toegelaten");
        await app.Database.AsAdmin(Moved);
        using var judge = await app.Visit("programmabureau");

        await judge.Get($"/werk/afwijking/{request}");

        var text = Looking_at_a_dossier.Text(judge);
        Assert.Contains("De feiten zijn veranderd sinds 15-05-2023", text, StringComparison.Ordinal);
        Assert.Contains("Voldoet nu wel", text, StringComparison.Ordinal);
        Assert.Contains("De regel stelt vandaag zelf voor wat is gevraagd (toegelaten tot pijler 1). Afwijken is niet meer nodig.", text, StringComparison.Ordinal);
        Assert.All((string[])["Naambord", "Heerlen", "GM0917", id.ToString()], secret => Assert.DoesNotContain(secret, judge.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));

        Assert.Equal("/werk", (await Judging_an_override.Judge(judge, request, "goedkeuren")).Headers.Location?.OriginalString);

        Assert.Equal("toegelaten|afwijking|toelaten", await app.Database.AsAdmin("select concat_ws('|', outcome, kind, proposal) from current_decision where dossier_id = $1", id));
        var facts = await FactsOf(app, id);
        Assert.Equal(("GM0917", Proposal.Admit, new DateOnly(2023, 5, 15)), (facts.Facts.Municipality, facts.Proposal, facts.Facts.DecidedOn));
        Assert.DoesNotContain(facts.Reasons, r => r.Answer == Answer.NotMet);
        var output = new StringWriter();
        Assert.Equal(0, await Replay.Run(app.Db, app.Library, output));
        Assert.Contains("2 besluiten en 1 beoordelingen nagerekend", output.ToString(), StringComparison.Ordinal);
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("goedgekeurd: toegelaten tot pijler 1", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Veranderd sinds het verzoek: voldoet nu wel: woonplaats.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speak_in_the_letter_of_a_refusal_as_they_are_in_its_decision()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Judging_an_override.Asked(app, "Heerlen", "afgewezen");
        using var intaker = await app.Visit("intaker");
        var before = app.Library.Programmes["zuid-limburg-2021"];
        await app.Database.AsAdmin(Uninsured);
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        Assert.Equal("verzekeraar", Assert.Single(judge.Page.QuerySelectorAll(".flex-facts__item"), f => f.QuerySelector("dt")!.TextContent == "Voldoet nu niet").QuerySelector("dd")!.TextContent.Trim());

        await Judging_an_override.Judge(judge, request, "goedkeuren");

        var facts = await FactsOf(app, id);
        Assert.Contains(facts.Reasons, r => r is { Kind: Flex.Domain.Programmes.ConditionKind.InsurerConcernIn, Answer: not Answer.Met });
        await intaker.Get($"/dossiers/{id}/brief/1");
        var letter = Flex.Domain.Decisions.LetterText.Of(new(
            Flex.Domain.Decisions.LetterOutcome.Refused, before.Pillar(1).Words, [.. facts.Reasons.Select(r => new Flex.Domain.Decisions.LetterReason(r.Kind, r.Answer))], true, null, before.Work.Contact));
        Assert.All(letter.Paragraphs, p => Assert.Contains(string.Join(' ', p), Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_judge_read_are_told_first_and_nothing_is_stored_until_they_were_seen()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Judging_an_override.Asked(app, "Heerlen", "afgewezen");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        await app.Database.AsAdmin(Uninsured);

        var answer = await Judging_an_override.Judge(judge, request, "goedkeuren", "Goed onderbouwd");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("De feiten veranderden terwijl u dit verzoek open had.", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);
        Assert.Contains("De regel stelt vandaag zelf voor wat is gevraagd (afgewezen voor pijler 1).", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);
        Assert.Equal("Goed onderbouwd", ((IHtmlTextAreaElement)judge.Page.QuerySelector("#reden")!).Value);
        Assert.Equal("wacht|1|0", await app.Database.AsAdmin("select concat_ws('|', (select state from override_request), (select count(*) from decision), (select count(*) from journal.entry where act = 'OverrideJudged'))"));

        await Judging_an_override.Judge(judge, request, "goedkeuren", "Goed onderbouwd");

        Assert.Equal("afgewezen", await app.Database.AsAdmin("select outcome from current_decision where dossier_id = $1", id));
    }

    [Fact]
    public async Task Let_the_request_go_back_to_who_asked_and_the_decision_stands()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Judging_an_override.Asked(app, "Maastricht", "toegelaten");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Judging_an_override.Judge(judge, request, "teruggeven")).StatusCode);
        await app.Database.AsAdmin(Moved);
        await judge.Get($"/werk/afwijking/{request}");

        Assert.Equal("/werk", (await Judging_an_override.Judge(judge, request, "teruggeven", "Kijk opnieuw")).Headers.Location?.OriginalString);

        Assert.Equal("teruggegeven|Demo programmabureau|Kijk opnieuw|afgewezen", await app.Database.AsAdmin(
            "select concat_ws('|', o.state, o.judged_by, o.judged_because, d.outcome) from override_request o join current_decision d using (dossier_id) where d.dossier_id = $1", id));
        Assert.Equal(0, await app.Database.AsAdmin("select taken from place where pillar = 1"));
        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from work_item where kind = 'afwijking-beoordelen' and done_on is null"));
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("teruggegeven door Demo programmabureau: de feiten waren veranderd sinds het verzoek. Kijk opnieuw", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft een afwijkend besluit teruggegeven: toegelaten tot pijler 1", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/afwijken/1");
        Assert.Equal(HttpStatusCode.OK, (await intaker.Post($"/dossiers/{id}/afwijken/1", ("besluit", "toegelaten"), ("reden", "Zij is verhuisd"))).StatusCode);
    }

    [Fact]
    public async Task Make_the_request_that_went_back_work_of_the_intaker_until_it_is_asked_anew()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Returned(app);
        Assert.Equal("afwijking-herzien|intaker|2023-05-15|2023-05-22", await app.Database.AsAdmin(OpenNow, id));
        await intaker.Get("/werk");
        Assert.Equal("Verzoek om af te wijken kwam terug (pijler 1)", intaker.Page.QuerySelector($"main td a[href='/dossiers/{id}/afwijken/1']")!.TextContent);
        await intaker.Get($"/dossiers/{id}/brief/1");
        Assert.Contains("Wacht met vertellen tot daarover is beslist.", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/afwijken/1");
        Assert.Contains("Demo programmabureau gaf dat op 15-05-2023 terug: de feiten waren veranderd. Kijk opnieuw", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);

        await Taking_a_decision.Deviate(intaker, id, 1, "toegelaten", "Zij woont nu hier", page: "afwijken");

        Assert.Equal("afwijking-beoordelen|programmabureau|2023-05-15|2023-05-22", await app.Database.AsAdmin(OpenNow, id));
        await StoredWork.Matches(app);
        intaker.Dispose();
    }

    [Fact]
    public async Task Let_who_looks_again_leave_the_decision_with_a_reason_and_then_it_is_told()
    {
        await using var app = await App.Start(cluster);
        var (id, intaker) = await Returned(app);
        var act = Guid.NewGuid();
        await intaker.Get($"/dossiers/{id}/afwijken/1");
        Assert.Equal(["toegelaten", "wachtlijst", "blijft"], intaker.Page.QuerySelectorAll("input[name=besluit]").Select(i => i.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(intaker, id, "", act)).StatusCode);
        Assert.Contains("Vul in waarom het besluit blijft staan.", intaker.Page.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("afwijking-herzien|intaker|2023-05-15|2023-05-22", await app.Database.AsAdmin(OpenNow, id));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Keep(intaker, id, "Het gezin ziet ervan af", act)));

        Assert.All(answers, a => Assert.Equal($"/dossiers/{id}", a.Headers.Location?.OriginalString));
        Assert.Equal("teruggegeven|2023-05-15|Demo intaker|Het gezin ziet ervan af|afgewezen", await app.Database.AsAdmin(
            "select concat_ws('|', o.state, o.kept_on, o.kept_by, o.kept_because, d.outcome) from override_request o join current_decision d using (dossier_id) where d.dossier_id = $1", id));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'OverrideKept' and body is not null and dossier_id = $1", id));
        Assert.Equal("uitslag-vertellen|intaker|2023-05-15|2023-05-22", await app.Database.AsAdmin(OpenNow, id));
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Demo intaker liet het besluit op 15-05-2023 staan: Het gezin ziet ervan af", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.Contains("heeft opnieuw gekeken en het besluit laten staan: afgewezen voor pijler 1", Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(intaker, id, "Nog eens", Guid.NewGuid())).StatusCode);
        await StoredWork.Matches(app);
        intaker.Dispose();
    }

    [Fact]
    public async Task Are_not_the_own_wait_of_a_family_that_waits_only_until_the_judgement()
    {
        await using var app = await App.Start(cluster);
        await app.Database.AsAdmin("set session_replication_role = replica; update place set taken = 150 where pillar = 1");
        var first = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{first}/besluit/1");
        await Taking_a_decision.Decide(intaker, first, 1, "wachtlijst");
        await app.Database.AsAdmin("set session_replication_role = replica; update place set taken = 149 where pillar = 1");
        var (_, request) = await Judging_an_override.Asked(app, "Heerlen", "toegelaten");
        using var judge = await app.Visit("programmabureau");

        await judge.Get($"/werk/afwijking/{request}");

        Assert.Contains("Op de wachtlijst".ToLowerInvariant(), Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);
        Assert.DoesNotContain("De feiten zijn veranderd", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_that_the_judge_is_paid_for_the_care_are_a_reason_not_to_judge()
    {
        await using var app = await App.Start(cluster);
        var (_, request) = await Judging_an_override.Asked(app, "Heerlen", "afgewezen");
        await app.Database.AsAdmin("set session_replication_role = replica; update application set provider = 'trendbreuk'");
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        Assert.Contains("U mag dit niet beoordelen", Looking_at_a_dossier.Text(judge), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await Judging_an_override.Judge(judge, request, "goedkeuren")).StatusCode);

        Assert.Equal("wacht", await app.Database.AsAdmin("select state from override_request"));
    }

    [Fact]
    public async Task Are_looked_at_in_few_statements()
    {
        await using var app = await App.Start(cluster);
        var (id, request) = await Judging_an_override.Asked(app, "Heerlen", "afgewezen");
        using var judge = await app.Visit("programmabureau");
        using (var page = new Statements(app.Database))
        {
            await judge.Get($"/werk/afwijking/{request}");
            Assert.InRange(page.Asked.Count, 1, 12);
        }

        using var intaker = await app.Visit("intaker");
        using (var page = new Statements(app.Database))
        {
            await intaker.Get($"/dossiers/{id}/afwijken/1");
            Assert.InRange(page.Asked.Count, 1, 12);
        }

        // Looks for the page, and once more when nobody else can change the dossier: what is approved is what was seen.
        using var act = new Statements(app.Database);
        await Judging_an_override.Judge(judge, request, "goedkeuren");
        Assert.InRange(act.Asked.Count, 1, 26);
    }

    private const string OpenNow = "select string_agg(concat_ws('|', kind, role, since, until), ',' order by kind) from work_item where dossier_id = $1 and part in (0, 1) and since <= '2023-05-15' and done_on is null";

    // A refusal about which was asked to deviate, and the request came back.
    internal static async Task<(Guid Dossier, Visitor Intaker)> Returned(App app)
    {
        var (id, request) = await Judging_an_override.Asked(app, "Maastricht", "toegelaten");
        await app.Database.AsAdmin(Moved);
        using var judge = await app.Visit("programmabureau");
        await judge.Get($"/werk/afwijking/{request}");
        Assert.Equal("/werk", (await Judging_an_override.Judge(judge, request, "teruggeven", "Kijk opnieuw")).Headers.Location?.OriginalString);
        return (id, await app.Visit("intaker"));
    }

    private static Task<HttpResponseMessage> Keep(Visitor intaker, Guid id, string reason, Guid act) =>
        intaker.Post($"/dossiers/{id}/afwijken/1", ("besluit", DecisionForm.Stands), ("reden", reason), ("act", act.ToString()));

    private static async Task<DecisionFacts> FactsOf(App app, Guid dossier)
    {
        var id = (Guid)(await app.Database.AsAdmin("select id from current_decision where dossier_id = $1", dossier))!;
        var key = DossierKey.Unwrap(app.Db.Keys, dossier, (byte[])(await app.Database.AsAdmin("select wrapped from vault.dossier_key where dossier_id = $1", dossier))!);
        return key.Open<DecisionFacts>((byte[])(await app.Database.AsAdmin("select facts from decision where id = $1", id))!, id);
    }
}
