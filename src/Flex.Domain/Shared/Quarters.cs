using System.Text.Json.Serialization;

namespace Flex.Domain.Shared;

/// <summary>An amount of care in whole quarters of an hour; never negative. 30 quarters is 7,5 hours.</summary>
public readonly record struct Quarters
{
    // Without it what was written in the journal is read back as nothing: of a struct the empty constructor is taken.
    /// <summary>Takes a number of quarter-hours; throws when it is negative.</summary>
    [JsonConstructor]
    public Quarters(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>The number of quarter-hours.</summary>
    public int Count { get; }

    /// <summary>The same amount in hours.</summary>
    public decimal Hours => Count / 4m;

    /// <summary>Whole quarters in <paramref name="hours"/>, or null when it is negative, not a multiple of 0.25 or above 10,000.</summary>
    public static Quarters? FromHours(decimal hours) =>
        hours is >= 0 and <= 10_000 && hours * 4 % 1 == 0 ? new Quarters((int)(hours * 4)) : null;

    /// <summary>Adds two amounts.</summary>
    public static Quarters operator +(Quarters left, Quarters right) => new(left.Count + right.Count);

}
