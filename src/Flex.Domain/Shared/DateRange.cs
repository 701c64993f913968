namespace Flex.Domain.Shared;

/// <summary>A period in whole days, both ends inclusive; a null end is open.</summary>
/// <remarks>Throws when the last day lies before the first.</remarks>
public readonly record struct DateRange
{
    /// <summary>Makes the period from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public DateRange(DateOnly first, DateOnly? last)
    {
        if (last < first)
        {
            throw new ArgumentException($"A period cannot end ({last:O}) before it begins ({first:O}).", nameof(last));
        }

        First = first;
        Last = last;
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, or null when the period is open.</summary>
    public DateOnly? Last { get; }

    /// <summary>Says whether <paramref name="day"/> lies in the period.</summary>
    public bool Contains(DateOnly day) => day >= First && (Last is not { } last || day <= last);

    /// <summary>Says whether the two periods share a day.</summary>
    public bool Overlaps(DateRange other) =>
        (Last is not { } last || other.First <= last) && (other.Last is not { } end || First <= end);
}
