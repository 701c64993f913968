using System.Net;
using AngleSharp.Html.Dom;
using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Features.DryRuns;
using Flex.Web.Tests.Dossiers;
using Flex.Web.Tests.Imports;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.DryRuns;

public sealed class Trying_changed_criteria(TestCluster cluster)
{
    [Fact]
    public async Task Says_how_many_and_which_and_why_and_changes_nothing()
    {
        await using var app = await App.Start(cluster);
        var a = new Builder(app);
        var stays = await PastFamilies.Decided(app, a.Dossier(), (1, "toegelaten"), (2, "toegelaten"));
        var out1 = await PastFamilies.Decided(app, a.Dossier().In("Kerkrade").For(1), (1, "toegelaten"));
        var in1 = await PastFamilies.Decided(app, a.Dossier().In("Maastricht").For(1), (1, "afgewezen"));
        var otherwise = await PastFamilies.Decided(app, a.Dossier().In("Maastricht").For(1), (1, "wachtlijst"));
        await a.Dossier().In("Kerkrade").Save();
        var before = await PastFamilies.AllRows(app.Database);
        using var coordinator = await app.Visit("coordinator");

        var answer = await Try(coordinator, PastFamilies.Criteria(f => f.Codes(1, "municipality-in", "GM0917", "GM0935")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = Looking_at_a_dossier.Text(coordinator);
        Assert.Contains("5 eerdere besluiten nagerekend. Bij 3 zou het voorstel anders zijn: 2 keer toelaten, 1 keer afwijzen.", text, StringComparison.Ordinal);
        Assert.Equal(["Toelaten|2|3|2", "Afwijzen|2|1|1", "Wachtlijst|0|0|1", "Eerst navragen|0|0|–"], Rows(coordinator, "Voorstellen voor pijler 1"));
        Assert.Equal(["Toelaten|1|1|1", "Afwijzen|0|0|0", "Wachtlijst|0|0|0", "Eerst navragen|0|0|–"], Rows(coordinator, "Voorstellen voor pijler 2"));
        Assert.Equal(
            [
                $"{out1.Number}|1|toelaten|afwijzen|Woonplaats: voldeed, zou niet voldoen. Woont in Kerkrade.|Toegelaten",
                $"{in1.Number}|1|afwijzen|toelaten|Woonplaats: voldeed niet, zou voldoen. Woont in Maastricht.|Afgewezen",
                $"{otherwise.Number}|1|afwijzen|toelaten|Woonplaats: voldeed niet, zou voldoen. Woont in Maastricht.|Op de wachtlijst",
            ],
            Rows(coordinator, "Gevallen met een ander voorstel"));
        Assert.Contains("1 keer besloot iemand anders dan toen werd voorgesteld.", text, StringComparison.Ordinal);
        Assert.Equal(before, await PastFamilies.AllRows(app.Database));
        Assert.Equal(
            string.Join(',', new[] { out1.Id, in1.Id, otherwise.Id }.Order()),
            await app.Database.AsAdmin("select string_agg(o::text, ',' order by o) from journal.entry, unnest(objects) o where act = 'DryRunDone' and actor = 'demo:coordinator'"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DryRunDone'"));
        Assert.DoesNotContain(stays.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coordinator", true)]
    [InlineData("gemeente", false)]
    public async Task Is_found_beside_the_figures_by_who_may_decide(string persona, bool found)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit(persona);

        await visitor.Get("/cijfers");

        Assert.Equal(found, visitor.Page.QuerySelector($"a[href='{PastFamilies.Page}']") is not null);
    }

    [Fact]
    public async Task Takes_a_file_and_shows_it_again_to_change_it()
    {
        await using var app = await App.Start(cluster);
        await PastFamilies.Decided(app, new Builder(app).Dossier(), (1, "toegelaten"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get(PastFamilies.Page);
        var criteria = PastFamilies.Criteria(f => f.Codes(1, "class-in", "zeer-kwetsbaar"));

        var answer = await coordinator.UploadFile(PastFamilies.Page, "bestand", "nieuw.json", System.Text.Encoding.UTF8.GetBytes(criteria), ("programma", "zuid-limburg-2021"), ("tekst", "iets anders"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("1 eerder besluit nagerekend. Bij 1 zou het voorstel anders zijn: 1 keer afwijzen.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Equal(criteria, ((IHtmlTextAreaElement)coordinator.Page.QuerySelector("#tekst")!).Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Without_past_cases_says_so()
    {
        await using var app = await App.Start(cluster);
        await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");

        await Try(coordinator, PastFamilies.Criteria(_ => { }));

        Assert.Contains("Er zijn nog geen besluiten in Geboortezorg Flex Zuid-Limburg om na te rekenen.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.Empty(coordinator.Page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task With_the_same_criteria_finds_no_difference()
    {
        await using var app = await App.Start(cluster);
        await PastFamilies.Decided(app, new Builder(app).Dossier().Protection(ProtectiveJudgement.Unknown), (1, "wachtlijst"), (2, "afgewezen"));
        using var coordinator = await app.Visit("coordinator");

        await Try(coordinator, PastFamilies.Criteria(_ => { }));

        Assert.Contains("2 eerdere besluiten nagerekend. Elk voorstel zou hetzelfde zijn.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain(coordinator.Page.QuerySelectorAll("table caption"), c => c.TextContent == "Gevallen met een ander voorstel");
    }

    // Who came from the waiting list was decided about twice and is one past case: the decision that stands.
    [Fact]
    public async Task Takes_of_a_line_of_decisions_the_one_that_stands()
    {
        await using var app = await App.Start(cluster);
        var family = await PastFamilies.Decided(app, new Builder(app).Dossier().For(1), (1, "wachtlijst"));
        var coordinating = new Actor("demo:coordinator", "Demo programmacoördinator", "coordinator", "geboortezorg-limburg");
        await using (var hand = (await OpenDossier.ToAct(app.Db, coordinating, "plaatsen", family.Id, CancellationToken.None))!)
        {
            var first = hand.Record.Decision(1)!;
            var facts = hand.Key.Open<DecisionFacts>(first.SealedFacts, first.Id);
            var again = new NewDecision(app.Clock.NewId(), hand.Work.EntryId, Guid.NewGuid(), hand.Key, facts, NewDecision.Admitted, new(2023, 5, 16), "Demo programmacoördinator", null)
            {
                Instead = new(first.Id, Replacement.FromWaitingList),
            };
            hand.Work.Journal(Act.Decided, hand.Key, again.Body);
            NewDecision.Add(hand.Work, [again]);
            await hand.Work.Save();
        }

        using var coordinator = await app.Visit("coordinator");
        await Try(coordinator, PastFamilies.Criteria(f => f.Codes(1, "class-in", "zeer-kwetsbaar")));

        Assert.Equal(["Toelaten|1|0|1", "Afwijzen|0|1|0", "Wachtlijst|0|0|0", "Eerst navragen|0|0|–"], Rows(coordinator, "Voorstellen voor pijler 1"));
        Assert.Contains("1 eerder besluit nagerekend.", Looking_at_a_dossier.Text(coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_the_database_once_however_many_cases_there_are()
    {
        await using var app = await App.Start(cluster);
        await PastFamilies.Decided(app, new Builder(app).Dossier(), (1, "toegelaten"), (2, "toegelaten"));
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get(PastFamilies.Page);
        using var statements = new Statements(app.Database);

        await coordinator.Upload(PastFamilies.Page, ("programma", "zuid-limburg-2021"), ("tekst", PastFamilies.Criteria(_ => { })));

        Assert.InRange(statements.Asked.Count, 2, 6);
    }

    [Fact]
    public void With_more_differences_than_can_be_shown_says_how_many_there_are()
    {
        var tally = new DryRunTally([1]);
        tally.Turned.AddRange(Enumerable.Range(1, 1234).Select(n => new TurnedCase(Guid.Empty, n, 1, "toegelaten", new(Proposal.Admit, Proposal.Refuse, []), [])));
        var result = new DryRunResult(FileDoor.Library.Programmes["zuid-limburg-2021"], tally, [.. tally.Turned.Take(500)]);

        Assert.Equal("Hier staan de eerste 500 van 1.234, op nummer van het dossier.", new DryRunWords(result, FileDoor.Library.National).Cut);
        Assert.Null(new DryRunWords(result with { Shown = tally.Turned }, FileDoor.Library.National).Cut);
    }

    [Fact]
    public async Task Of_an_erased_family_counts_it_apart()
    {
        await using var app = await App.Start(cluster);
        var a = new Builder(app);
        await PastFamilies.Decided(app, a.Dossier(), (1, "toegelaten"));
        var gone = await PastFamilies.Decided(app, a.Dossier(), (1, "toegelaten"));
        await app.Database.AsAdmin("set session_replication_role = replica; delete from vault.dossier_key where dossier_id = '" + gone.Id + "'");
        var broken = await PastFamilies.Decided(app, a.Dossier(), (1, "toegelaten"));
        await app.Database.AsAdmin("set session_replication_role = replica; update decision set facts = set_byte(facts, 40, get_byte(facts, 40) # 255) where dossier_id = '" + broken.Id + "'");
        using var coordinator = await app.Visit("coordinator");

        await Try(coordinator, PastFamilies.Criteria(_ => { }));

        var text = Looking_at_a_dossier.Text(coordinator);
        Assert.Contains("1 eerder besluit nagerekend.", text, StringComparison.Ordinal);
        Assert.Contains("1 gewist. 1 besluit is niet na te rekenen", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verloskundige")]
    [InlineData("kraamverzorgende")]
    [InlineData("gemeente")]
    [InlineData("programmabureau")]
    public async Task Is_not_for_who_may_not_decide(string persona)
    {
        await using var app = await App.Start(cluster);
        using var visitor = await app.Visit(persona);

        var answer = await visitor.Get(PastFamilies.Page);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    internal static async Task<HttpResponseMessage> Try(Visitor visitor, string criteria)
    {
        await visitor.Get(PastFamilies.Page);
        return await visitor.Upload(PastFamilies.Page, ("programma", "zuid-limburg-2021"), ("tekst", criteria));
    }

    internal static IReadOnlyList<string> Rows(Visitor visitor, string caption) =>
    [
        .. visitor.Page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent == caption)
            .QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))),
    ];
}
