using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;

namespace Flex.Domain.Decisions;

/// <summary>All that a letter may know: it is not given a class, a factor or a professional's own words.</summary>
/// <param name="Words">How the programme says in plain words what the pillar offers, or null when it does not.</param>
/// <param name="Reasons">What the rule found per condition; what is met stays unsaid.</param>
/// <param name="Exception">True when it was decided otherwise than the rule and somebody of another organisation agreed.</param>
/// <param name="AnswerBefore">Last day to take an offered place, or null when there is none.</param>
/// <param name="Contact">Whom the family can call, or null when the programme names nobody.</param>
/// <param name="Applicant">Who applied for the family, to be called where the programme names nobody; null when that name is not known.</param>
public sealed record LetterFacts(
    LetterOutcome Outcome, PillarWords? Words, IReadOnlyList<LetterReason> Reasons, bool Exception = false, DateOnly? AnswerBefore = null, ProgrammeContact? Contact = null, ProgrammeContact? Applicant = null);

/// <summary>One condition with its answer, without the fact behind it.</summary>
public readonly record struct LetterReason(ConditionKind Kind, Answer Answer);
