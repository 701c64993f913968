using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>The statutory own contribution for kraamzorg at home, by the tariff of the day of care (Regeling zorgverzekering art. 2.36).</summary>
public static class OwnContribution
{
    /// <summary>The amount for one contact in whole cents, half a cent rounded up, or the refusal when the day has no tariff.</summary>
    /// <remarks>
    /// Rounded per contact, because that is the line a family sees and an insurer settles: the lines then add up to the
    /// total. The regulation names an amount per hour and no rounding; half up is a choice of this project.
    /// The day of care counts and not the day of birth: a family around New Year has two tariffs.
    /// </remarks>
    public static OwnContributionResult Of(IReadOnlyList<OwnContributionRate> rates, DateOnly day, Quarters care) =>
        RateOn(rates, day) is { } rate
            ? new(Round(checked(care.Count * rate.PerHour.Value)), rate, Refusal: null)
            : new(Amount: null, Rate: null, OwnContributionRefusal.NoRateForDay);

    /// <summary>The tariff of a day, or null when none is known; that periods do not overlap is checked when they are read.</summary>
    public static OwnContributionRate? RateOn(IReadOnlyList<OwnContributionRate> rates, DateOnly day) =>
        rates.FirstOrDefault(r => r.Period.Contains(day));

    private static Cents Round(long quarterCents) => new((quarterCents + 2) / 4);
}

/// <summary>An amount with the tariff it rests on, or why there is none.</summary>
public readonly record struct OwnContributionResult(Cents? Amount, OwnContributionRate? Rate, OwnContributionRefusal? Refusal);

/// <summary>Why no own contribution can be computed.</summary>
public enum OwnContributionRefusal
{
    /// <summary>No tariff is known for the day of care.</summary>
    NoRateForDay,
}
