namespace Flex.Domain.Funding;

/// <summary>The stored codes of who pays a line and who pays its own contribution.</summary>
public static class MoneyCodes
{
    /// <summary>The stored code.</summary>
    public static string Of(MoneySource source) => source switch
    {
        MoneySource.RegularZvw => "zvw",
        MoneySource.ExtendedZvw => "zvw-verlengd",
        MoneySource.SupplementaryInsurance => "aanvullend",
        MoneySource.Programme => "programma",
        MoneySource.Nobody => "niemand",
    };

    /// <summary>The stored code.</summary>
    public static string Of(ContributionPayer payer) => payer switch
    {
        ContributionPayer.NotInsuredCare => "geen-verzekerde-zorg",
        ContributionPayer.BeforeBirth => "voor-geboorte",
        ContributionPayer.Partus => "partus",
        ContributionPayer.Stillbirth => "levenloos",
        ContributionPayer.Hospital => "ziekenhuis",
        ContributionPayer.PerDay => "per-dag",
        ContributionPayer.SupplementaryInsurance => "aanvullend",
        ContributionPayer.Programme => "programma",
        ContributionPayer.Family => "gezin",
    };

    /// <summary>The stored code.</summary>
    public static string Of(TariffKind kind) => kind switch
    {
        TariffKind.Hour => "uur",
        TariffKind.Partus => "partus",
        TariffKind.Flexible => "flexibel",
    };

    /// <summary>The source with this code; throws for a code that was never stored.</summary>
    public static MoneySource Source(string code) => Enum.GetValues<MoneySource>().Single(v => Of(v) == code);

    /// <summary>Who pays the contribution, by this code; throws for a code that was never stored.</summary>
    public static ContributionPayer Contribution(string code) => Enum.GetValues<ContributionPayer>().Single(v => Of(v) == code);

    /// <summary>The kind of tariff with this code; throws for a code that was never stored.</summary>
    public static TariffKind Tariff(string code) => Enum.GetValues<TariffKind>().Single(v => Of(v) == code);
}
