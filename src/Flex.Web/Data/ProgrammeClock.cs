using Flex.Domain.Shared;

namespace Flex.Web.Data;

/// <summary>
/// Two clocks that are never mixed: programme time (<see cref="Today"/>, which --time moves) for effective days,
/// and real time (<see cref="Real"/>) for sessions, the log and identities.
/// </summary>
internal sealed class ProgrammeClock(TimeProvider real, DateOnly? startAt = null)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private readonly int shift = startAt is { } day ? day.DayNumber - Local(real).DayNumber : 0;

    public TimeProvider Real => real;

    /// <summary>Today in the programme, in Amsterdam.</summary>
    public DateOnly Today => Local(real).AddDays(shift);

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

    private static DateOnly Local(TimeProvider time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Amsterdam).DateTime);
}
