using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Eligibility;

/// <summary>The facts of one dossier that conditions look at, as known on the day of decision; null is unknown.</summary>
/// <param name="AppliedOn">Day of application; decides which period holds.</param>
/// <param name="DecidedOn">Day of decision.</param>
/// <param name="Classes">The classes still possible.</param>
/// <param name="Municipality">CBS code, or null.</param>
/// <param name="InsurerConcern">Concern code; "ander" for a known insurer outside every list; null when left empty.</param>
/// <param name="Provider">Provider code; "ander" for a known one outside the list; null when left empty.</param>
/// <param name="TakenOverBy">Provider that had taken the care over on the day of decision, or null.</param>
/// <param name="PlacesLeft">Places left in the pillar at that moment, or null when not asked.</param>
/// <param name="Income">Yearly household income, or null.</param>
public readonly record struct Facts(
    DateOnly AppliedOn,
    DateOnly DecidedOn,
    ClassSet Classes,
    string? Municipality,
    string? InsurerConcern,
    string? Provider,
    string? TakenOverBy,
    int? PlacesLeft,
    Cents? Income)
{
    /// <summary>The code of an insurer's concern or a provider that is known but stands in no list.</summary>
    public const string Other = "ander";
}
