using System.Globalization;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>When a contact was, as the clock in Amsterdam showed it.</summary>
public static class ContactWords
{
    /// <summary>"14-05-2023 9:00 tot 12:30", with a second day when it went on past midnight.</summary>
    public static string When(QuarterHour from, QuarterHour until)
    {
        var (begin, end) = (Wall(from), Wall(until));
        var (first, last) = (DateOnly.FromDateTime(begin), DateOnly.FromDateTime(end));
        return $"{Dutch.Day(first)} {Time(begin)} tot {(last == first ? "" : Dutch.Day(last) + " ")}{Time(end)}";
    }

    /// <summary>"9:00 tot 12:30".</summary>
    public static string Times(QuarterHour from, QuarterHour until) => $"{Time(Wall(from))} tot {Time(Wall(until))}";

    /// <summary>The time on the clock, "9:00".</summary>
    public static string Time(QuarterHour quarter) => Time(Wall(quarter));

    private static DateTime Wall(QuarterHour quarter) => TimeZoneInfo.ConvertTime(quarter.Start, Amsterdam.Zone).DateTime;

    private static string Time(DateTime wall) => wall.ToString("H:mm", CultureInfo.InvariantCulture);
}
