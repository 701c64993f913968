using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Xunit;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>What moves when a fact, an hour or a rule changes.</summary>
public sealed class Deciding_anew
{
    private static readonly FamilyLife Life = BornOn(new(2023, 12, 27));
    private static readonly CareContact[] Care = [.. Life.Each(1..9, 4), Life.Care(20, 3)];

    [Fact]
    public void Moves_nothing_when_nothing_changed() => Assert.True(Between(Life, Life).IsEmpty);

    [Fact]
    public void Moves_nothing_when_newer_data_say_the_same()
    {
        var (before, again) = (Life.Decided(Care), Payer.Decide(Life, Care, Rules with { Version = "later", Contributions = [.. Rules.Contributions.Select(r => r with { Source = "beter gelezen" })] }));
        Assert.True(Redecision.Between(before, again).IsEmpty);
        Assert.Equal(before.Lines, Redecision.Between(before, again).On(before).Lines);
    }

    [Fact]
    public void Moves_the_days_of_a_changed_tariff_alone()
    {
        var dearer = Rules with { Version = "later", Contributions = [.. Rules.Contributions.Select(r => r.Period.First.Year == 2024 ? r with { PerHour = new(520) } : r)] };
        var moved = Redecision.Between(Life.Decided(Care), Payer.Decide(Life, Care, dearer));
        Assert.Equal([6, 7, 8, 9], moved.Withdrawn.Select(l => l.Number!.Value));
        Assert.Equal([(2040L, 2080L), (2040, 2080), (2040, 2080), (2040, 2080)], moved.Withdrawn.Zip(moved.Added, (w, a) => (w.Contribution!.Value.Value, a.Contribution!.Value.Value)));
        Assert.All(moved.Added, l => Assert.Equal("betaler-1/later", l.RuleVersion));
    }

    [Fact]
    public void Moves_the_days_of_another_insurer_alone()
    {
        var switched = Life with { Insurers = [new(new(new(2020, 1, 1), new(2023, 12, 31)), new("Een", "een")), new(new(new(2024, 1, 1), null), new("Twee", "twee"))] };
        var moved = Between(Life, switched);
        Assert.Equal([6, 7, 8, 9, 20], moved.Added.Select(l => l.Number!.Value));
        Assert.All(moved.Added, l => Assert.Equal("twee", l.Insurer!.Concern));
        Assert.Equal(moved.Withdrawn.Select(l => (l.Outcome, l.Contribution)), moved.Added.Select(l => (l.Outcome, l.Contribution)));
    }

    [Fact]
    public void Moves_a_day_over_the_edge_when_the_birth_was_a_day_earlier()
    {
        // What was day 10 becomes day 11; every line gets another number, and one another payer.
        CareContact[] care = [.. Life.Each(8..10, 2)];
        var earlier = Life with { Birth = Life.Birth! with { Children = [Life.Birth.Children[0] with { BornOn = new(2023, 12, 26) }] } };
        var moved = Redecision.Between(Life.Decided(care), earlier.Decided(care));
        Assert.Equal([(8, MoneySource.RegularZvw), (9, MoneySource.RegularZvw), (10, MoneySource.RegularZvw)], moved.Withdrawn.Select(l => (l.Number!.Value, l.Outcome.Source)));
        Assert.Equal([(9, MoneySource.RegularZvw), (10, MoneySource.RegularZvw), (11, MoneySource.Programme)], moved.Added.Select(l => (l.Number!.Value, l.Outcome.Source)));
    }

    [Fact]
    public void Moves_later_hours_when_an_earlier_one_is_corrected()
    {
        // 16 hours indicated for day 6 to 9: two hours more on day 6 leave two fewer on day 9.
        var life = Life.Indicated(16);
        CareContact[] care = [.. life.Each(6..9, 4)];
        var correction = care[0] with { Id = Id("correctie"), Length = Hours(6), Replaces = care[0].Id };
        var moved = Redecision.Between(life.Decided(care), life.Decided([.. care, correction]));
        Assert.Equal([(care[0].Id, 16), (care[3].Id, 16)], moved.Withdrawn.Select(l => (l.Contact, l.Length.Count)));
        Assert.Equal([(correction.Id, MoneySource.RegularZvw, 24), (care[3].Id, MoneySource.RegularZvw, 8), (care[3].Id, MoneySource.Programme, 8)], moved.Added.Select(l => (l.Contact, l.Outcome.Source, l.Length.Count)));
    }

    [Fact]
    public void Is_refused_on_a_decision_that_it_is_not_about() =>
        Assert.Throws<ArgumentException>(() => Between(Life, Life.OnlyIn(2)).On(new([])));

    private static Redecision Between(FamilyLife before, FamilyLife after) => Redecision.Between(before.Decided(Care), after.Decided(Care));
}
