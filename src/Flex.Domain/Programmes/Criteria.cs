using Flex.Domain.Shared;

namespace Flex.Domain.Programmes;

/// <summary>One published version of the criteria. A published version is finished: a change is a new version.</summary>
/// <param name="Version">Its stable name, stored with every decision.</param>
/// <param name="ValidFrom">First day of application that it judges, or null when the source gives none.</param>
/// <param name="Applied">True for a version that decisions apply; one that is not applied is only kept.</param>
public sealed record CriteriaVersion(string Version, DateOnly? ValidFrom, bool Applied, IReadOnlyList<PillarCriteria> Pillars, string Source);

/// <summary>The conditions for one pillar; all of them count.</summary>
public sealed record PillarCriteria(int Pillar, IReadOnlyList<Condition> Conditions);

/// <summary>One condition: a kind with its parameters; parameters of other kinds are empty.</summary>
/// <param name="Kind">Which question is asked.</param>
/// <param name="Codes">The list for the kinds that compare with a list (class, municipality, concern, provider codes).</param>
/// <param name="Period">The period for <see cref="ConditionKind.AppliedWithin"/>.</param>
/// <param name="Amount">The bound for <see cref="ConditionKind.IncomeAtMost"/>.</param>
public sealed record Condition(ConditionKind Kind, IReadOnlyList<string> Codes, DateRange? Period, Cents? Amount);
