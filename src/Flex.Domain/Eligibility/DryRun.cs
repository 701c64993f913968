namespace Flex.Domain.Eligibility;

/// <summary>
/// Judges a past case again by changed criteria, on the facts of its own day (the places that were left then included). It compares
/// proposal with proposal: what a professional decided is another question.
/// </summary>
public static class DryRun
{
    /// <summary>What the changed criteria would have proposed; why only when that is another proposal than then.</summary>
    public static DryRunAnswer Judge(CompiledCriteria changed, in Facts facts, Proposal then, IReadOnlyList<Reason> reasons)
    {
        var now = EligibilityRule.Judge(changed, facts);
        return new(then, now.Proposal, then == now.Proposal ? [] : Turned(reasons, now.Reasons));
    }

    // The n-th condition of a kind is compared with the n-th of that kind: conditions have no other name.
    private static List<ConditionTurn> Turned(IReadOnlyList<Reason> then, IReadOnlyList<Reason> now)
    {
        var left = then.ToList();
        var turns = new List<ConditionTurn>();
        foreach (var reason in now)
        {
            var at = left.FindIndex(r => r.Kind == reason.Kind);
            var before = at < 0 ? (Reason?)null : left[at];
            if (at >= 0)
            {
                left.RemoveAt(at);
            }

            turns.AddRange((before?.Answer ?? Answer.Met) == reason.Answer ? [] : [new ConditionTurn(reason.Kind, before, reason)]);
        }

        turns.AddRange(left.Where(r => r.Answer != Answer.Met).Select(r => new ConditionTurn(r.Kind, r, null)));
        return turns;
    }
}
