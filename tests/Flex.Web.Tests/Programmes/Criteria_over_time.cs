using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Tests.Decisions;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Programmes;

/// <summary>A programme that changed its criteria on 1 July: the day of application chooses, whenever it is decided (docs/what-counts-when.md).</summary>
public sealed class Criteria_over_time(TestCluster cluster)
{
    private const string List = "\"criteria\": [{ \"version\": \"v1\", \"applied\": true }]";

    [Theory]
    [InlineData("2025-12-31", "v1")]
    [InlineData("2026-01-01", "v1")]
    [InlineData("2026-06-30", "v1")]
    [InlineData("2026-07-01", "v3")]
    [InlineData("2026-12-31", "v3")]
    public void Are_those_of_the_newest_applied_version_that_had_begun(string appliedOn, string version)
    {
        using var copy = Changed();
        Assert.Equal(version, copy.Load().Programmes[MadeUpProgramme.Code].CriteriaOn(DateOnly.Parse(appliedOn, System.Globalization.CultureInfo.InvariantCulture)).Version);
    }

    [Fact]
    public void Without_a_first_day_hold_from_the_beginning()
    {
        using var copy = Changed();
        copy.Edit("derde/criteria/v1.json", "\"validFrom\": \"2026-01-01\"", "\"validFrom\": null");
        var programme = copy.Load().Programmes[MadeUpProgramme.Code];
        Assert.Equal(["v1", "v1", "v3"], new DateOnly[] { new(1990, 1, 1), new(2026, 6, 30), new(2026, 7, 1) }.Select(day => programme.CriteriaOn(day).Version));
    }

    [Fact]
    public void Judge_by_the_day_of_application_with_the_facts_of_the_day_of_decision()
    {
        using var copy = Changed();
        var programme = copy.Load().Programmes[MadeUpProgramme.Code];

        DecisionFacts Judge(DateOnly applied) => DecisionFacts.Propose(programme, 1, new Facts(applied, new(2026, 8, 1), ClassSet.Potential, "GM0344", "vgz", null, null, 3, new(2_000_000)));

        Assert.Equal(("v1", Proposal.Admit), (Judge(new(2026, 6, 30)).CriteriaVersion, Judge(new(2026, 6, 30)).Proposal));
        Assert.Equal(("v3", Proposal.Refuse), (Judge(new(2026, 7, 1)).CriteriaVersion, Judge(new(2026, 7, 1)).Proposal));
    }

    [Fact]
    public async Task Are_stored_with_the_decision_and_shown()
    {
        using var copy = Changed();
        await using var app = await App.Start(cluster, new DateOnly(2026, 8, 1), copy.Folder);
        var before = await new DossierBuilder(app, MadeUpProgramme.Code).In("Utrecht").Insured("VGZ", "vgz").For(1).Received(new(2026, 6, 30)).Save();
        var after = await new DossierBuilder(app, MadeUpProgramme.Code).In("Utrecht").Insured("VGZ", "vgz").For(1).Received(new(2026, 7, 1)).Save();
        using var intaker = await app.Visit("intaker");

        foreach (var id in new[] { before, after })
        {
            await intaker.Get($"/dossiers/{id}/besluit/1");
            await Taking_a_decision.Decide(intaker, id, 1, "afgewezen", "Voor deze test");
        }

        Assert.Equal("v1", await app.Database.AsAdmin("select criteria_version from decision where dossier_id = $1", before));
        Assert.Equal("v3", await app.Database.AsAdmin("select criteria_version from decision where dossier_id = $1", after));
        await intaker.Get($"/dossiers/{before}");
        Assert.Contains("volgens criteria v1", Dossiers.Looking_at_a_dossier.Text(intaker), StringComparison.Ordinal);
    }

    // v2 was published and never applied: it judges nothing.
    private static ProgrammeCopy Changed()
    {
        var copy = MadeUpProgramme.Beside();
        copy.Edit("derde/programme.json", List, "\"criteria\": [{ \"version\": \"v1\", \"applied\": true }, { \"version\": \"v2\", \"applied\": false }, { \"version\": \"v3\", \"applied\": true }]");
        foreach (var (version, from) in new[] { ("v2", "2026-05-01"), ("v3", "2026-07-01") })
        {
            copy.Write($"derde/criteria/{version}.json", $$"""
                { "version": "{{version}}", "validFrom": "{{from}}", "source": "test", "pillars": [{ "pillar": 1, "conditions": [
                  { "kind": "class-in", "codes": ["zelfredzaam"] }
                ] }] }
                """);
        }

        return copy;
    }
}
