using Flex.Domain.Programmes;

namespace Flex.Web.Features.DryRuns;

/// <summary>What a dry run found.</summary>
/// <param name="Changed">The programme with the criteria that were tried.</param>
/// <param name="Shown">The turned cases that are shown, by number of their dossier.</param>
public sealed record DryRunResult(Programme Changed, DryRunTally Tally, IReadOnlyList<TurnedCase> Shown)
{
    public int Cases => Tally.Pillars.Values.Sum(p => p.Turns.Cases);

    public int Different => Tally.Turned.Count;

    public string Tried => string.Join(", ", Changed.Criteria.Where(c => c.Applied).Select(c => c.Version));
}
