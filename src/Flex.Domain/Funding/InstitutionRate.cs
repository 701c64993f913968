using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>The own contribution in an institution without medical grounds, per person per day (Regeling zorgverzekering art. 2.36); mother and child are two.</summary>
/// <remarks>What the institution asks above the maximum comes on top and is not known here.</remarks>
public sealed record InstitutionRate(DateRange Period, Cents PerPersonPerDay, string Source)
{
    /// <summary>What days in an institution cost a number of persons, each day by its own tariff; null when a day has none.</summary>
    public static Cents? Of(IReadOnlyList<InstitutionRate> rates, IEnumerable<DateOnly> days, int persons)
    {
        var total = new Cents(0);
        foreach (var day in days)
        {
            if (rates.FirstOrDefault(r => r.Period.Contains(day)) is not { } rate)
            {
                return null;
            }

            total += new Cents(checked(rate.PerPersonPerDay.Value * persons));
        }

        return total;
    }
}
