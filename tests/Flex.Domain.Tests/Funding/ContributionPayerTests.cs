using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Xunit;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>Who pays the own contribution of insured care.</summary>
public sealed class Who_pays_the_own_contribution
{
    [Fact]
    public void Is_the_programme_when_admitted_and_else_the_family()
    {
        Assert.Equal(ContributionPayer.Programme, Usual.Outcome(Usual.Care(3, 1)).Contribution);
        Assert.Equal(ContributionPayer.Family, Usual.OnlyIn(2).Outcome(Usual.Care(3, 1)).Contribution);
        Assert.Equal(ContributionPayer.Family, (Usual with { Admissions = [new(1, new(Born.AddDays(3), null))] }).Outcome(Usual.Care(3, 1)).Contribution);
        Assert.Equal(ContributionPayer.Family, (Usual with { EndedOn = Born }).Outcome(Usual.Care(3, 1)).Contribution);
        Assert.Equal(ContributionPayer.Family, Payer.Decide(Usual, [Usual.Care(3, 1)], Rules with { WaivedConcerns = new HashSet<string> { "twee" } }).Lines[0].Outcome.Contribution);
    }

    [Fact]
    public void Is_nobody_when_no_child_lives_or_in_hospital_on_medical_grounds_or_where_it_is_asked_per_day()
    {
        Assert.Equal(ContributionPayer.Stillbirth, Usual.Child(new(Born, null, false, null, null)).Outcome(Usual.Care(3, 1)).Contribution);
        Assert.Equal(ContributionPayer.Stillbirth, Usual.Child(new(Born, null, false, null, null)).Outcome(Usual.Care(3, 1, setting: CareSetting.HospitalOnMedicalGrounds)).Contribution);
        Assert.Equal(ContributionPayer.Hospital, Usual.Outcome(Usual.Care(3, 1, setting: CareSetting.HospitalOnMedicalGrounds)).Contribution);
        Assert.Equal(ContributionPayer.PerDay, Usual.Outcome(Usual.Care(3, 1, setting: CareSetting.InstitutionWithoutMedicalGrounds)).Contribution);
        Assert.Equal(ContributionPayer.NotInsuredCare, Usual.Outcome(Usual.Care(20, 1)).Contribution);
        var twins = BornOn(Born, new BornChild(Born, null, false, null, null));
        Assert.Equal(ContributionPayer.Programme, twins.Outcome(twins.Care(3, 1)).Contribution);
    }

    [Fact]
    public void Is_a_supplementary_policy_before_the_programme_up_to_its_amount()
    {
        // 510 cents an hour is 127.5 a quarter: 10 euro pay seven quarters (892.5) and not an eighth.
        var lines = Covered(new Cents(1000)).Decided(Usual.Care(3, 2), Usual.Care(4, 1)).Lines;
        Assert.Equal([(ContributionPayer.SupplementaryInsurance, 7, 893L), (ContributionPayer.Programme, 1, 128L), (ContributionPayer.Programme, 4, 510L)],
            lines.Select(l => (l.Outcome.Contribution, l.Length.Count, l.Contribution!.Value.Value)));
    }

    // 10.20 euro is exactly eight quarters at 5.10 an hour.
    [Fact]
    public void Is_a_supplementary_policy_to_the_last_cent() =>
        Assert.Equal([(ContributionPayer.SupplementaryInsurance, 8), (ContributionPayer.Programme, 4)], Covered(new Cents(1020)).Decided(Usual.Care(3, 3)).Lines.Select(l => (l.Outcome.Contribution, l.Length.Count)));

    [Theory]
    [InlineData(453, 113)] // 113.25
    [InlineData(454, 114)] // 113.5
    [InlineData(455, 114)] // 113.75
    public void Is_rounded_per_line_half_a_cent_up(long perHour, long cents) =>
        Assert.Equal(new Cents(cents), Payer.Decide(Usual, [Usual.Care(3, 0.25m)], new("test", [Year(2024, perHour)])).Lines[0].Contribution);

    [Fact]
    public void Is_a_part_of_what_the_care_costs_by_its_own_tariff()
    {
        var always = new DateRange(new(2020, 1, 1), null);
        var rules = Rules with { Tariffs = [new(TariffKind.Hour, always, new(60_00), "test"), new(TariffKind.Partus, always, new(15_00), "test"), new(TariffKind.Flexible, always, new(50_00), "test")] };
        var lines = Payer.Decide(Usual.OnlyIn(2), [Usual.Care(1, 1, "02:00", CareSetting.Partus), Usual.Care(3, 1), Usual.Care(20, 1)], rules).Lines;
        Assert.Equal(
            ["BasicInsurance 1500", "BasicInsurance 5490, Family 510", "Programme 5000"],
            lines.Select(l => string.Join(", ", MoneyShares.Of(l).Select(s => $"{s.Party} {s.Amount.Value}"))));
    }

    [Fact]
    public void Is_a_supplementary_policy_for_all_of_it_on_its_own_days_only()
    {
        var life = Covered(null);
        Assert.Equal(ContributionPayer.SupplementaryInsurance, life.Outcome(life.Care(3, 1)).Contribution);
        var ended = life with { Covers = [life.Covers[0] with { Period = new(new(2020, 1, 1), Born) }] };
        Assert.Equal(ContributionPayer.Programme, ended.Outcome(ended.Care(3, 1)).Contribution);
    }

    [Fact]
    public void Costs_the_tariff_of_its_own_day_and_nothing_is_guessed_for_a_day_without_one()
    {
        var life = BornOn(new(2026, 12, 30));
        var lines = life.Decided(On(new(2026, 12, 31), 1.5m, "23:00"), On(new(2027, 1, 1), 0.5m, "10:00")).Lines;
        Assert.Equal([(570L, 4), (null, 2), (null, 2)], lines.Select(l => (l.Contribution?.Value, l.Length.Count)));
        Assert.All(lines, l => Assert.Equal(ContributionPayer.Programme, l.Outcome.Contribution));
    }

    [Fact]
    public void Costs_each_person_each_day_in_an_institution()
    {
        var rules = Rules with { Institution = [new(new(new(2024, 1, 1), new(2024, 12, 31)), new(18_50), "test")] };
        CareContact[] contacts = [Usual.Care(1, 1, "10:00", CareSetting.InstitutionWithoutMedicalGrounds), Usual.Care(1, 1, "20:00", CareSetting.InstitutionWithoutMedicalGrounds), Usual.Care(2, 1, setting: CareSetting.InstitutionWithoutMedicalGrounds), Usual.Care(3, 1)];
        var stay = InstitutionStay.Of(Payer.Decide(Usual, contacts, rules), Usual, rules);
        Assert.Equal((2, 2, new Cents(74_00)), (stay.Days.Count, stay.Persons, stay.Amount));
        Assert.Null(InstitutionStay.Of(Payer.Decide(Usual, contacts, Rules), Usual, Rules).Amount);
        Assert.Equal(new Cents(0), InstitutionStay.Of(Usual.Decided(), Usual, Rules).Amount);
    }

    private static FamilyLife Covered(Cents? atMost) => Usual with { Covers = [new(new(new(2020, 1, 1), null), "Aanvullend", new(atMost), null)] };
}
