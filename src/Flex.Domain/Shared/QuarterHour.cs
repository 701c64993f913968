namespace Flex.Domain.Shared;

/// <summary>One quarter of an hour: the instant at which it begins, in whole quarters since 1970-01-01T00:00Z. An amount of care is <see cref="Quarters"/>.</summary>
/// <remarks>The hour that the clock shows twice in October is eight different quarters; offsets in Amsterdam are whole hours, so none is cut in two.</remarks>
public readonly record struct QuarterHour(int Index)
{
    private const long Ticks = 15 * TimeSpan.TicksPerMinute;

    /// <summary>The instant at which it begins.</summary>
    public DateTimeOffset Start => DateTimeOffset.UnixEpoch.AddTicks(Ticks * Index);

    /// <summary>The quarter that begins at an instant; null when none does, or outside the years that a number holds.</summary>
    public static QuarterHour? Beginning(DateTimeOffset at) => Holding(at) is { } quarter && quarter.Start == at ? quarter : null;

    /// <summary>The quarter in which an instant lies; throws beyond the years that a number holds.</summary>
    public static QuarterHour Holding(DateTimeOffset at)
    {
        var (whole, rest) = Math.DivRem((at - DateTimeOffset.UnixEpoch).Ticks, Ticks);
        return new(checked((int)(rest < 0 ? whole - 1 : whole)));
    }

    /// <summary>So many quarters later, or earlier.</summary>
    public QuarterHour Plus(int quarters) => new(checked(Index + quarters));
}
