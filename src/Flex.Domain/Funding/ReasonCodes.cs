namespace Flex.Domain.Funding;

/// <summary>The stored codes of why a line has the payer it has.</summary>
public static class ReasonCodes
{
    /// <summary>The stored code.</summary>
    public static string Of(PayerReason reason) => reason switch
    {
        PayerReason.BeforeBirth => "voor-geboorte",
        PayerReason.Partus => "partus",
        PayerReason.InHospital => "ziekenhuis",
        PayerReason.Indicated => "geindiceerd",
        PayerReason.Extended => "verlengd",
        PayerReason.LateStart => "late-start",
        PayerReason.AfterRegularCare => "na-gewone-zorg",
        PayerReason.TooEarlyForProgramme => "te-vroeg",
        PayerReason.AfterLastMonth => "na-laatste-maand",
        PayerReason.DossierEnded => "afgesloten",
        PayerReason.OutsideProgramme => "buiten-programma",
        PayerReason.NotAdmitted => "niet-toegelaten",
        PayerReason.MunicipalityDoesNotPay => "gemeente-betaalt-niet",
    };

    /// <summary>The stored code.</summary>
    public static string Of(NotInsured because) => because switch
    {
        NotInsured.Pays => "betaalt",
        NotInsured.Uninsured => "niet-verzekerd",
        NotInsured.NothingIndicated => "niets-geindiceerd",
        NotInsured.HoursUsedUp => "uren-op",
        NotInsured.RegularDaysOver => "dagen-voorbij",
        NotInsured.NoExtensionRule => "verlenging-geen-regel",
        NotInsured.ExtensionNotByMidwife => "verlenging-niet-verloskundige",
        NotInsured.ExtensionOtherClass => "verlenging-andere-klasse",
        NotInsured.ExtensionInterrupted => "verlenging-onderbroken",
        NotInsured.ExtensionUsedUp => "verlenging-op",
        NotInsured.ExtensionOver => "verlenging-voorbij",
    };

    /// <summary>The reason with this code; throws for a code that was never stored.</summary>
    public static PayerReason Reason(string code) => Enum.GetValues<PayerReason>().Single(v => Of(v) == code);

    /// <summary>Why the insurance does not pay, by this code; throws for a code that was never stored.</summary>
    public static NotInsured Because(string code) => Enum.GetValues<NotInsured>().Single(v => Of(v) == code);
}
