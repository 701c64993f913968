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

    private static async Task<DecisionFacts> FactsOf(App app, Guid dossier)
    {
        var id = (Guid)(await app.Database.AsAdmin("select id from current_decision where dossier_id = $1", dossier))!;
        var key = DossierKey.Unwrap(app.Db.Keys, dossier, (byte[])(await app.Database.AsAdmin("select wrapped from vault.dossier_key where dossier_id = $1", dossier))!);
        return key.Open<DecisionFacts>((byte[])(await app.Database.AsAdmin("select facts from decision where id = $1", id))!, id);
    }
}
