using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;

namespace Flex.Web.Features.DryRuns;

/// <summary>A past case that would have had another proposal.</summary>
/// <param name="Asked">The conditions that it was tried on.</param>
public sealed record TurnedCase(Guid Dossier, int Number, int Pillar, string Outcome, DryRunAnswer Answer, IReadOnlyList<Condition> Asked);
