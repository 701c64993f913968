using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What of one family in the programme counts for its average.</summary>
/// <param name="Planned">In the newest plan.</param>
/// <param name="Closed">Its care is over: what was used is what it came to.</param>
public readonly record struct FamilyHours(Quarters Planned, Quarters Used, bool Closed);
