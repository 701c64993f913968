using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>How many hours of regular kraamzorg are indicated as a day sees it.</summary>
internal static class IndicatedHours
{
    /// <summary>Quarters of the indication in force for the whole lying-in, less those of days in hospital; null when nothing was indicated yet.</summary>
    /// <remarks>
    /// Days in hospital before an indication began were known when it was made, and are in it already. A day in hospital takes hours off from
    /// itself on: what was given before it stays as it was.
    /// </remarks>
    public static int? On(FamilyLife life, DateOnly day, DeliveryTime? delivery, CareTerms terms)
    {
        if (InForce(life.Indications, day) is not { } indication)
        {
            return null;
        }

        if (delivery is null || life.Stays.Count == 0)
        {
            return indication.Hours.Count;
        }

        var off = (delivery.BreastFed ? terms.StayWhenBreastFed : terms.StayWhenBottleFed).Count * Days(life.Stays, indication.From > delivery.Day ? indication.From : delivery.Day, day);
        return Math.Max(0, indication.Hours.Count - off);
    }

    private static Indication? InForce(IReadOnlyList<Indication> all, DateOnly day)
    {
        Indication? found = null;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].From <= day && (found is null || After(all[i], found)))
            {
                found = all[i];
            }
        }

        return found;
    }

    private static bool After(Indication one, Indication other) =>
        (one.From, one.Id, one.Hours.Count).CompareTo((other.From, other.Id, other.Hours.Count)) > 0;

    // Each day once, whatever stays overlap.
    private static int Days(IReadOnlyList<HospitalStay> stays, DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            count += stays.Any(s => s.Days.Contains(day)) ? 1 : 0;
        }

        return count;
    }
}
