using Flex.Domain.Programmes;

namespace Flex.Domain.Eligibility;

/// <summary>What the rule says of one dossier and pillar: a proposal with one reason per condition; a professional decides.</summary>
/// <param name="Reasons">In the order of the conditions.</param>
public readonly record struct Assessment(Proposal Proposal, IReadOnlyList<Reason> Reasons);

/// <summary>The answer to one condition with the fact it rests on, as codes and numbers; the text is made elsewhere.</summary>
/// <param name="Condition">Index of the condition in its criteria.</param>
/// <param name="Kind">The kind of the condition.</param>
/// <param name="Answer">Met, not met or unknown.</param>
/// <param name="Code">The fact as a code (classes separated by "|"), or null when unknown or a number.</param>
/// <param name="Via">The provider that took the care over, when that is why it is met.</param>
/// <param name="Number">The fact as a number, or null: a day as yyyymmdd, places, or euro cents.</param>
public readonly record struct Reason(int Condition, ConditionKind Kind, Answer Answer, string? Code, string? Via, long? Number);
