namespace Flex.Domain.CareHours;

/// <summary>
/// What the programme's average of hours per family will come to: closed families as they were, open ones as closed families made of their plans,
/// but never less than they used. In hundredths of an hour, whole numbers throughout.
/// </summary>
/// <param name="Now">The average of what was used so far.</param>
/// <param name="Expected">The average when every open family is done.</param>
/// <param name="Band">Between which it will come with nine chances in ten; null while too few families are closed to say.</param>
public readonly record struct HoursForecast(int Now, int Expected, ForecastBand? Band)
{
    /// <summary>The fewest closed families from which a band is computed. An assumption of this project.</summary>
    public const int LeastHistory = 10;

    /// <summary>The forecast, or null when there is no family.</summary>
    public static HoursForecast? Of(IReadOnlyList<FamilyHours> families)
    {
        if (families.Count == 0)
        {
            return null;
        }

        var history = PlanHistory.Of(families.Where(f => f.Closed));
        var expected = families.Sum(f => f.Closed ? f.Used.Count : Math.Max(f.Used.Count, history.Expected(f.Planned.Count)));
        var used = families.Sum(f => (long)f.Used.Count);
        return new(Hundredths(used, families.Count), Hundredths(expected, families.Count), history.Families < LeastHistory ? null : Around(families, history, expected, used));
    }

    /// <summary>What a new plan does to the expected average, in hundredths of an hour.</summary>
    public static int Effect(IReadOnlyList<FamilyHours> families, FamilyHours added) =>
        (Of([.. families, added])?.Expected ?? 0) - (Of(families)?.Expected ?? 0);

    private static ForecastBand Around(IReadOnlyList<FamilyHours> families, PlanHistory history, long expected, long used)
    {
        var open = families.Where(f => !f.Closed).ToList();
        var margin = history.Margin(open.Count, open.Sum(f => (long)f.Planned.Count));
        return new(Hundredths(Math.Max(used, expected - margin), families.Count), Hundredths(expected + margin, families.Count));
    }

    // A quarter is 25 hundredths; half a hundredth up.
    private static int Hundredths(long quarters, int families) => (int)(((quarters * 50) + families) / (2 * families));
}

/// <summary>From and to, in hundredths of an hour.</summary>
public readonly record struct ForecastBand(int Low, int High);
