namespace Flex.Domain.Shared;

/// <summary>A value that holds in a period.</summary>
public sealed record Dated<T>(DateRange Period, T Value);

/// <summary>Looking up what held on a day.</summary>
public static class DatedValues
{
    /// <summary>The value of a day, or null where none is known; that periods do not overlap is checked where they are read, and of two the later first day counts.</summary>
    public static Dated<T>? On<T>(this IReadOnlyList<Dated<T>> values, DateOnly day)
    {
        Dated<T>? found = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Period.Contains(day) && (found is null || values[i].Period.First > found.Period.First))
            {
                found = values[i];
            }
        }

        return found;
    }
}
