using Flex.Domain.Programmes;

namespace Flex.Domain.CareHours;

/// <summary>The stored codes of what is asked before a contribution is waived.</summary>
public static class CoverCodes
{
    /// <summary>A policy of the family's own.</summary>
    public const string Own = "eigen";

    /// <summary>A collective policy by way of the municipality.</summary>
    public const string Municipal = "gemeente";

    /// <summary>Whether there is a supplementary policy.</summary>
    public static IReadOnlyList<AnswerOption> Kinds { get; } =
        [new(Own, "Ja, een eigen aanvullende verzekering"), new(Municipal, "Ja, een collectieve verzekering via de gemeente"), new("nee", "Nee"), new(Unknown, "Dat weet zij niet")];

    /// <summary>What such a policy pays of the own contribution.</summary>
    public static IReadOnlyList<AnswerOption> Pays { get; } = [new("alles", "De hele eigen bijdrage"), new(Part, "De eigen bijdrage tot een bedrag"), new(Nothing, "Niets van de eigen bijdrage")];

    /// <summary>Who sends the family the bill of the own contribution.</summary>
    public static IReadOnlyList<AnswerOption> Billers { get; } = [new("aanbieder", "De aanbieder van de kraamzorg"), new("verzekeraar", "De zorgverzekeraar"), new(Unknown, "Dat is niet bekend")];

    /// <summary>Up to an amount.</summary>
    public const string Part = "deel";

    /// <summary>Nothing of the contribution.</summary>
    public const string Nothing = "niets";

    /// <summary>Not known by who was asked.</summary>
    public const string Unknown = "onbekend";
}
