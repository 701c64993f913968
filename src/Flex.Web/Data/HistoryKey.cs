using System.Globalization;

namespace Flex.Web.Data;

/// <summary>Behind which line a page of a history begins, newest first.</summary>
internal sealed record HistoryKey(DateTimeOffset At, Guid Id)
{
    /// <summary>Before every line.</summary>
    public static HistoryKey Newest { get; } = new(DateTimeOffset.MaxValue, new Guid(Enumerable.Repeat((byte)0xFF, 16).ToArray()));

    /// <summary>Before every line of a list that begins with the oldest.</summary>
    public static HistoryKey Oldest { get; } = new(DateTimeOffset.MinValue, Guid.Empty);

    /// <summary>The key as it stands in an address: an instant in microseconds and the line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks / TimeSpan.TicksPerMicrosecond}_{Id}");

    /// <summary>The key in an address; null when it is none.</summary>
    public static HistoryKey? Parse(string text) =>
        text.Split('_') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros <= DateTimeOffset.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond
            && Guid.TryParse(id, out var line) ? new(new(micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), line) : null;
}
