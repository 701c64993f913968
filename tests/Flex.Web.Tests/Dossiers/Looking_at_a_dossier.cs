using System.Net;
using Flex.Domain.Vulnerability;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Dossiers;

public sealed class Looking_at_a_dossier(TestCluster cluster)
{
    [Fact]
    public async Task Shows_the_family_the_class_and_per_pillar_why()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().In("Heerlen").Factor("R5", FactorState.Present).Sub("R5.psychisch").Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}");

        var text = Text(intaker);
        Assert.Equal("Anna de Proef", intaker.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Er is een risicofactor en de beschermende factoren zijn ontoereikend.", text, StringComparison.Ordinal);
        Assert.Contains("Financiële problemen en (Psycho)sociale problematiek (psychische problematiek)", text, StringComparison.Ordinal);
        Assert.Contains("Woont in Heerlen", text, StringComparison.Ordinal);
        Assert.Contains("Voorstel: toelaten.", text, StringComparison.Ordinal);
        Assert.Contains("Heerlen, 6411AB", text, StringComparison.Ordinal);
        Assert.NotNull(intaker.Page.QuerySelector($"a[href='/dossiers/{id}/besluit/1']"));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DossierRead' and dossier_id = $1 and role = 'intaker'", id));
    }

    [Fact]
    public async Task With_a_class_that_is_not_settled_says_what_is_possible_and_what_would_settle_it()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Protection(ProtectiveJudgement.Unknown).Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}");

        Assert.Contains("Nog mogelijk: potentieel kwetsbaar of kwetsbaar, ten minste potentieel kwetsbaar.", Text(intaker), StringComparison.Ordinal);
        Assert.Contains("beoordeel samen met haar de beschermende factoren", Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_answers_says_per_condition_that_it_is_unknown()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().NotAssessed().Nowhere().Insured("Verzekeraar Onbekend", null).Save();
        using var intaker = await app.Visit("intaker");

        await intaker.Get($"/dossiers/{id}");

        Assert.Contains("Niet beoordeeld", Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Nog niet gewogen", Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Gemeente niet ingevuld", Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Verzekeraar niet ingevuld", Text(intaker), StringComparison.Ordinal);
        Assert.Contains("Voorstel: eerst navragen wat ontbreekt.", Text(intaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verloskundige", HttpStatusCode.NotFound)]
    [InlineData("onderzoeker", HttpStatusCode.Redirect)]
    [InlineData("jgz", HttpStatusCode.NotFound)]
    public async Task Of_another_organisation_is_not_there_for_who_does_not_reach_it(string persona, HttpStatusCode expected)
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        await app.Database.AsAdmin("set session_replication_role = replica; update dossier set organisation = 'elders'; update relation set organisation = 'elders' where kind = 'aanmelder'");
        using var visitor = await app.Visit(persona);

        Assert.Equal(expected, (await visitor.Get($"/dossiers/{id}")).StatusCode);
        Assert.Equal(expected, (await visitor.Get($"/dossiers/{id}/historie")).StatusCode);
    }

    [Fact]
    public async Task Says_its_number_and_what_is_open_with_who_is_to_act_until_when()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Received(new(2023, 5, 10)).Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}/besluit/2");
        await intaker.Post($"/dossiers/{id}/besluit/2", ("besluit", "toegelaten"), ("reden", "Dit gezin heeft het nodig"), ("act", Guid.NewGuid().ToString()));

        await intaker.Get($"/dossiers/{id}");

        var text = Text(intaker);
        Assert.Contains($"Dossier {await app.Database.AsAdmin("select number from dossier where id = $1", id)}, ", text, StringComparison.Ordinal);
        Assert.Contains("Besluiten (pijler 1) Aan zet: intaker. Uiterlijk 17-05-2023 over 2 dagen", text, StringComparison.Ordinal);
        Assert.Contains("Plaats bevestigen (pijler 2) Aan zet: programmacoördinator.", text, StringComparison.Ordinal);
        Assert.Contains("Vanaf 20-06-2023: geboorte vastleggen (kraamverzorgende).", text, StringComparison.Ordinal);
        Assert.Contains($"/dossiers/{id}/besluit/1", intaker.Page.QuerySelectorAll(".flex-open a").Select(a => a.GetAttribute("href")));

        using var midwife = await app.Visit("verloskundige");
        await midwife.Get($"/dossiers/{id}");
        Assert.DoesNotContain("open staat", Text(midwife), StringComparison.Ordinal);
        await app.Database.AsAdmin("set session_replication_role = replica; update work_item set done_on = '2023-05-15'");
        await intaker.Get($"/dossiers/{id}");
        Assert.Contains("Er staat nu niets open.", Text(intaker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_ended_offers_no_act_but_opening_it_again()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var coordinator = await app.Visit("coordinator");
        await coordinator.Get($"/dossiers/{id}");
        Assert.Contains($"/dossiers/{id}/besluit/1", Acts(coordinator, id));
        Assert.Single(coordinator.Page.QuerySelectorAll("h2"), h => h.TextContent.Contains("ereiken", StringComparison.Ordinal));
        await coordinator.Get($"/dossiers/{id}/einde");
        await Ends.Ending_a_dossier.End(coordinator, id, "verhuisd");

        foreach (var persona in new[] { "coordinator", "intaker", "kraamverzorgende", "verloskundige" })
        {
            using var visitor = await app.Visit(persona);
            await visitor.Get($"/dossiers/{id}");
            Assert.DoesNotContain(Acts(visitor, id), a => !a.EndsWith("/heropenen", StringComparison.Ordinal));
            Assert.DoesNotContain("kunnen worden vastgelegd", Text(visitor), StringComparison.Ordinal);
        }
    }

    // What can be looked at, and the rights of the family, which outlive the care.
    private static readonly string[] Looks = ["zorg", "historie", "betrokken", "toestemming", "vernietigen", "beperken", "verbeteren", "verklaring", "afschrift", "gezin", "vertrouwelijk", "adres", "kennen"];

    // Every link and button of the dossier that does something.
    private static string[] Acts(Visitor visitor, Guid id) =>
        [.. visitor.Page.QuerySelectorAll($"main a[href^='/dossiers/{id}/'], main form").Select(a => a.GetAttribute("href") ?? a.GetAttribute("action")!).Where(a => !Looks.Contains(a.Split('/')[^1]))];

    [Fact]
    public async Task Takes_at_most_twelve_statements()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");

        using (var page = new Statements(app.Database))
        {
            await intaker.Get($"/dossiers/{id}");
            Assert.True(page.Asked.Count is >= 8 and <= 12, string.Join("\n", page.Asked));
        }

        using var history = new Statements(app.Database);
        await intaker.Get($"/dossiers/{id}/historie");
        Assert.InRange(history.Asked.Count, 4, 12);
    }

    internal static string Text(Visitor visitor) => string.Join(' ', visitor.Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
