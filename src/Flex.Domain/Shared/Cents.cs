namespace Flex.Domain.Shared;

/// <summary>An amount of money in whole euro cents; may be negative for a correction.</summary>
public readonly record struct Cents(long Value)
{
    /// <summary>Adds two amounts; throws on overflow.</summary>
    public static Cents operator +(Cents left, Cents right) => new(checked(left.Value + right.Value));
}
