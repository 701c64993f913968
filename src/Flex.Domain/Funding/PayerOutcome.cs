namespace Flex.Domain.Funding;

/// <summary>What is decided of one quarter of an hour.</summary>
/// <param name="Cover">Which of the family's policies pays (care or contribution), counted from 0 in <see cref="FamilyLife.Covers"/>; -1 when none does.</param>
public readonly record struct PayerOutcome(MoneySource Source, PayerReason Reason, NotInsured NotInsured, ContributionPayer Contribution, sbyte Cover = -1)
{
    internal static PayerOutcome Insured(MoneySource source, PayerReason reason, ContributionPayer contribution, sbyte cover = -1) => new(source, reason, NotInsured.Pays, contribution, cover);

    internal static PayerOutcome Otherwise(MoneySource source, PayerReason reason, NotInsured because, sbyte cover = -1) => new(source, reason, because, ContributionPayer.NotInsuredCare, cover);
}
