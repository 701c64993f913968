using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.DryRuns;

/// <summary>What a dry run counted; each worker has one, and they are added up.</summary>
public sealed class DryRunTally(IEnumerable<int> pillars)
{
    public SortedDictionary<int, PillarTally> Pillars { get; } = new(pillars.ToDictionary(p => p, _ => new PillarTally()));

    public List<TurnedCase> Turned { get; } = [];

    /// <summary>Erased families: nothing is left to judge.</summary>
    public int Erased { get; set; }

    /// <summary>Cases whose sealed facts do not open, or of a pillar that the criteria do not know.</summary>
    public int NotJudged { get; set; }

    internal void Add(PastCase past, DryRunAnswer answer, PillarCriteria asked)
    {
        var pillar = Pillars[past.Pillar];
        pillar.Turns.Add(answer.Then, answer.Now);
        pillar.Decided[past.Outcome] = pillar.Decided.GetValueOrDefault(past.Outcome) + 1;
        pillar.Otherwise += answer.Then == Proposal.AskFirst || NewDecision.Follows(answer.Then, past.Outcome) ? 0 : 1;
        if (answer.Differs)
        {
            Turned.Add(new(past.Dossier, past.Number, past.Pillar, past.Outcome, answer, asked.Conditions));
        }
    }

    public void Add(DryRunTally other)
    {
        foreach (var (number, found) in other.Pillars)
        {
            var pillar = Pillars[number];
            pillar.Turns.Add(found.Turns);
            pillar.Otherwise += found.Otherwise;
            foreach (var (outcome, count) in found.Decided)
            {
                pillar.Decided[outcome] = pillar.Decided.GetValueOrDefault(outcome) + count;
            }
        }

        Turned.AddRange(other.Turned);
        Erased += other.Erased;
        NotJudged += other.NotJudged;
    }
}
