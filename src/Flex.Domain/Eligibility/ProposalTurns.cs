namespace Flex.Domain.Eligibility;

/// <summary>Counts past cases by what was proposed then and what would be proposed now; one per pillar, or one per worker and then added up.</summary>
public sealed class ProposalTurns
{
    private static readonly Proposal[] All = Enum.GetValues<Proposal>();
    private readonly int[,] count = new int[All.Length, All.Length];

    /// <summary>Every case.</summary>
    public int Cases => All.Sum(Then);

    /// <summary>Cases with another proposal.</summary>
    public int Different => Cases - All.Sum(p => count[(int)p, (int)p]);

    /// <summary>Counts one case.</summary>
    public void Add(Proposal then, Proposal now) => count[(int)then, (int)now]++;

    /// <summary>Adds the counts of another worker.</summary>
    public void Add(ProposalTurns other)
    {
        foreach (var (then, now) in All.SelectMany(t => All.Select(n => ((int)t, (int)n))))
        {
            count[then, now] += other.count[then, now];
        }
    }

    /// <summary>Cases with this proposal then.</summary>
    public int Then(Proposal proposal) => All.Sum(now => count[(int)proposal, (int)now]);

    /// <summary>Cases with this proposal under the changed criteria.</summary>
    public int Now(Proposal proposal) => All.Sum(then => count[(int)then, (int)proposal]);

    /// <summary>Cases that would have this proposal and did not have it.</summary>
    public int Newly(Proposal proposal) => Now(proposal) - count[(int)proposal, (int)proposal];
}
