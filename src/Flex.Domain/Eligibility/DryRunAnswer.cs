namespace Flex.Domain.Eligibility;

/// <summary>What the rule proposed for a past case, what it would have proposed, and the conditions that turned it (none when it is the same).</summary>
public readonly record struct DryRunAnswer(Proposal Then, Proposal Now, IReadOnlyList<ConditionTurn> Why)
{
    /// <summary>True when the changed criteria would have made a difference.</summary>
    public bool Differs => Then != Now;
}
