using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Quarters of one contact on end, on one day, with one payer, and what they cost. Amounts are rounded once per line, half a cent up; totals add lines.</summary>
/// <param name="Number">The day counted from the birth as day 1; null while no birth is known.</param>
/// <param name="Cover">The supplementary policy that pays the care or the contribution.</param>
/// <param name="Insurer">Who insured the mother on that day; null when not known.</param>
/// <param name="Municipality">Where the family lived on that day; null when not known.</param>
public sealed record PayerLine(Guid Contact, QuarterHour From, Quarters Length, DateOnly Day, int? Number, PayerOutcome Outcome, string? Cover, InsuredWith? Insurer, string? Municipality)
{
    /// <summary>The tariff of the contribution on that day; null when none is due or none is known.</summary>
    public OwnContributionRate? ContributionRate { get; init; }

    /// <summary>The own contribution: zero when none is due per hour, null when no tariff is known.</summary>
    public Cents? Contribution { get; init; }

    /// <summary>The tariff of the care on that day; null when nobody pays or none is known.</summary>
    public CareTariff? Tariff { get; init; }

    /// <summary>What the care costs, the contribution included; null when no tariff is known.</summary>
    public Cents? Care { get; init; }

    /// <summary>By which rule and which data it was decided.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>The quarter in which it is over.</summary>
    public QuarterHour Until => From.Plus(Length.Count);
}
