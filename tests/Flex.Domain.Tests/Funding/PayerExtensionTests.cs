using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;
using Xunit;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>Care after the tenth day that an insurance pays.</summary>
public sealed class An_extension_or_a_late_start
{
    private static readonly FamilyLife Extended = Usual.Extended();

    [Fact]
    public void Is_paid_by_the_basic_insurance_from_day_to_day()
    {
        var outcome = Extended.Outcome(Extended.Care(12, 3), Extended.Each(1..11, 3));
        Assert.Equal((MoneySource.ExtendedZvw, PayerReason.Extended, ContributionPayer.Programme), (outcome.Source, outcome.Reason, outcome.Contribution));
    }

    [Fact]
    public void Ends_at_the_first_day_without_care_and_does_not_begin_again()
    {
        var days = Extended.Decided([.. Extended.Each(1..12, 3), .. Extended.Each(14..15, 3)]).Lines.Where(l => l.Number > 10);
        Assert.Equal(
            [(11, NotInsured.Pays), (12, NotInsured.Pays), (14, NotInsured.ExtensionInterrupted), (15, NotInsured.ExtensionInterrupted)],
            days.Select(l => (l.Number!.Value, l.Outcome.NotInsured)));
    }

    [Fact]
    public void Goes_on_over_a_day_of_care_that_the_programme_paid()
    {
        var life = Usual.Indicated(24).Extended();
        Assert.Equal([(9, MoneySource.Programme), (10, MoneySource.Programme), (11, MoneySource.ExtendedZvw)], life.Decided(life.Each(1..11, 3)).Lines.Where(l => l.Number > 8).Select(l => (l.Number!.Value, l.Outcome.Source)));
    }

    [Fact]
    public void Does_not_begin_after_days_without_care()
    {
        Assert.Equal(NotInsured.ExtensionInterrupted, Extended.Outcome(Extended.Care(11, 3), Extended.Each(1..9, 3)).NotInsured);
        Assert.Equal(NotInsured.ExtensionInterrupted, Extended.Outcome(Extended.Care(11, 3)).NotInsured);
        Assert.Equal(NotInsured.Pays, Extended.Outcome(Extended.Care(11, 3), Extended.Care(2, 3), Extended.Care(10, 3)).NotInsured);
    }

    [Fact]
    public void Can_be_spread_where_the_insurer_says_so()
    {
        var life = Extended with { Insurers = [new(new(new(2020, 1, 1), null), new("Spreidt", "spreidt"))] };
        Assert.Equal(MoneySource.ExtendedZvw, life.Outcome(life.Care(20, 3), life.Each(1..3, 3)).Source);
        Assert.Equal(MoneySource.ExtendedZvw, life.Outcome(life.Care(42, 3)).Source);
        Assert.Equal((MoneySource.Programme, NotInsured.ExtensionOver), (life.Outcome(life.Care(43, 3)).Source, life.Outcome(life.Care(43, 3)).NotInsured));
    }

    [Fact]
    public void Has_its_own_hours()
    {
        var life = Usual.Extended(hours: 4);
        Assert.Equal([(11, NotInsured.Pays, 12), (12, NotInsured.Pays, 4), (12, NotInsured.ExtensionUsedUp, 8)],
            life.Decided(life.Each(1..12, 3)).Lines.Where(l => l.Number > 10).Select(l => (l.Number!.Value, l.Outcome.NotInsured, l.Length.Count)));
    }

    [Fact]
    public void Is_indicated_by_the_midwife_for_the_classes_of_the_rule()
    {
        var other = Usual.Extended(by: IndicatedBy.GeneralPractitioner);
        Assert.Equal(NotInsured.ExtensionNotByMidwife, other.Outcome(other.Care(11, 3), other.Each(1..10, 3)).NotInsured);
        foreach (var set in new[] { ClassSet.Vulnerable, ClassSet.Vulnerable | ClassSet.VeryVulnerable, ClassSet.None })
        {
            var life = Extended with { Classes = [new(new(new(2020, 1, 1), null), set)] };
            Assert.Equal(NotInsured.ExtensionOtherClass, life.Outcome(life.Care(11, 3), life.Each(1..10, 3)).NotInsured);
        }
    }

    [Fact]
    public void Did_not_exist_before_2024()
    {
        var life = BornOn(new(2023, 12, 21)).Extended();
        Assert.Equal([(11, NotInsured.NoExtensionRule), (12, NotInsured.Pays)], life.Decided(life.Each(1..12, 3)).Lines.Where(l => l.Number > 10).Select(l => (l.Number!.Value, l.Outcome.NotInsured)));
        var early = Rules with { Extensions = [Rules.Extensions[0] with { Period = new(new(2020, 1, 1), null) }] };
        Assert.Equal([(11, NotInsured.NoExtensionRule), (12, NotInsured.Pays)], Payer.Decide(life, [.. life.Each(1..12, 3)], early).Lines.Where(l => l.Number > 10).Select(l => (l.Number!.Value, l.Outcome.NotInsured)));
        var later = BornOn(new(2023, 12, 22)).Extended();
        Assert.Equal(NotInsured.Pays, later.Outcome(later.Care(11, 3), later.Each(1..10, 3)).NotInsured);
    }

    [Fact]
    public void Is_paid_by_a_policy_when_the_baby_comes_home_after_day_10()
    {
        var life = Late(Born.AddDays(10), new(Hours(5), null));
        Assert.Equal([(MoneySource.SupplementaryInsurance, 12), (MoneySource.SupplementaryInsurance, 8), (MoneySource.Programme, 4)],
            life.Decided(life.Each(11..12, 3)).Lines.Select(l => (l.Outcome.Source, l.Length.Count)));
        Assert.Equal("Aanvullend", life.Decided(life.Care(11, 1)).Lines[0].Cover);
    }

    [Fact]
    public void Is_no_late_start_when_the_baby_came_home_on_day_10_or_is_not_home_yet()
    {
        var earlier = Late(Born.AddDays(9), new(Hours(15), null));
        Assert.Equal(MoneySource.Programme, earlier.Outcome(earlier.Care(11, 3)).Source);
        var later = Late(Born.AddDays(14), new(Hours(15), null));
        Assert.Equal(MoneySource.Programme, later.Outcome(later.Care(14, 3)).Source);
        Assert.Equal(MoneySource.SupplementaryInsurance, later.Outcome(later.Care(15, 3)).Source);
    }

    [Fact]
    public void Counts_the_days_of_a_late_start_and_not_what_lies_between()
    {
        var life = Late(Born.AddDays(11), new(Hours(15), Days: 2));
        Assert.Equal([MoneySource.SupplementaryInsurance, MoneySource.SupplementaryInsurance, MoneySource.Programme],
            life.Decided(life.Care(12, 3), life.Care(20, 3), life.Care(21, 3)).Lines.Select(l => l.Outcome.Source));
    }

    [Fact]
    public void Goes_before_a_late_start_where_both_could_pay()
    {
        var life = Late(Born.AddDays(10), new(Hours(15), null)).Extended();
        Assert.Equal(MoneySource.ExtendedZvw, life.Outcome(life.Care(11, 3), life.Each(8..10, 3)).Source);
    }

    private static FamilyLife Late(DateOnly home, LateStartCover cover) =>
        Usual.Child(new(Born, null, true, null, home)) with { Covers = [new(new(new(2020, 1, 1), null), "Aanvullend", null, cover)] };
}
