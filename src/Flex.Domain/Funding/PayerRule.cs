namespace Flex.Domain.Funding;

/// <summary>
/// Whose money a quarter of an hour is: the first of these that holds. Help before and at the birth and indicated hours within the regular
/// days: basic insurance. After those days: an extension, then a policy for a late start. Then the programme, from the end of regular care.
/// Else nobody. What came earlier in time alone counts, never what comes later.
/// </summary>
internal sealed class PayerRule(FamilyLife life)
{
    /// <summary>The version of this rule, kept with what it decided.</summary>
    public const string Version = "betaler-1";

    public PayerOutcome Decide(DayOfLife day, CareSetting setting, int at, ref SpentSoFar spent)
    {
        var outcome = day.Uninsured ? Programme(day, NotInsured.Uninsured)
            : setting == CareSetting.Partus && (at < day.BornAt || day.IsRegular) ? Partus(day, ref spent)
            : at < day.BornAt ? PayerOutcome.Insured(MoneySource.RegularZvw, PayerReason.BeforeBirth, ContributionPayer.BeforeBirth)
            : day.IsRegular ? Regular(day, setting, ref spent)
            : Afterwards(day, setting, ref spent);
        if (IsLinked(day, spent))
        {
            spent.LastLinked = day.Day.DayNumber;
        }

        return outcome;
    }

    // Most of it is given before the child is there.
    private static PayerOutcome Partus(DayOfLife day, ref SpentSoFar spent)
    {
        spent.Indicated += day.Terms.PartusUsesIndication ? 1 : 0;
        return PayerOutcome.Insured(MoneySource.RegularZvw, PayerReason.Partus, ContributionPayer.Partus);
    }

    private PayerOutcome Regular(DayOfLife day, CareSetting setting, ref SpentSoFar spent)
    {
        if (setting == CareSetting.HospitalOnMedicalGrounds)
        {
            return PayerOutcome.Insured(MoneySource.RegularZvw, PayerReason.InHospital, day.Stillbirth ? ContributionPayer.Stillbirth : ContributionPayer.Hospital);
        }

        if (day.Indicated is not { } indicated || spent.Indicated >= indicated)
        {
            return Programme(day, day.Indicated is null ? NotInsured.NothingIndicated : NotInsured.HoursUsedUp);
        }

        spent.Indicated++;
        return Insured(MoneySource.RegularZvw, PayerReason.Indicated, day, setting, ref spent);
    }

    private PayerOutcome Afterwards(DayOfLife day, CareSetting setting, ref SpentSoFar spent)
    {
        var because = day.Extension is not { } hours ? day.NoExtension
            : day.ExtensionIsContiguous && !IsLinked(day, spent) ? NotInsured.ExtensionInterrupted
            : spent.Extension >= hours ? NotInsured.ExtensionUsedUp
            : NotInsured.Pays;
        if (because == NotInsured.Pays)
        {
            spent.Extension++;
            return Insured(MoneySource.ExtendedZvw, PayerReason.Extended, day, setting, ref spent);
        }

        return day.LateCover >= 0 && LateStart.Take(life.Covers[day.LateCover].LateStart!, day.Day.DayNumber, ref spent)
            ? PayerOutcome.Otherwise(MoneySource.SupplementaryInsurance, PayerReason.LateStart, because, day.LateCover)
            : Programme(day, because);
    }

    // Within the regular days care may skip a day; after them the first day without care ends what is on end for good.
    private static bool IsLinked(DayOfLife day, SpentSoFar spent) => day.Number is null || day.IsRegular || spent.LastLinked >= day.Day.DayNumber - 1;

    private static PayerOutcome Programme(DayOfLife day, NotInsured because) =>
        PayerOutcome.Otherwise(day.Programme == PayerReason.AfterRegularCare ? MoneySource.Programme : MoneySource.Nobody, day.Programme, because);

    private PayerOutcome Insured(MoneySource source, PayerReason reason, DayOfLife day, CareSetting setting, ref SpentSoFar spent) =>
        day.Stillbirth ? PayerOutcome.Insured(source, reason, ContributionPayer.Stillbirth)
        : setting == CareSetting.HospitalOnMedicalGrounds ? PayerOutcome.Insured(source, reason, ContributionPayer.Hospital)
        : setting == CareSetting.InstitutionWithoutMedicalGrounds ? PayerOutcome.Insured(source, reason, ContributionPayer.PerDay)
        : CoveredContribution.Take(life.Covers, day, ref spent) is >= 0 and var cover ? PayerOutcome.Insured(source, reason, ContributionPayer.SupplementaryInsurance, cover)
        : PayerOutcome.Insured(source, reason, day.Waived ? ContributionPayer.Programme : ContributionPayer.Family);
}
