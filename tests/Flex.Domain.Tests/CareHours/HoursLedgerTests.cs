using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Flex.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.CareHours;

/// <summary>The hours of one family after regular care.</summary>
public sealed class A_ledger_of_hours
{
    [Fact]
    public void Says_what_is_planned_reserved_used_given_back_and_left()
    {
        var ledger = HoursLedger.Of([Act(1, LedgerKind.Plan, 24), Act(2, LedgerKind.Reserve, 24), Act(3, LedgerKind.GiveBack, 4)], new(40));
        Assert.Equal((24, 24, 10, 4, 10, 0), Hours(ledger));
    }

    [Fact]
    public void Counts_an_act_once_and_follows_the_newest_plan() =>
        Assert.Equal((30, 24, 0, 0, 24, 0), Hours(HoursLedger.Of([Act(4, LedgerKind.Plan, 30), Act(2, LedgerKind.Reserve, 24), Act(2, LedgerKind.Reserve, 24), Act(1, LedgerKind.Plan, 24)], default)));

    [Fact]
    public void Keeps_hours_given_beyond_what_was_reserved_and_marks_them() =>
        Assert.Equal((0, 8, 10, 0, 0, 2), Hours(HoursLedger.Of([Act(1, LedgerKind.Reserve, 8)], new(40))));

    [Fact]
    public void Takes_back_what_was_given_back_when_hours_arrive_late() =>
        Assert.Equal((0, 24, 22, 2, 0, 0), Hours(HoursLedger.Of([Act(1, LedgerKind.Reserve, 24), Act(2, LedgerKind.GiveBack, 10)], new(88))));

    [Fact]
    public void Refuses_what_would_take_it_below_zero()
    {
        var ledger = HoursLedger.Of([Act(1, LedgerKind.Reserve, 24)], new(40));
        Assert.Null(ledger.Refuses(Act(2, LedgerKind.GiveBack, 14)));
        Assert.Equal(LedgerRefusal.MoreThanLeft, ledger.Refuses(Act(2, LedgerKind.GiveBack, 15)));
        Assert.Equal(LedgerRefusal.PlanBelowUsed, ledger.Refuses(Act(2, LedgerKind.Plan, 9)));
        Assert.Null(ledger.Refuses(Act(2, LedgerKind.Plan, 10)));
        Assert.Equal(LedgerRefusal.Nothing, ledger.Refuses(Act(2, LedgerKind.Reserve, 0)));
        Assert.Equal("Er zijn nog 14 uur over. U kunt niet meer teruggeven dan dat.", HoursLedgerText.Of(LedgerRefusal.MoreThanLeft, ledger));
    }

    [Fact]
    public void Balances_in_every_order_and_is_never_below_zero() =>
        Check.One(Seeded.Quick.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var chance = new Random(seed);
            var acts = Enumerable.Range(0, chance.Next(12)).Select(i => Act(i, (LedgerKind)chance.Next(3), chance.Next(30))).ToList();
            var (ledger, again) = (HoursLedger.Of(acts, new(chance.Next(200))), acts.Concat(acts.Take(3)).OrderBy(_ => chance.Next()).ToList());
            return ledger.Reserved.Count + ledger.Beyond.Count == ledger.Used.Count + ledger.GivenBack.Count + ledger.Left.Count && ledger == HoursLedger.Of(again, ledger.Used);
        }));

    private static (int, int, int, int, int, int) Hours(HoursLedger l) => (l.Planned.Count / 4, l.Reserved.Count / 4, l.Used.Count / 4, l.GivenBack.Count / 4, l.Left.Count / 4, l.Beyond.Count / 4);

    private static LedgerAct Act(int id, LedgerKind kind, int hours) => new(new Guid(id, 0, 0, new byte[8]), kind, new(hours * 4));
}
