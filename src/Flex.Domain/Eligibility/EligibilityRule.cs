using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Eligibility;

/// <summary>Judges the conditions of one pillar: each met, not met or unknown with its fact, and a proposal for the professional.</summary>
public static class EligibilityRule
{
    /// <summary>Stored with every decision; another rule gets another version.</summary>
    public const string RuleVersion = "conditions/1";

    /// <summary>Judges once; who judges many dossiers compiles the criteria once.</summary>
    public static Assessment Judge(PillarCriteria criteria, in Facts facts) => Judge(CompiledCriteria.From(criteria), facts);

    /// <summary>Judges every condition, also after one is not met: a family hears every reason at once.</summary>
    public static Assessment Judge(CompiledCriteria criteria, in Facts facts)
    {
        var steps = criteria.Steps;
        var reasons = new Reason[steps.Length];
        for (var i = 0; i < reasons.Length; i++)
        {
            reasons[i] = JudgeOne(i, steps[i], facts);
        }

        return new(Propose(reasons), reasons);
    }

    private static Reason JudgeOne(int index, in CompiledCriteria.Step step, in Facts facts) => step.Kind switch
    {
        ConditionKind.ClassIn => Of(index, step, ClassAnswer(step.Classes, facts.Classes), SetCode(facts.Classes)),
        ConditionKind.MunicipalityIn => InList(index, step, facts.Municipality),
        ConditionKind.InsurerConcernIn => InList(index, step, facts.InsurerConcern),
        ConditionKind.ProviderIn => Provider(index, step, facts),
        ConditionKind.AppliedWithin => Number(index, step, step.Period.Contains(facts.AppliedOn), AsNumber(facts.AppliedOn)),
        ConditionKind.PlaceLeft => Number(index, step, facts.PlacesLeft > 0, facts.PlacesLeft),
        ConditionKind.IncomeAtMost => Number(index, step, facts.Income?.Value <= step.Amount.Value, facts.Income?.Value),
    };

    // No class at all means that no assessment was made: unknown, not "every class of none".
    private static Answer ClassAnswer(ClassSet allowed, ClassSet possible) =>
        possible == ClassSet.None || possible.HasFlag(ClassSet.Undefined) ? Answer.Unknown
        : (possible & ~allowed) == ClassSet.None ? Answer.Met
        : (possible & allowed) == ClassSet.None ? Answer.NotMet
        : Answer.Unknown;

    private static string? SetCode(ClassSet possible) => possible == ClassSet.None ? null : ClassCodes.SetCode(possible);

    private static Reason Provider(int index, in CompiledCriteria.Step step, in Facts facts)
    {
        var own = InList(index, step, facts.Provider);
        return own.Answer != Answer.Met && facts.TakenOverBy is { } other && step.Codes.Contains(other)
            ? own with { Answer = Answer.Met, Via = other }
            : own;
    }

    private static Reason InList(int index, in CompiledCriteria.Step step, string? code) =>
        Of(index, step, code is null ? Answer.Unknown : step.Codes.Contains(code) ? Answer.Met : Answer.NotMet, code);

    private static Reason Of(int index, in CompiledCriteria.Step step, Answer answer, string? code) =>
        new(index, step.Kind, answer, code, Via: null, Number: null);

    private static Reason Number(int index, in CompiledCriteria.Step step, bool met, long? number) =>
        new(index, step.Kind, number is null ? Answer.Unknown : met ? Answer.Met : Answer.NotMet, Code: null, Via: null, number);

    private static long AsNumber(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    // A refusal outweighs a question: asking on would not change it. A full pillar is the only thing that waiting can mend.
    private static Proposal Propose(ReadOnlySpan<Reason> reasons)
    {
        var proposal = Proposal.Admit;
        foreach (var reason in reasons)
        {
            proposal = Worst(proposal, Effect(reason));
        }

        return proposal;
    }

    private static Proposal Effect(in Reason reason) => reason.Answer switch
    {
        Answer.Met => Proposal.Admit,
        Answer.Unknown => Proposal.AskFirst,
        Answer.NotMet => reason.Kind == ConditionKind.PlaceLeft ? Proposal.WaitForPlace : Proposal.Refuse,
    };

    private static Proposal Worst(Proposal left, Proposal right) => Weight(left) >= Weight(right) ? left : right;

    private static int Weight(Proposal proposal) => proposal switch
    {
        Proposal.Admit => 0,
        Proposal.WaitForPlace => 1,
        Proposal.AskFirst => 2,
        Proposal.Refuse => 3,
    };
}
