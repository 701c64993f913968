using Flex.Domain.Shared;
using Xunit;

namespace Flex.Web.Tests.Reconstruction;

using static Flex.Web.Tests.Reconstruction.ReconstructedFiles;

public sealed class Committed_reconstruction
{
    private static readonly DateOnly LastEvaluated = new(2023, 5, 31);

    [Fact]
    public void Has_the_columns_of_the_file_doors()
    {
        Assert.Equal(
            "nummer,ontvangen_op,aanmelder,naam_moeder,geboortedatum_moeder,bsn,postcode,gemeente,verzekeraar,aanbieder,uitgerekend,geboren_op,"
            + "eerste_zwangerschap,hulpverleners,pijlers,R1,R2,R3,R4,R5,R6,R7,U1,U2,U3,U4,subfactoren,beschermend,beoordeeld_door,beoordeeld_op,"
            + "besluit_1,besluit_1_op,besluit_2,besluit_2_op,besloten_door,reden_besluit,opmerking",
            Header("applications.csv"));
        Assert.Equal("nummer,aanmeldnummer,pijler,dag,uren,zorgverlener,opmerking", Header("care.csv"));
        Assert.Equal(
            "nummer,aanmeldnummer,vragenlijst,versie,ingevuld_op,werk,partner,opleiding,woning,nationaliteit,zelfvertrouwen,zekerder,hulp-vragen,weet-nodig",
            Header("questionnaires.csv"));
        Assert.All([Applications, Care, Questionnaires], rows => Assert.Equal(rows.Count, rows.DistinctBy(r => r.Id).Count()));
    }

    [Fact]
    public void Has_133_forms_in_the_evaluation_and_17_families_after_it()
    {
        Assert.Equal(133, Evaluated.Count);
        Assert.Equal(17, Applications.Count - Evaluated.Count);
        Assert.Equal(new DateOnly(2021, 11, 1), Evaluated.Min(a => a.Day("ontvangen_op")));
        Assert.Equal(LastEvaluated, Evaluated.Max(a => a.Day("ontvangen_op")));
        Assert.Equal(LastEvaluated.AddDays(1), Tail().Min(a => a.Day("ontvangen_op")));
        Assert.All(Tail(), a => Assert.True(a.Day("ontvangen_op") <= new DateOnly(2023, 12, 31)));
    }

    [Theory]
    [InlineData("aanmelder", "verloskundige 82, jgz 17, gezamenlijk 24, maatschappelijk-werk 7, overig 3")]
    [InlineData("hulpverleners", "0 33, 1 38, 2 25, 3 10, 4+ 6, onbekend 21")]
    [InlineData("eerste_zwangerschap", "ja 60, nee 73")]
    [InlineData("pijlers", "1 53, 2 33, 1+2 47")]
    public void Counts_on_the_forms_are_those_of_the_factsheet(string column, string expected) =>
        Same(expected, CountBy(Evaluated, column));

    [Fact]
    public void Classes_follow_from_factors_and_judgement()
    {
        Same(
            "kwetsbaar 39, onbekend 38, potentieel-kwetsbaar 37, zeer-kwetsbaar 9, zelfredzaam 8",
            Evaluated.Select(Families.Class).OfType<string>().CountBy(c => c).ToDictionary(p => p.Key, p => p.Value));
        Assert.Equal(2, Evaluated.Count(a => Families.Class(a) is null));
        Assert.All(Evaluated.Where(a => Families.Class(a) is null), a => Assert.True(Families.HasNoFactors(a) && a["beoordeeld_door"] == "" && a["beoordeeld_op"] == ""));
    }

    [Fact]
    public void The_rule_of_the_domain_gives_the_same_classes() =>
        Assert.All(Applications, a => Assert.Equal(Families.Class(a) ?? "onbekend", Families.ClassByDomain(a)));

    [Fact]
    public void Factors_are_filled_in_wholly_or_not_at_all_and_sub_factors_have_their_parent()
    {
        Assert.All(Applications, a => Assert.True(Families.HasFactors(a) || Families.HasNoFactors(a), a.Id));
        Assert.All(Applications, a => Assert.All(Families.SubFactors(a), s => Assert.True(a[s[..2]] is "aanwezig" or "niet-wegend", a.Id)));
        Assert.All(Applications, a => Assert.Equal(Families.SubFactors(a).Length, Families.SubFactors(a).Distinct().Count()));
        Assert.All(Applications, a => Assert.All(Families.Factors, f => Assert.Contains(a[f], new[] { "", "afwezig", "niet-wegend", "aanwezig", "onbekend" })));
        Assert.Equal(129, Evaluated.Count(Families.HasFactors));
        var unfilled = Evaluated.Where(a => !Families.HasFactors(a) && Families.Class(a) is not null).ToList();
        Assert.Equal(2, unfilled.Count);
        Assert.All(unfilled, a => Assert.True(a["beschermend"] == "onbekend" && a["reden_besluit"] != "", a.Id));
    }

    [Theory]
    [InlineData(1, 1, 27)]
    [InlineData(2, 2, 40)]
    [InlineData(3, 3, 27)]
    [InlineData(4, 99, 35)]
    public void Numbers_of_factors_are_those_of_the_factsheet(int from, int to, int expected) => Assert.Equal(expected, WithFactors(from, to).Count);

