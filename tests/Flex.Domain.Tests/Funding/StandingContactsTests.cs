using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Xunit;
using static Flex.Domain.Tests.Funding.ALife;

namespace Flex.Domain.Tests.Funding;

/// <summary>The same act twice, corrections, and colleagues at one time.</summary>
public sealed class Contacts_that_arrive
{
    private static readonly CareContact Given = Make(1, 3), Longer = Make(2, 4, replaces: 1), Shorter = Make(3, 2, replaces: 2), Other = Make(4, 1, replaces: 1), Back = Make(5, 0, replaces: 1);

    [Fact]
    public void Count_once_when_they_arrive_twice() => Assert.Equal([Given], StandingContacts.Of([Given, Given with { }]));

    [Fact]
    public void Are_refused_when_one_id_says_two_things() => Assert.Throws<ArgumentException>(() => StandingContacts.Of([Given, Given with { Length = new(1) }]));

    [Fact]
    public void Give_way_to_their_correction_and_that_to_its_own()
    {
        Assert.Equal([Longer], StandingContacts.Of([Given, Longer]));
        Assert.Equal([Shorter], StandingContacts.Of([Shorter, Longer, Given]));
        Assert.Empty(StandingContacts.Of([Given, Back]));
    }

    [Fact]
    public void Follow_the_later_made_of_two_corrections() => Assert.Equal([Other], StandingContacts.Of([Longer, Other, Shorter, Given]));

    [Fact]
    public void Stand_when_what_they_correct_did_not_arrive_yet() => Assert.Equal([Longer], StandingContacts.Of([Longer]));

    [Fact]
    public void Of_two_colleagues_at_one_time_both_cost_hours()
    {
        // 24 hours indicated, 22 used: two hours are left for four given by two people from 9 to 11.
        var life = Usual.Indicated(24);
        var (one, other) = (life.Care(8, 2), life.Care(8, 2) with { Id = Id("collega") });
        var decision = life.Decided([.. life.Each(1..7, 3), life.Care(7, 1, "20:00"), one, other]);
        Assert.Equal([(one.Id, MoneySource.RegularZvw, 4), (other.Id, MoneySource.RegularZvw, 4), (one.Id, MoneySource.Programme, 4), (other.Id, MoneySource.Programme, 4)],
            decision.Lines.Where(l => l.Number == 8).OrderBy(l => l.Outcome.Source).ThenBy(l => l.Contact == other.Id).Select(l => (l.Contact, l.Outcome.Source, l.Length.Count)));
        Assert.Equal(2, decision.At(one.From).Count());
    }

    private static CareContact Make(int id, decimal hours, int? replaces = null) =>
        new(Numbered(id), new(1_900_000), Hours(hours), CareSetting.AtHome, replaces is { } number ? Numbered(number) : null);

    private static Guid Numbered(int number) => new(number, 0, 0, new byte[8]);
}
