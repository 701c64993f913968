using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>The days that a family owes an own contribution per day in an institution, for how many persons and how much.</summary>
/// <param name="Persons">The mother and each child that lives.</param>
/// <param name="Amount">Null when a day has no known tariff.</param>
public sealed record InstitutionStay(IReadOnlyList<DateOnly> Days, int Persons, Cents? Amount)
{
    /// <summary>Reads it from a decision; no days when no hour was given there, or no child lives.</summary>
    public static InstitutionStay Of(PayerDecision decision, FamilyLife life, FundingRules rules)
    {
        List<DateOnly> days = [.. decision.Lines.Where(l => l.Outcome.Contribution == ContributionPayer.PerDay).Select(l => l.Day).Distinct()];
        var persons = 1 + (life.Birth?.Children.Count(c => c.Live) ?? 0);
        return new(days, persons, InstitutionRate.Of(rules.Institution, days, persons));
    }
}
