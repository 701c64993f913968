namespace Flex.Domain.Funding;

/// <summary>Counts what supplementary policies have paid of the own contribution.</summary>
internal static class CoveredContribution
{
    /// <summary>The first policy that pays the contribution of one quarter on a day, which is then taken from its amount; -1 when none does.</summary>
    /// <remarks>A quarter costs the tariff per hour in cents when counted in quarters of a cent. Without a tariff nothing can be taken from an amount.</remarks>
    public static sbyte Take(IReadOnlyList<SupplementaryCover> covers, DayOfLife day, ref SpentSoFar spent)
    {
        for (var i = 0; i < covers.Count; i++)
        {
            if (covers[i].Contribution is { } pays && covers[i].Period.Contains(day.Day) && (pays.AtMost is not { } most || Fits(most.Value * 4, i, covers.Count, day, ref spent)))
            {
                return (sbyte)i;
            }
        }

        return -1;
    }

    private static bool Fits(long most, int cover, int covers, DayOfLife day, ref SpentSoFar spent)
    {
        spent.Covered ??= new long[covers];
        if (day.Rate is not { } rate || spent.Covered[cover] + rate.PerHour.Value > most)
        {
            return false;
        }

        spent.Covered[cover] += rate.PerHour.Value;
        return true;
    }
}
