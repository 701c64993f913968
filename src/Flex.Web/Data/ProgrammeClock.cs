using Flex.Domain.Shared;

namespace Flex.Web.Data;

/// <summary>
/// Two clocks that are never mixed: programme time (<see cref="Today"/>, which --time moves) for effective days,
/// and real time (<see cref="Real"/>) for sessions, the log and identities.
/// </summary>
/// <param name="startAt">The programme's day at the start, or null for the real one.</param>
/// <param name="livedThrough">True when what lies after <see cref="Today"/> is not shown yet (--time was asked for).</param>
internal sealed class ProgrammeClock(TimeProvider real, DateOnly? startAt = null, bool livedThrough = true)
{
    private readonly int shift = startAt is { } day ? day.DayNumber - Local(real).DayNumber : 0;

    public TimeProvider Real => real;

    /// <summary>Today in the programme, in Amsterdam.</summary>
    public DateOnly Today => Local(real).AddDays(shift);

    /// <summary>The programme's day where it is not the real one; null where both clocks tell the same day.</summary>
    public DateOnly? DemoDay => shift == 0 ? null : Today;

    /// <summary>Up to which day lists and figures look: today, or everything recorded when the demonstration merely stands still in the pilot.</summary>
    public DateOnly AsOf => livedThrough ? Today : Local(real);

    /// <summary>Whether the programme's day is another than that on the wall.</summary>
    public bool IsElsewhere => shift != 0;

    /// <summary>The programme's day when something was recorded. A demonstration that stands still began on the same day each time.</summary>
    public DateOnly DayThen(DateTimeOffset at)
    {
        var then = DayOf(at).AddDays(shift);
        return startAt is { } start && start > then ? start : then;
    }

    /// <summary>Now on the real clock, in whole microseconds as the database keeps them.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = real.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>A new identity whose time part is the real clock.</summary>
    public Guid NewId() => Guid.CreateVersion7(real.GetUtcNow());

    public DossierId NewDossier() => DossierId.New(real.GetUtcNow());

    /// <summary>An instant as the clock on the wall in Amsterdam shows it.</summary>
    public static DateTimeOffset InAmsterdam(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam.Zone);

    /// <summary>The day of an instant on the calendar in Amsterdam.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(InAmsterdam(at).DateTime);

    private static DateOnly Local(TimeProvider time) => DayOf(time.GetUtcNow());
}
