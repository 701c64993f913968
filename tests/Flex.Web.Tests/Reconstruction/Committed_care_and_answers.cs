using Xunit;

namespace Flex.Web.Tests.Reconstruction;

using static Flex.Web.Tests.Reconstruction.ReconstructedFiles;

public sealed class Committed_care_and_answers
{
    private static readonly Dictionary<string, Row> Forms = Applications.ToDictionary(a => a.Id);
    private static readonly HashSet<string> EvaluatedIds = [.. Evaluated.Select(a => a.Id)];

    [Theory]
    [InlineData("1", 100)]
    [InlineData("2", 80)]
    public void Care_is_there_for_exactly_the_families_of_a_pillar(string pillar, int evaluated)
    {
        var families = Care.Where(c => c["pijler"] == pillar).Select(c => c.Application).ToHashSet();
        Assert.Equal(Applications.Where(a => a.InPillar(pillar)).Select(a => a.Id).Order(), families.Order());
        Assert.Equal(evaluated, families.Count(EvaluatedIds.Contains));
    }

    [Fact]
    public void Care_falls_in_its_period_after_birth_and_after_the_decision()
    {
        Assert.All(Care, c => Assert.True(c.Day("dag") >= new DateOnly(2021, 11, 1) && c.Day("dag") <= new DateOnly(2024, 6, 30), c.Id));
        Assert.All(Care, c => Assert.True(c.Day("dag") >= Forms[c.Application].Day($"besluit_{c["pijler"]}_op"), c.Id));
        Assert.All(Care.Where(c => c["pijler"] == "1"), c => Assert.InRange(DaysAfterBirth(c), 1, 9));
        Assert.All(Care.Where(c => c["pijler"] == "2"), c => Assert.True(DaysAfterBirth(c) >= 8 && c.Day("dag") <= Forms[c.Application].Day("geboren_op").AddMonths(6), c.Id));
        Assert.All(Care, c => Assert.InRange(c.Quarters, 1, 32));
        Assert.Equal(Care.Count, Care.DistinctBy(c => (c.Application, c["pijler"], c["dag"])).Count());
    }

    [Theory]
    [InlineData("1", "5-10 3, 11-20 8, 21-30 18, 31-40 22, 41-50 24, 51-60 15, 61-99 10")]
    [InlineData("2", "1-4 5, 5-10 11, 11-20 24, 21-30 19, 31-40 10, 41-50 6, 51-60 3, 61-99 2")]
    public void Total_hours_per_family_lie_inside_the_printed_edges(string pillar, string expected)
    {
        string[] bins = ["1-4", "5-10", "11-20", "21-30", "31-40", "41-50", "51-60", "61-99"];
        var found = Totals(pillar).Select(q => bins.Single(b => Inside(b, q))).CountBy(b => b);
        Committed_reconstruction.Same(expected, found.ToDictionary(p => p.Key, p => p.Value));
    }

    [Fact]
    public void Pillar_2_comes_near_the_planned_average_of_24_hours() => Assert.InRange(Totals("2").Average() / 4, 22, 26);

    [Theory]
    [InlineData("start", 120, "werk", "werkloos 29, arbeidsongeschikt 26, bijstand 24, huisvrouw 17, parttime 11, fulltime 10,  3")]
    [InlineData("start", 120, "partner", "nee 58, ja 62")]
    [InlineData("start", 120, "opleiding", "voortgezet-of-lager 79, hoger 41")]
    [InlineData("start", 120, "woning", "huur 95, koop 17, anders 8")]
    [InlineData("start", 120, "nationaliteit", "nederlands 72, onbekend 24, niet-nederlands 24")]
    [InlineData("half-jaar", 40, "zelfvertrouwen", "ja 30, soms 9, nee 1")]
    [InlineData("half-jaar", 40, "zekerder", "ja 30, soms 8, nee 2")]
    [InlineData("half-jaar", 40, "hulp-vragen", "ja 27, soms 9, nee 4")]
    [InlineData("half-jaar", 40, "weet-nodig", "ja 33, soms 6, nee 1")]
    public void Answers_are_those_of_the_factsheet(string questionnaire, int n, string item, string expected)
    {
        var rows = Questionnaires.Where(q => q["vragenlijst"] == questionnaire).ToList();
        Assert.Equal(n, rows.Count);
        Assert.Equal(n, rows.DistinctBy(q => q.Application).Count());
        Committed_reconstruction.Same(expected, CountBy(rows, item));
        Assert.All(Questionnaires.Except(rows), q => Assert.Equal("", q[item]));
    }

    [Fact]
    public void Questionnaires_are_of_evaluated_families_at_start_and_half_a_year_after_birth()
    {
        var started = Questionnaires.Where(q => q["vragenlijst"] == "start").Select(q => q.Application).ToHashSet();
        var halfYear = Questionnaires.Where(q => q["vragenlijst"] == "half-jaar").ToList();
        Assert.Subset(EvaluatedIds, started);
        Assert.Subset(started, halfYear.Select(q => q.Application).ToHashSet());
        Assert.All(Questionnaires, q => Assert.Equal("1", q["versie"]));
        Assert.All(Questionnaires.Except(halfYear), q => Assert.InRange(q.Day("ingevuld_op").DayNumber - Forms[q.Application].Day("ontvangen_op").DayNumber, 0, 14));
        Assert.All(halfYear, q => Assert.InRange(DaysAfterBirth(q, "ingevuld_op"), 174, 199));
    }

    [Fact]
    public void A_single_parent_has_no_partner() =>
        Assert.All(
            Questionnaires.Where(q => q["vragenlijst"] == "start" && Families.SubFactors(Forms[q.Application]).Contains("R5.alleenstaand")),
            q => Assert.Equal("nee", q["partner"]));

    private static int DaysAfterBirth(Row row, string column = "dag") => row.Day(column).DayNumber - Forms[row.Application].Day("geboren_op").DayNumber;

    private static List<int> Totals(string pillar) =>
        [.. Care.Where(c => c["pijler"] == pillar && EvaluatedIds.Contains(c.Application)).GroupBy(c => c.Application).Select(g => g.Sum(c => c.Quarters))];

    private static bool Inside(string bin, int quarters)
    {
        var edges = bin.Split('-').Select(int.Parse).ToArray();
        return quarters >= edges[0] * 4 && quarters <= edges[1] * 4;
    }
}
