using Flex.Domain.Vulnerability;
using Flex.Web.Data.Programmes;
using Flex.Web.Features.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Decisions;

public sealed class Replaying_decisions(TestCluster cluster)
{
    [Fact]
    public async Task Of_an_untouched_database_finds_no_difference_and_is_journaled()
    {
        await using var app = await Filled();

        var (code, text) = await Run(app);

        Assert.Equal((0, "4 besluiten en 3 beoordelingen nagerekend, 0 besluiten gewist (niet na te rekenen), 0 verschillen."), (code, text));
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'DecisionsReplayed'"));
    }

    [Theory]
    [InlineData("update decision set proposal = 'afwijzen' where {0}", "decision", "Besluit {0} (pijler 1): het voorstel was afwijzen, is nu toelaten.")]
    [InlineData("update decision set pillar = 2 where {0}", "decision", "Besluit {0} (pijler 2): het besluit noemt pijler 2")]
    [InlineData("update decision set facts = overlay(facts placing '\\x00'::bytea from 40) where {0}", "decision", "Besluit {0} (pijler 1): de verzegelde feiten gaan niet open")]
    [InlineData("update decision set criteria_version = 'v-early' where {0}", "decision", "criteria v-early")]
    [InlineData("update assessment set class = 'zelfredzaam' where {0}", "assessment", "Beoordeling {0}: de klasse was zelfredzaam, is nu kwetsbaar.")]
    [InlineData("update assessment set judgement = 'toereikend' where {0}", "assessment", "Beoordeling {0}: de klasse was kwetsbaar, is nu potentieel-kwetsbaar.")]
    [InlineData("update assessment set possible = 6 where {0}", "assessment", "Beoordeling {0}: nog mogelijk was")]
    [InlineData("update assessment set factor_count = 7 where {0}", "assessment", "Beoordeling {0}: het aantal factoren was 7, is nu 1.")]
    public async Task After_tampering_names_the_row_and_what_it_is_now(string tamper, string table, string told)
    {
        await using var app = await Filled();
        var id = (Guid)(await app.Database.AsAdmin($"select id from {table} where {(table == "decision" ? "pillar = 1 and proposal = 'toelaten' and dossier_id in (select dossier_id from decision group by 1 having count(*) = 1)" : "class = 'kwetsbaar'")} order by id limit 1"))!;
        await app.Database.AsAdmin("set session_replication_role = replica; " + string.Format(System.Globalization.CultureInfo.InvariantCulture, tamper, $"id = '{id}'"));

        var (code, text) = await Run(app);

        Assert.Equal(1, code);
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, told, id), text, StringComparison.Ordinal);
        Assert.Contains("1 verschillen.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_criteria_are_gone_says_which()
    {
        await using var app = await Filled();
        var programmes = app.Library.Programmes.Values.Select(p => p with { Criteria = [.. p.Criteria.Where(c => !c.Applied)] }).ToDictionary(p => p.Code);

        var (code, text) = await Run(app, app.Library with { Programmes = programmes });

        Assert.Equal(1, code);
        Assert.Contains("de criteria v-factsheet voor pijler 1 van zuid-limburg-2021 zijn er niet meer", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_erased_dossier_are_counted_and_not_a_difference()
    {
        await using var app = await Filled();
        await app.Database.AsAdmin("set session_replication_role = replica; delete from vault.dossier_key where dossier_id in (select dossier_id from decision group by 1 having count(*) = 2)");

        var (code, text) = await Run(app);

        Assert.Equal((0, "2 besluiten en 3 beoordelingen nagerekend, 2 besluiten gewist (niet na te rekenen), 0 verschillen."), (code, text));
    }

    private static async Task<(int Code, string Text)> Run(App app, ProgrammeLibrary? library = null)
    {
        var output = new StringWriter();
        return (await Replay.Run(app.Db, library ?? app.Library, output), output.ToString().Trim());
    }

    private async Task<App> Filled()
    {
        var app = await App.Start(cluster);
        var a = new Builder(app);
        using var intaker = await app.Visit("intaker");
        await Decide(await a.Dossier().Save(), 1, "toegelaten");
        var two = await a.Dossier().Protection(ProtectiveJudgement.Unknown).Factor("R5", FactorState.PresentNotWeighing).Sub("R5.psychisch").Save();
        await Decide(two, 1, "toegelaten");
        await Decide(two, 2, "toegelaten");
        await Decide(await a.Dossier().NotAssessed().In("Maastricht").Insured("Onbekend", null).Save(), 1, "afgewezen");
        await a.Dossier().Factor("U1", FactorState.PresentNotWeighing).Save();
        return app;

        async Task Decide(Guid id, int pillar, string outcome)
        {
            await intaker.Get($"/dossiers/{id}/besluit/{pillar}");
            var answer = await Taking_a_decision.Decide(intaker, id, pillar, outcome, "Voor deze test");
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        }
    }
}
