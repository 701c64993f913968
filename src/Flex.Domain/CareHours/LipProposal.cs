using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What the protocol comes to for one family; who indicates decides.</summary>
/// <param name="Package">Before days in hospital are taken off: never below the minimum, never above the most.</param>
/// <param name="Hours">What is left of it at home.</param>
/// <param name="Days">Over how many days it is given, counted from the day of birth; days in hospital count.</param>
/// <param name="Bounded">The grounds came to less than the minimum or more than the most.</param>
public readonly record struct LipProposal(Quarters Package, Quarters Hours, int Days, bool Bounded)
{
    /// <summary>Computes it; throws on a ground that the terms do not have.</summary>
    /// <remarks>The minimum bounds the package and not what is left after a stay: the stay was care too, given elsewhere.</remarks>
    public static LipProposal Of(LipTerms terms, bool breastFed, IEnumerable<string> grounds, int stayDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stayDays);
        var basic = breastFed ? terms.BasicBreast : terms.BasicBottle;
        var asked = basic.Count + grounds.Distinct(StringComparer.Ordinal).Sum(code => terms.Adjustments.Single(a => a.Code == code).Quarters);
        var package = Math.Clamp(asked, terms.Minimum.Count, terms.Most.Count);
        var off = stayDays * (breastFed ? terms.StayBreast : terms.StayBottle).Count;
        return new(new(package), new(Math.Max(0, package - off)), package > basic.Count ? terms.MostDays : terms.BasicDays, package != asked);
    }

    /// <summary>The days on which some care is given, but less than the least: a warning, never added hours.</summary>
    public static IReadOnlyList<DateOnly> ThinDays(LipTerms terms, IEnumerable<(DateOnly Day, Quarters Care)> given) =>
        [.. given.GroupBy(g => g.Day, g => g.Care.Count).Where(d => d.Sum() is > 0 and var care && care < terms.LeastPerDay.Count).Select(d => d.Key).Order()];
}
