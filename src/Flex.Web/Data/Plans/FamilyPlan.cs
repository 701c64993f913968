using Flex.Domain.CareHours;
using Flex.Domain.Plans;

namespace Flex.Web.Data.Plans;

/// <summary>Everything stored of a family's plan in one pillar, in the order in which it was written.</summary>
/// <param name="Used">Quarters given that the pillar pays, with and without times.</param>
public sealed record FamilyPlan(IReadOnlyList<PlanRow> Plans, IReadOnlyList<GoalRow> Goals, IReadOnlyList<BookingRow> Bookings, IReadOnlyList<ReviewRow> Reviews, int Used)
{
    /// <summary>The plan that counts.</summary>
    public PlanRow? Current => Plans.LastOrDefault(p => p.Holds);

    /// <summary>The plan that waits for an approval.</summary>
    public PlanRow? Waiting => Plans.LastOrDefault(p => p.State == "wacht");

    /// <summary>Somebody waits for other help.</summary>
    public bool Bridges => Goals.Any(g => g.Kind == PlanCodes.Bridging);

    /// <summary>As it was before an act, to look at the act as it was looked at then.</summary>
    public FamilyPlan Without(Guid act) => this with
    {
        Plans = [.. Plans.Where(p => p.Id != act)],
        Goals = [.. Goals.Where(g => g.Id != act)],
        Bookings = [.. Bookings.Where(b => b.Id != act)],
        Reviews = [.. Reviews.Where(r => r.Id != act)],
    };

    /// <summary>The ledger: planned, reserved, used and given back.</summary>
    public HoursLedger Ledger => HoursLedger.Of(
        [
            .. Current is { } plan ? [new LedgerAct(plan.Id, LedgerKind.Plan, new(plan.Quarters))] : Array.Empty<LedgerAct>(),
            .. Bookings.Select(b => new LedgerAct(b.Id, b.Kind == PlanCodes.Reserve ? LedgerKind.Reserve : LedgerKind.GiveBack, new(b.Quarters))),
        ],
        new(Used));
}
