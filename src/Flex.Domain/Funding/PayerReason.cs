namespace Flex.Domain.Funding;

/// <summary>Why a quarter of an hour has the payer it has.</summary>
public enum PayerReason : byte
{
    /// <summary>Given before the birth, and no help at the delivery.</summary>
    BeforeBirth,

    /// <summary>Help at the delivery.</summary>
    Partus,

    /// <summary>In hospital on medical grounds, within the regular days.</summary>
    InHospital,

    /// <summary>Within the regular days and the indicated hours.</summary>
    Indicated,

    /// <summary>Within an extension that the insurer's rule allows.</summary>
    Extended,

    /// <summary>The baby came home after the regular days, and a supplementary policy pays.</summary>
    LateStart,

    /// <summary>Regular care is over and the family is admitted to the programme.</summary>
    AfterRegularCare,

    /// <summary>No indicated hour is left, before the first day on which the programme can follow.</summary>
    TooEarlyForProgramme,

    /// <summary>After the last month of the programme.</summary>
    AfterLastMonth,

    /// <summary>After the end of the dossier.</summary>
    DossierEnded,

    /// <summary>Outside the days on which care counts for the programme.</summary>
    OutsideProgramme,

    /// <summary>The family is not admitted.</summary>
    NotAdmitted,

    /// <summary>The family lives where no party of the programme pays.</summary>
    MunicipalityDoesNotPay,
}

/// <summary>Why the basic insurance does not pay a quarter of an hour, or that it does.</summary>
public enum NotInsured : byte
{
    /// <summary>It pays.</summary>
    Pays,

    /// <summary>The mother has no Dutch basic insurance on that day.</summary>
    Uninsured,

    /// <summary>No hours were indicated yet on that day.</summary>
    NothingIndicated,

    /// <summary>The indicated hours are used up.</summary>
    HoursUsedUp,

    /// <summary>The regular days are over and no extension is indicated for the day.</summary>
    RegularDaysOver,

    /// <summary>An extension is indicated, but on that day the insurer pays none.</summary>
    NoExtensionRule,

    /// <summary>An extension is indicated, but not by the midwife.</summary>
    ExtensionNotByMidwife,

    /// <summary>An extension is indicated, but the class is another or not known.</summary>
    ExtensionOtherClass,

    /// <summary>An extension is indicated, but there was a day without care in between.</summary>
    ExtensionInterrupted,

    /// <summary>The hours of the extension are used up.</summary>
    ExtensionUsedUp,

    /// <summary>After the last day of an extension.</summary>
    ExtensionOver,
}
