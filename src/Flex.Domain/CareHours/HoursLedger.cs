using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>The hours of one family in the programme after regular care. Nothing in it is ever below zero, whoever does what in whatever order.</summary>
/// <param name="Planned">In the newest plan.</param>
/// <param name="Reserved">Set apart for the family.</param>
/// <param name="Used">Given and paid by the programme.</param>
/// <param name="Returned">What somebody gave back.</param>
public readonly record struct HoursLedger(Quarters Planned, Quarters Reserved, Quarters Used, Quarters Returned)
{
    /// <summary>Reserved and not used or given back.</summary>
    public Quarters Left => new(Math.Max(0, Reserved.Count - Used.Count - Returned.Count));

    /// <summary>Used without having been reserved: kept and marked, for somebody to look at.</summary>
    public Quarters Beyond => new(Math.Max(0, Used.Count - Reserved.Count));

    /// <summary>Given back and not used after all: hours that arrive late take back what was given back.</summary>
    public Quarters GivenBack => new(Math.Min(Returned.Count, Math.Max(0, Reserved.Count - Used.Count)));

    /// <summary>The ledger of acts as a set: the same act twice is once, in any order.</summary>
    public static HoursLedger Of(IEnumerable<LedgerAct> acts, Quarters used)
    {
        var once = acts.DistinctBy(a => a.Id).ToList();
        var plan = once.Where(a => a.Kind == LedgerKind.Plan).MaxBy(a => a.Id);
        return new(plan?.Hours ?? default, Sum(once, LedgerKind.Reserve), used, Sum(once, LedgerKind.GiveBack));
    }

    /// <summary>Why an act cannot be; null when it can. Care that was given is never refused.</summary>
    public LedgerRefusal? Refuses(LedgerAct act) => act.Kind switch
    {
        LedgerKind.Plan => act.Hours.Count < Used.Count ? LedgerRefusal.PlanBelowUsed : null,
        LedgerKind.Reserve => act.Hours.Count == 0 ? LedgerRefusal.Nothing : null,
        LedgerKind.GiveBack => act.Hours.Count == 0 ? LedgerRefusal.Nothing : act.Hours.Count > Left.Count ? LedgerRefusal.MoreThanLeft : null,
    };

    private static Quarters Sum(List<LedgerAct> acts, LedgerKind kind) => new(acts.Where(a => a.Kind == kind).Sum(a => a.Hours.Count));
}
