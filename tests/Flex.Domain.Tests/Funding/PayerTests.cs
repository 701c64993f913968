using Flex.Domain.Births;
using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Xunit;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>Whose money a quarter of an hour is, rule by rule.</summary>
public sealed class Who_pays_a_quarter_of_an_hour
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(10)]
    public void Is_the_basic_insurance_while_indicated_hours_remain_within_ten_days(int day) =>
        Assert.Equal((MoneySource.RegularZvw, PayerReason.Indicated, NotInsured.Pays), Parts(Usual.Outcome(Usual.Care(day, 3))));

    [Fact]
    public void Is_the_programme_from_day_11_although_indicated_hours_were_left() =>
        Assert.Equal((MoneySource.Programme, PayerReason.AfterRegularCare, NotInsured.RegularDaysOver), Parts(Usual.Outcome(Usual.Care(11, 3))));

    [Fact]
    public void Is_the_programme_from_day_8_when_the_hours_are_used_up()
    {
        var used = Usual.Indicated(24);
        Assert.Equal((MoneySource.Programme, PayerReason.AfterRegularCare, NotInsured.HoursUsedUp), Parts(used.Outcome(used.Care(8, 3), used.Each(1..6, 4))));
        Assert.Equal((MoneySource.Nobody, PayerReason.TooEarlyForProgramme, NotInsured.HoursUsedUp), Parts(used.Outcome(used.Care(7, 3), used.Each(1..6, 4))));
    }

    [Fact]
    public void Changes_in_the_middle_of_a_contact_with_the_last_indicated_quarter()
    {
        var life = Usual.Indicated(24);
        var lines = life.Decided([.. life.Each(1..7, 3), life.Care(8, 4)]).Lines.Where(l => l.Number == 8).ToList();
        Assert.Equal([(MoneySource.RegularZvw, 12), (MoneySource.Programme, 4)], lines.Select(l => (l.Outcome.Source, l.Length.Count)));
        Assert.Equal(lines[0].Until, lines[1].From);
    }

    [Fact]
    public void Is_nobody_where_nothing_was_indicated_in_the_first_days()
    {
        var life = Usual with { Indications = [] };
        Assert.Equal((MoneySource.Nobody, PayerReason.TooEarlyForProgramme, NotInsured.NothingIndicated), Parts(life.Outcome(life.Care(3, 3))));
    }

    [Fact]
    public void Follows_the_indication_of_its_own_day_up_and_down()
    {
        var up = Usual.Indicated(24);
        up = up with { Indications = [.. up.Indications, new(BirthDays.Day(Born, 8), Hours(30), IndicatedBy.Midwife, IndicationMethod.Lip)] };
        Assert.Equal([(7, MoneySource.Nobody, 16), (8, MoneySource.RegularZvw, 16)], up.Decided(up.Each(1..8, 4)).Lines.Where(l => l.Number >= 7).Select(l => (l.Number!.Value, l.Outcome.Source, l.Length.Count)));
        var down = Usual with { Indications = [.. Usual.Indications, new(BirthDays.Day(Born, 5), Hours(16), IndicatedBy.Specialist, IndicationMethod.Lip)] };
        Assert.Equal(MoneySource.RegularZvw, down.Outcome(down.Care(4, 4), down.Each(1..3, 4)).Source);
        Assert.Equal(NotInsured.HoursUsedUp, down.Outcome(down.Care(5, 4), down.Each(1..4, 4)).NotInsured);
    }

    [Fact]
    public void Is_the_basic_insurance_without_contribution_before_the_birth()
    {
        var life = Usual.Child(new(Born, new(14, 5), true, null, null));
        var lines = life.Decided([life.Care(0, 1, "23:00"), life.Care(1, 2, "13:00")]).Lines;
        Assert.Equal(
            [(PayerReason.BeforeBirth, 4, ContributionPayer.BeforeBirth), (PayerReason.BeforeBirth, 5, ContributionPayer.BeforeBirth), (PayerReason.Indicated, 3, ContributionPayer.Programme)],
            lines.Select(l => (l.Outcome.Reason, l.Length.Count, l.Outcome.Contribution)));
    }

    [Fact]
    public void Takes_no_contribution_and_no_indicated_hours_for_help_at_the_delivery()
    {
        var life = Usual.Indicated(1);
        var outcome = life.Outcome(life.Care(1, 6, "01:00", CareSetting.Partus));
        Assert.Equal((PayerReason.Partus, ContributionPayer.Partus), (outcome.Reason, outcome.Contribution));
        Assert.Equal(MoneySource.RegularZvw, life.Outcome(life.Care(1, 1), life.Care(1, 6, "01:00", CareSetting.Partus)).Source);
    }

    [Fact]
    public void Is_help_at_the_delivery_before_the_child_is_there_too_by_its_own_tariff()
    {
        var life = Usual.Child(new(Born, new(4, 0), true, null, null));
        var rules = Rules with { Tariffs = [new(TariffKind.Partus, new(Born, null), new(15_00), "test")], Terms = [new(new(new(2020, 1, 1), null), new() { PartusUsesIndication = true })] };
        var help = life.Care(1, 6, "01:00", CareSetting.Partus);
        var line = Payer.Decide(life, [help], rules).Lines.Single();
        Assert.Equal((PayerReason.Partus, ContributionPayer.Partus, 24, new Cents(90_00)), (line.Outcome.Reason, line.Outcome.Contribution, line.Length.Count, line.Care!.Value));
        Assert.Equal(PayerReason.Partus, (life with { Birth = null }).Outcome(help).Reason);
        Assert.Equal(NotInsured.HoursUsedUp, Payer.Decide(life.Indicated(6), [help, life.Care(1, 1)], rules).Lines[^1].Outcome.NotInsured);
        Assert.Equal(PayerReason.Partus, life.Outcome(life.Care(10, 1, setting: CareSetting.Partus)).Reason);
        Assert.NotEqual(PayerReason.Partus, life.Outcome(life.Care(11, 1, setting: CareSetting.Partus)).Reason);
    }

    [Fact]
    public void Counts_partus_in_where_the_terms_say_so()
    {
        var life = Usual.Indicated(6);
        var rules = Rules with { Terms = [new(new(new(2020, 1, 1), null), new() { PartusUsesIndication = true })] };
        var lines = Payer.Decide(life, [life.Care(1, 6, "01:00", CareSetting.Partus), life.Care(1, 1)], rules).Lines;
        Assert.Equal([NotInsured.Pays, NotInsured.HoursUsedUp], lines.Select(l => l.Outcome.NotInsured));
    }

    [Fact]
    public void Takes_hours_off_for_days_in_hospital()
    {
        // 45 - 4 × 5.5 = 23 hours when bottle-fed, 45 - 4 × 6 = 21 when breast-fed.
        var bottle = Usual with { Stays = [new(new(Born, Born.AddDays(3))), new(new(Born.AddDays(2), Born.AddDays(3)))] };
        Assert.Equal(23 * 4, bottle.Decided(bottle.Each(5..10, 8)).Hours(MoneySource.RegularZvw).Count);
        var breast = bottle with { Birth = bottle.Birth! with { Feeding = "borst" } };
        Assert.Equal(21 * 4, breast.Decided(breast.Each(5..10, 8)).Hours(MoneySource.RegularZvw).Count);
    }

    // 30 hours indicated: 24.5 when day 5 was spent in hospital.
    [Fact]
    public void Takes_hours_off_from_the_day_in_hospital_on_and_not_from_what_was_given_before()
    {
        var life = Usual.Indicated(30) with { Stays = [new(new(BirthDays.Day(Born, 5), BirthDays.Day(Born, 5)))] };
        Assert.Equal([(6, 2)], RegularAfterDay4(life, 6));
        Assert.Equal([(5, 2)], RegularAfterDay4(life, 5));
        Assert.Equal(30 * 4, life.Decided(life.Each(1..4, 7.5m)).Hours(MoneySource.RegularZvw).Count);
        Assert.Equal(NotInsured.HoursUsedUp, life.Outcome(life.Care(6, 1), life.Each(1..4, 7.5m)).NotInsured);

        static IEnumerable<(int, int)> RegularAfterDay4(FamilyLife life, int day) => life.Decided([.. life.Each(1..3, 8), life.Care(day, 8)]).Lines
            .Where(l => l.Number > 4 && l.Outcome.Source == MoneySource.RegularZvw).Select(l => (l.Number!.Value, l.Length.Count));
    }

    [Fact]
    public void Takes_nothing_off_for_days_that_the_indication_knew()
    {
        var life = Usual with { Stays = [new(new(Born, Born.AddDays(3)))], Indications = [new(Born.AddDays(4), Hours(24), IndicatedBy.Midwife, IndicationMethod.Lip)] };
        Assert.Equal(24 * 4, life.Decided(life.Each(5..10, 8)).Hours(MoneySource.RegularZvw).Count);
        var beforehand = Usual.Indicated(24) with { Stays = [new(new(Born.AddDays(-5), Born.AddDays(-1)))] };
        Assert.Equal(24 * 4, beforehand.Decided(beforehand.Each(1..5, 8)).Hours(MoneySource.RegularZvw).Count);
    }

    [Fact]
    public void Is_the_same_however_the_clock_changes()
    {
        // Day 1 has 23 hours, and the night holds three quarters between 01:15 and 03:00.
        var spring = BornOn(new(2024, 3, 31));
        Assert.Equal(new Quarters(3), spring.Decided(new CareContact(Id("nacht"), At(new(2024, 3, 31), "01:15"), new(At(new(2024, 3, 31), "03:00").Index - At(new(2024, 3, 31), "01:15").Index))).Hours());
        var autumn = BornOn(new(2024, 10, 18)).Indicated(80);
        var lines = autumn.Decided(new CareContact(Id("nacht"), At(new(2024, 10, 26), "22:00"), Hours(28))).Lines;
        Assert.Equal([(9, 8), (10, 100), (11, 4)], lines.Select(l => (l.Number!.Value, l.Length.Count)));
    }

    [Fact]
    public void Ends_with_the_last_day_of_the_sixth_month()
    {
        var life = BornOn(new(2023, 8, 31));
        Assert.Equal(MoneySource.Programme, life.Outcome(On(new(2024, 2, 29), 1, "23:00")).Source);
        Assert.Equal((MoneySource.Nobody, PayerReason.AfterLastMonth, NotInsured.ExtensionOver), Parts(life.Outcome(On(new(2024, 3, 1), 1, "00:00"))));
    }

    [Fact]
    public void Counts_twins_on_both_sides_of_midnight_from_the_first()
    {
        var life = BornOn(Born, new BornChild(Born.AddDays(1), new(0, 20), true, null, null));
        Assert.Equal(NotInsured.RegularDaysOver, life.Outcome(life.Care(11, 1)).NotInsured);
        Assert.Equal(11, life.Decided(life.Care(11, 1)).Lines[0].Number);
    }

    [Fact]
    public void Is_nobody_when_the_family_is_not_admitted_or_the_dossier_ended_or_the_programme_is_over()
    {
        Assert.Equal((MoneySource.Nobody, PayerReason.NotAdmitted, NotInsured.RegularDaysOver), Parts(Usual.OnlyIn(1).Outcome(Usual.Care(20, 1))));
        var ended = Usual with { EndedOn = Born.AddDays(18) };
        Assert.Equal(MoneySource.Programme, ended.Outcome(Usual.Care(19, 1)).Source);
        Assert.Equal(PayerReason.DossierEnded, ended.Outcome(Usual.Care(20, 1)).Reason);
        Assert.Equal(PayerReason.OutsideProgramme, Payer.Decide(Usual, [Usual.Care(20, 1)], Rules with { Care = new(new(2021, 1, 1), Born) }).Lines[0].Outcome.Reason);
        Assert.Equal(PayerReason.MunicipalityDoesNotPay, Payer.Decide(Usual, [Usual.Care(20, 1)], Rules with { PayingMunicipalities = new HashSet<string> { "GM0001" } }).Lines[0].Outcome.Reason);
    }

    [Fact]
    public void Is_who_insured_and_where_she_lived_on_its_own_day()
    {
        var life = BornOn(new(2023, 12, 28)) with
        {
            Insurers = [new(new(new(2020, 1, 1), new(2023, 12, 31)), new("Een", "een")), new(new(new(2024, 1, 1), null), new("Twee", "twee"))],
            Municipalities = [new(new(new(2020, 1, 1), new(2024, 1, 2)), "GM0001"), new(new(new(2024, 1, 3), null), "GM0002")],
        };
        var lines = life.Decided(On(new(2023, 12, 31), 1, "23:30"), On(new(2024, 1, 3), 1)).Lines;
        Assert.Equal([("een", "GM0001", 480L), ("twee", "GM0001", 510L), ("twee", "GM0002", 510L)], lines.Select(l => (l.Insurer!.Concern, l.Municipality!, l.ContributionRate!.PerHour.Value)));
    }

    [Fact]
    public void Is_never_an_insurance_that_she_does_not_have()
    {
        var life = Usual with { Insurers = [new(new(new(2020, 1, 1), null), new("Niet verzekerd", "niet-verzekerd"))] };
        Assert.Equal((MoneySource.Nobody, PayerReason.TooEarlyForProgramme, NotInsured.Uninsured), Parts(life.Outcome(life.Care(3, 1))));
        Assert.Equal((MoneySource.Nobody, PayerReason.TooEarlyForProgramme, NotInsured.Uninsured), Parts((life with { Birth = null }).Outcome(life.Care(1, 1))));
        Assert.Equal((MoneySource.Programme, PayerReason.AfterRegularCare, NotInsured.Uninsured), Parts(life.Outcome(life.Care(8, 1))));
    }

    [Fact]
    public void Is_the_basic_insurance_before_a_birth_that_is_not_known_yet() =>
        Assert.Equal((MoneySource.RegularZvw, PayerReason.BeforeBirth, NotInsured.Pays), Parts((Usual with { Birth = null }).Outcome(Usual.Care(3, 1))));

    [Fact]
    public void Says_by_which_rule_and_data() => Assert.Equal("betaler-1/proef", Usual.Decided(Usual.Care(1, 1)).Lines[0].RuleVersion);

    private static QuarterHour At(DateOnly day, string time) => QuarterHour.Beginning(Amsterdam.At(day, TimeOnly.Parse(time))[0])!.Value;

    private static (MoneySource, PayerReason, NotInsured) Parts(PayerOutcome outcome) => (outcome.Source, outcome.Reason, outcome.NotInsured);
}
