namespace Flex.Domain.Eligibility;

/// <summary>The answer to one condition.</summary>
public enum Answer : byte
{
    /// <summary>A fact is missing.</summary>
    Unknown,

    /// <summary>Fulfilled.</summary>
    Met,

    /// <summary>Not fulfilled.</summary>
    NotMet,
}
