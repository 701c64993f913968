using Flex.Domain.Eligibility;

namespace Flex.Web.Features.DryRuns;

/// <summary>One pillar of a dry run.</summary>
public sealed class PillarTally
{
    public ProposalTurns Turns { get; } = new();

    /// <summary>Per outcome how often a person decided so.</summary>
    public Dictionary<string, int> Decided { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a person decided otherwise than what was proposed then; to ask first is no advice about the outcome.</summary>
    public int Otherwise { get; set; }
}
