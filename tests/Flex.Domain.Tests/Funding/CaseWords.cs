using System.Text.Json;
using Flex.Domain.Funding;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Tests.Funding;

/// <summary>The words of the table beside those of the payer, written out. One word of the table can be several here: the payer tells more apart, or less.</summary>
internal static class CaseWords
{
    public static IReadOnlyDictionary<string, MoneySource> Sources { get; } = new Dictionary<string, MoneySource>(StringComparer.Ordinal)
    {
        ["zvw"] = MoneySource.RegularZvw,
        ["zvw-extension"] = MoneySource.ExtendedZvw,
        ["supplementary-late"] = MoneySource.SupplementaryInsurance,
        ["pillar2"] = MoneySource.Programme,
        ["none"] = MoneySource.Nobody,
    };

    public static IReadOnlyDictionary<string, ContributionPayer> Contributions { get; } = new Dictionary<string, ContributionPayer>(StringComparer.Ordinal)
    {
        ["pillar1"] = ContributionPayer.Programme,
        ["supplementary"] = ContributionPayer.SupplementaryInsurance,
        ["family"] = ContributionPayer.Family,
        ["none partus"] = ContributionPayer.Partus,
        ["none stillbirth"] = ContributionPayer.Stillbirth,
        ["none hospital-medical"] = ContributionPayer.Hospital,
        ["none not-statutory"] = ContributionPayer.NotInsuredCare,
        ["none not-fundable"] = ContributionPayer.NotInsuredCare,
    };

    public static IndicatedBy By(JsonElement indication) => indication.Text("by") switch
    {
        "lip-intake" => IndicatedBy.Intaker,
        "midwife" => IndicatedBy.Midwife,
        "gp" => IndicatedBy.GeneralPractitioner,
        "specialist" => IndicatedBy.Specialist,
        var other => throw new NotSupportedException($"{other} indicates nothing."),
    };

    public static IReadOnlyDictionary<string, ClassSet> Classes { get; } = new Dictionary<string, ClassSet>(StringComparer.Ordinal)
    {
        ["zelfredzaam"] = ClassSet.SelfReliant,
        ["potentieel kwetsbaar"] = ClassSet.Potential,
        ["kwetsbaar"] = ClassSet.Vulnerable,
        ["zeer kwetsbaar"] = ClassSet.VeryVulnerable,
        ["onbekend"] = ClassSet.SelfReliant | ClassSet.Potential | ClassSet.Vulnerable | ClassSet.VeryVulnerable | ClassSet.Undefined,
    };

    /// <summary>Whether a decision gives the reason of the table.</summary>
    public static bool Says(string reason, PayerOutcome outcome) => (reason, outcome.Reason, outcome.NotInsured) switch
    {
        ("indicated-hours-remain", PayerReason.Indicated or PayerReason.InHospital, NotInsured.Pays) => true,
        ("partus", PayerReason.Partus, NotInsured.Pays) => true,
        ("extension-rule-met", PayerReason.Extended, NotInsured.Pays) => true,
        ("late-start-covered", PayerReason.LateStart, not NotInsured.Pays) => true,
        ("after-regular-care", PayerReason.AfterRegularCare, not NotInsured.Pays) => true,
        ("after-six-months", PayerReason.AfterLastMonth, _) => true,
        ("not-admitted" or "before-admission" or "after-withdrawal", PayerReason.NotAdmitted, _) => true,
        ("dossier-ended", PayerReason.DossierEnded, _) => true,
        ("over-indication", PayerReason.TooEarlyForProgramme, NotInsured.HoursUsedUp) => true,
        ("no-indication", PayerReason.TooEarlyForProgramme, NotInsured.NothingIndicated) => true,
        ("before-birth", PayerReason.BeforeBirth, _) => true,
        _ => false,
    };

    /// <summary>As what, and where, an hour of the table was given.</summary>
    public static CareSetting SettingOf(JsonElement hour) =>
        hour.Text("kind") == "partus" ? CareSetting.Partus
        : hour.Maybe("hospital") is not { } hospital ? CareSetting.AtHome
        : hospital.GetProperty("medical").GetBoolean() ? CareSetting.HospitalOnMedicalGrounds
        : CareSetting.InstitutionWithoutMedicalGrounds;
}
