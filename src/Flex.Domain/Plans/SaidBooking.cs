using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Domain.Shared;

namespace Flex.Domain.Plans;

/// <summary>Hours that somebody reserves or gives back.</summary>
/// <param name="Kind">A code of <see cref="PlanCodes.Bookings"/>.</param>
public sealed record SaidBooking(string Kind, Quarters Hours, string? Because)
{
    private const int LongestReason = 2_000;

    /// <summary>Reads a posted booking; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static SaidBooking? Parse(FieldReader read, HoursLedger ledger)
    {
        var kind = read.Code("boeking", PlanCodes.Bookings, null);
        var hours = HoursField.Read(read, "uren", least: 1);
        if (hours is null && read.Text("uren") is null)
        {
            read.Wrong("uren", HoursLedgerText.Of(LedgerRefusal.Nothing, ledger));
        }

        var said = new SaidBooking(kind, hours ?? default, read.Note("reden", LongestReason));
        if (hours is not null && kind.Length > 0 && Refused(ledger, said) is { } why)
        {
            read.Wrong("uren", why);
        }

        return read.Problems.Count == 0 ? said : null;
    }

    // The ledger itself bears any reservation; more than is planned would go around who approves a plan.
    private static string? Refused(HoursLedger ledger, SaidBooking said) =>
        ledger.Refuses(new(Guid.Empty, said.Kind == PlanCodes.Reserve ? LedgerKind.Reserve : LedgerKind.GiveBack, said.Hours)) is { } refusal ? HoursLedgerText.Of(refusal, ledger)
        : said.Kind == PlanCodes.Reserve && ledger.Reserved.Count - ledger.GivenBack.Count + said.Hours.Count > ledger.Planned.Count
            ? $"Er zijn {Dutch.Hours(ledger.Planned)} uur gepland en al {Dutch.Hours(new(ledger.Reserved.Count - ledger.GivenBack.Count))} uur gereserveerd. Maak eerst een groter plan."
        : null;
}
