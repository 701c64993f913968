using Flex.Domain.Shared;

namespace Flex.Domain.CareHours;

/// <summary>What the family said of cover and bills before its contribution is waived. Codes are those of <see cref="CoverCodes"/>.</summary>
/// <param name="Policy">The policy; null exactly when there is none or it is not known.</param>
/// <param name="Paid">What the family paid of the own contribution already; null when nothing.</param>
public sealed record SaidCover(string Covered, SaidPolicy? Policy, string BilledBy, Cents? Paid);

/// <summary>A supplementary policy as typed.</summary>
/// <param name="AtMost">The most it pays of the contribution; null when it pays all or nothing.</param>
/// <param name="LateHours">Hours it pays of care that starts late; null when none.</param>
public sealed record SaidPolicy(string Name, DateOnly From, DateOnly? Until, bool PaysContribution, Cents? AtMost, Quarters? LateHours, int? LateDays);
