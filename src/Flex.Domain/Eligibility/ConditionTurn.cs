using Flex.Domain.Programmes;

namespace Flex.Domain.Eligibility;

/// <summary>A condition whose answer is another one: what it was, or null when it was not asked; what it would be, or null when it is no longer asked.</summary>
public readonly record struct ConditionTurn(ConditionKind Kind, Reason? Then, Reason? Now);
