using Flex.Domain.Dossiers;

namespace Flex.Web.Data.Log;

/// <summary>The days of the log that somebody looks at, in Amsterdam; both are in it.</summary>
public sealed record LogPeriod(DateOnly From, DateOnly Until)
{
    /// <summary>That a line lies in the period; its days are the parameters with these numbers. Not a day per line: so that the index by time is used.</summary>
    internal static string Holds(int from, int until) =>
        $"at >= (${from}::date)::timestamp at time zone 'Europe/Amsterdam' and at < (${until}::date + 1)::timestamp at time zone 'Europe/Amsterdam'";

    /// <summary>The period that an address names, from <paramref name="whenEmpty"/> until today where it names none; null when it is none.</summary>
    internal static LogPeriod? Parse(string? from, string? until, DateOnly whenEmpty, ProgrammeClock clock)
    {
        var today = ProgrammeClock.DayOf(clock.Now);
        var first = string.IsNullOrWhiteSpace(from) ? whenEmpty : FieldReader.DayOf(from);
        var last = string.IsNullOrWhiteSpace(until) ? today : FieldReader.DayOf(until);
        return first is { } f && last is { } l && f <= l ? new(f, l) : null;
    }
}
