using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>A supplementary policy of the family, or a municipality's collective one, with what it pays; asked before anything is waived.</summary>
/// <param name="Contribution">What it pays of the own contribution; null when nothing.</param>
/// <param name="LateStart">What it pays of care that starts late; null when nothing.</param>
public sealed record SupplementaryCover(DateRange Period, string Name, ContributionCover? Contribution, LateStartCover? LateStart);

/// <summary>The own contribution, all of it or up to an amount per birth.</summary>
/// <remarks>A quarter of an hour of which only a part is left in the amount is not paid by it: each quarter has one payer.</remarks>
public sealed record ContributionCover(Cents? AtMost);

/// <summary>Care at home for a baby that came home after the regular days (uitgestelde kraamzorg).</summary>
/// <param name="AtMost">Hours; often 15.</param>
/// <param name="Days">Days with care, not necessarily one after the other; null when there is no such limit.</param>
public sealed record LateStartCover(Quarters AtMost, int? Days);
