using Flex.Domain.Funding;
using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>A contact that is there already, with who gave it.</summary>
/// <param name="Own">Given by who registers now.</param>
public sealed record OtherContact(QuarterHour From, QuarterHour Until, string Caregiver, bool Own);

/// <summary>What of a family decides whether a contact can be registered.</summary>
/// <param name="Life">Its birth, when there is one.</param>
/// <param name="LastDay">The last day of care of the programme; null before the birth.</param>
/// <param name="Others">The contacts that stand, without the one that is corrected.</param>
public sealed record ContactContext(FamilyLife Life, DateOnly? LastDay, IReadOnlyList<OtherContact> Others)
{
    /// <summary>Hours without times that the same caregiver registered, per day.</summary>
    public IReadOnlyList<(DateOnly Day, Quarters Hours)> Untimed { get; init; } = [];
}
