namespace Flex.Domain.Shared;

/// <summary>The calendar and the clock on the wall in Europe/Amsterdam: which day an instant lies on, and which instant a clock meant.</summary>
public static class Amsterdam
{
    /// <summary>The zone, from the time zone data of the machine.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day on the calendar on which a quarter of an hour begins.</summary>
    public static DateOnly DayOf(QuarterHour quarter) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(quarter.Start, Zone).DateTime);

    /// <summary>The first quarter of a day: midnight, which the clock in Amsterdam never skips or repeats.</summary>
    public static QuarterHour FirstOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return QuarterHour.Holding(new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)));
    }

    /// <summary>How many quarters a day has: 96, and 92 or 100 when the clock changes.</summary>
    public static Quarters In(DateOnly day) => new(FirstOf(day.AddDays(1)).Index - FirstOf(day).Index);

    /// <summary>
    /// The instants at which the clock showed a time on a day, first to last: none in the hour that is skipped in March, two in the hour that
    /// is repeated in October, else one. Which of two was meant is asked, not guessed.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        return Zone.IsInvalidTime(wall) ? []
            : Zone.IsAmbiguousTime(wall) ? [.. Zone.GetAmbiguousTimeOffsets(wall).OrderDescending().Select(o => new DateTimeOffset(wall, o))]
            : [new DateTimeOffset(wall, Zone.GetUtcOffset(wall))];
    }
}
