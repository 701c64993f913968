namespace Flex.Domain.Funding;

/// <summary>Counts what a policy for care that starts late has paid.</summary>
internal static class LateStart
{
    /// <summary>Takes one quarter on a day; false, and nothing taken, when hours or days are used up.</summary>
    public static bool Take(LateStartCover cover, int day, ref SpentSoFar spent)
    {
        var days = spent.LateDays + (spent.LastLate == day ? 0 : 1);
        if (spent.Late >= cover.AtMost.Count || days > cover.Days)
        {
            return false;
        }

        (spent.Late, spent.LateDays, spent.LastLate) = (spent.Late + 1, days, day);
        return true;
    }
}