    [Theory]
    [InlineData(1, 1, "R1 19")]
    [InlineData(2, 2, "R5.psychisch 27, R1 23, R5.huisvesting 13")]
    [InlineData(3, 3, "R5.alleenstaand 16, R5.psychisch 14, R5.geen-netwerk 13, R5.mishandeling 11, R1 10")]
    [InlineData(4, 99, "R5.psychisch 33, R1 31, R5.mishandeling 25, R5.onstabiel 20, R4.onzekerheid 16")]
    public void Most_common_factors_come_first_without_a_tie(int from, int to, string expected)
    {
        var first = expected.Split(", ");
        var counts = WithFactors(from, to).SelectMany(Families.Named).CountBy(f => f).OrderByDescending(p => p.Value).Take(first.Length + 1).ToList();
        Assert.Equal(first, counts.Take(first.Length).Select(p => $"{p.Key} {p.Value}"));
        Assert.Equal(counts.Count, counts.Select(p => p.Value).Distinct().Count());
    }

    [Fact]
    public void One_factor_is_financial_and_mostly_pillar_1()
    {
        var financial = WithFactors(1, 1).Where(a => Families.Named(a)[0] == "R1").ToList();
        Assert.True(financial.Count(a => a["pijlers"] == "1") > financial.Count / 2);
    }

    [Fact]
    public void Everyone_is_admitted_to_the_pillars_asked_for_by_a_role_on_or_after_application()
    {
        foreach (var (form, pillar) in Applications.SelectMany(a => new[] { (a, "1"), (a, "2") }))
        {
            Assert.Equal(form.InPillar(pillar) ? "toegelaten" : "", form[$"besluit_{pillar}"]);
            Assert.True(form.InPillar(pillar) ? form.Day($"besluit_{pillar}_op") >= form.Day("ontvangen_op") : form[$"besluit_{pillar}_op"] == "", form.Id);
        }

        Assert.All(Applications, a => Assert.Equal("intaker (reconstructie)", a["besloten_door"]));
        Assert.All(Applications.Where(a => Families.Class(a) is null or "zelfredzaam"), a => Assert.NotEqual("", a["reden_besluit"]));
        Assert.True(Applications.Count(a => a.InPillar("1")) <= 150 && Applications.Count(a => a.InPillar("2")) <= 100, "more places than there are");
    }

    [Fact]
    public void Families_meet_the_conditions_on_residence_insurer_and_provider()
    {
        string[] municipalities = ["GM1954", "GM0899", "GM0917", "GM0928", "GM0882", "GM0965", "GM0986", "GM1883"];
        Assert.All(Applications, a => Assert.Contains(a["gemeente"], municipalities));
        Assert.All(Applications.Where(a => a.InPillar("1")), a => Assert.Contains(a["verzekeraar"], new[] { "CZ", "9664", "VGZ", "7095", "0101" }));
        Assert.All(Applications, a => Assert.Equal("geboortezorg-limburg", a["aanbieder"]));
    }

    [Fact]
    public void Persons_are_synthetic_and_no_two_look_like_one()
    {
        var numbers = Applications.Select(a => a["bsn"]).Where(b => b != "").ToList();
        Assert.InRange(numbers.Count, 120, 149);
        Assert.All(numbers, b => Assert.True(b.StartsWith("9999", StringComparison.Ordinal) && b.Length == 9 && Bsn.TryParse(b) is not null, b));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(Applications, a => Assert.Contains(" Test-", a["naam_moeder"], StringComparison.Ordinal));
        Assert.Equal(150, Applications.DistinctBy(a => a["naam_moeder"]).Count());
        Assert.Equal(150, Applications.DistinctBy(a => a["geboortedatum_moeder"]).Count());
        Assert.Equal(150, Applications.DistinctBy(a => a["postcode"]).Count());
        Assert.All(Applications, a => Assert.Matches("^[1-9][0-9]{3}[A-Z]{2}$", a["postcode"]));
        Assert.All(Applications, a => Assert.True(a.Day("geboortedatum_moeder").AddYears(18) <= a.Day("ontvangen_op") && a.Day("geboortedatum_moeder").AddYears(43) > a.Day("ontvangen_op"), a.Id));
    }

    [Fact]
    public void Birth_mostly_comes_two_to_five_months_after_application_and_near_the_due_date()
    {
        Assert.True(Evaluated.Count(a => a.Day("geboren_op") >= a.Day("ontvangen_op").AddMonths(2).AddDays(-3) && a.Day("geboren_op") <= a.Day("ontvangen_op").AddMonths(5)) > 90);
        Assert.All(Applications, a => Assert.InRange(a.Day("uitgerekend").DayNumber - a.Day("geboren_op").DayNumber, -14, 35));
        Assert.All(Applications.Where(a => a.InPillar("1")), a => Assert.True(a.Day("besluit_1_op") < a.Day("geboren_op"), a.Id));
    }

    private static List<Row> Tail() => [.. Applications.Except(Evaluated)];

    private static List<Row> WithFactors(int from, int to) =>
        [.. Evaluated.Where(a => Families.HasFactors(a) && Families.Named(a).Count >= from && Families.Named(a).Count <= to)];

    internal static void Same(string expected, Dictionary<string, int> actual) =>
        Assert.Equal(expected.Split(", ").Order(StringComparer.Ordinal), actual.Select(p => $"{p.Key} {p.Value}").Order(StringComparer.Ordinal));
}
