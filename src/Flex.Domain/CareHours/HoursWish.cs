using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What a mother wants: the hours she would take if she paid, and those she wants now that she need not; none is an answer too.</summary>
/// <param name="IfPaying">Null when it was not asked.</param>
/// <param name="Now">Null when it was not asked.</param>
/// <param name="Reason">In her words.</param>
public sealed record HoursWish(Quarters? IfPaying, Quarters? Now, string? Reason)
{
    /// <summary>What waiving the contribution does, in quarters of an hour; negative when she wants fewer, null when one was not asked.</summary>
    public int? Effect => Now?.Count - IfPaying?.Count;
}
