using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Who pays a part of a line.</summary>
public enum PayingParty
{
    /// <summary>The basic insurance, for what the contribution does not pay.</summary>
    BasicInsurance,

    /// <summary>The family's supplementary insurance.</summary>
    SupplementaryInsurance,

    /// <summary>The programme: a waived contribution, or care after regular care.</summary>
    Programme,

    /// <summary>The family.</summary>
    Family,
}

/// <summary>A part of the price of a line and who pays it.</summary>
public readonly record struct MoneyShare(PayingParty Party, Cents Amount);

/// <summary>Divides the price of a line over who pays it, to the cent: the parts add up to the price.</summary>
public static class MoneyShares
{
    /// <summary>The parts; none when the price is not known or nobody pays. An unknown contribution leaves the price undivided, and so none too.</summary>
    public static IReadOnlyList<MoneyShare> Of(PayerLine line) =>
        line is not { Care: { } care, Contribution: { } own } ? []
        : PartyOf(line.Outcome.Contribution) is { } party ? [new(PayingParty.BasicInsurance, new(care.Value - own.Value)), new(party, own)]
        : [new(PartyOf(line.Outcome.Source), care)];

    private static PayingParty PartyOf(MoneySource source) => source switch
    {
        MoneySource.RegularZvw or MoneySource.ExtendedZvw => PayingParty.BasicInsurance,
        MoneySource.SupplementaryInsurance => PayingParty.SupplementaryInsurance,
        MoneySource.Programme => PayingParty.Programme,
        MoneySource.Nobody => throw new ArgumentOutOfRangeException(nameof(source), source, "Care that nobody pays has no price."),
    };

    private static PayingParty? PartyOf(ContributionPayer payer) => payer switch
    {
        ContributionPayer.SupplementaryInsurance => PayingParty.SupplementaryInsurance,
        ContributionPayer.Programme => PayingParty.Programme,
        ContributionPayer.Family => PayingParty.Family,
        ContributionPayer.NotInsuredCare or ContributionPayer.BeforeBirth or ContributionPayer.Partus or ContributionPayer.Stillbirth
            or ContributionPayer.Hospital or ContributionPayer.PerDay => null,
    };
}
