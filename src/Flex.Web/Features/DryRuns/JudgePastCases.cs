using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.DryRuns;

/// <summary>Judges every past case of a programme by changed criteria. Nothing is changed by it; that somebody looked is one line in the journal.</summary>
internal sealed class JudgePastCases(KeyRing keys, Programme changed)
{
    /// <summary>As many turned cases are shown by name of their dossier; all are counted.</summary>
    public const int Shown = 500;

    private const int Lot = 512;
    private readonly Dictionary<(string, int), CompiledCriteria> compiled = changed.Criteria.SelectMany(c => c.Pillars.Select(p => (c.Version, p)))
        .ToDictionary(c => (c.Version, c.p.Pillar), c => CompiledCriteria.From(c.p));

    private readonly DryRunTally tally = new(changed.Pillars.Select(p => p.Number));

    public static async Task<DryRunResult> Run(FlexDb db, Actor actor, Programme changed, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "proefberekening", stop);
        PastCases.Ask(work, changed.Code);
        var judge = new JudgePastCases(db.Keys, changed);
        await using (var reader = await work.Read(stop))
        {
            // Opening the seals takes most of the time and needs no connection.
            await Parallel.ForEachAsync(PastCases.Lots(reader, Lot, stop), stop, (lot, _) => judge.Judge(lot));
        }

        var result = new DryRunResult(changed, judge.tally, [.. judge.tally.Turned.OrderBy(t => t.Number).ThenBy(t => t.Pillar).Take(Shown)]);
        work.Journal(Act.DryRunDone, objects: [.. result.Shown.Select(t => t.Dossier).Distinct()]);
        await work.Save();
        return result;
    }

    private ValueTask Judge(IReadOnlyList<PastCase> lot)
    {
        var own = new DryRunTally(changed.Pillars.Select(p => p.Number));
        foreach (var past in lot)
        {
            Judge(past, own);
        }

        lock (tally)
        {
            tally.Add(own);
        }

        return ValueTask.CompletedTask;
    }

    private void Judge(PastCase past, DryRunTally own)
    {
        if (past.Wrapped is null)
        {
            own.Erased++;
        }
        else if (past.Open(keys) is { } facts && changed.CriteriaOn(facts.Facts.AppliedOn) is var version && version.Pillars.FirstOrDefault(p => p.Pillar == past.Pillar) is { } asked)
        {
            own.Add(past, DryRun.Judge(compiled[(version.Version, past.Pillar)], facts.Facts, facts.Proposal, facts.Reasons), asked);
        }
        else
        {
            own.NotJudged++;
        }
    }
}
