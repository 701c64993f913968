using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>Refusals of the ledger in Dutch.</summary>
public static class HoursLedgerText
{
    /// <summary>Why an act on this ledger cannot be, and what then.</summary>
    public static string Of(LedgerRefusal refusal, HoursLedger ledger) => refusal switch
    {
        LedgerRefusal.Nothing => "Vul een aantal uren in van 0,25 of meer.",
        LedgerRefusal.MoreThanLeft => $"Er zijn nog {Dutch.Hours(ledger.Left)} uur over. U kunt niet meer teruggeven dan dat.",
        LedgerRefusal.PlanBelowUsed => $"Er zijn al {Dutch.Hours(ledger.Used)} uur gegeven. Een plan kan niet kleiner zijn dan dat.",
    };
}
