using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>How many hours of regular kraamzorg are indicated, from a day on; a later one replaces it from its own day, up or down.</summary>
/// <param name="Hours">For the whole lying-in, what was given before included.</param>
/// <param name="Id">Made by its sender; of two that begin on one day the later made counts.</param>
public sealed record Indication(DateOnly From, Quarters Hours, IndicatedBy By, IndicationMethod Method, Guid Id = default);

/// <summary>Hours after the tenth day in a situation of exception, up to six weeks (Besluit zorgverzekering art. 2.11 since 2024); a later one replaces it from its own day.</summary>
/// <param name="Days">The days for which it was indicated.</param>
/// <param name="Hours">For the whole extension, what was given of it before included.</param>
public sealed record ExtensionIndication(DateRange Days, Quarters Hours, IndicatedBy By, Guid Id = default);

/// <summary>Who indicates.</summary>
public enum IndicatedBy
{
    /// <summary>The intaker of the kraamzorg, by the protocol.</summary>
    Intaker,

    /// <summary>The midwife.</summary>
    Midwife,

    /// <summary>The general practitioner, on medical grounds.</summary>
    GeneralPractitioner,

    /// <summary>A medical specialist, on medical grounds.</summary>
    Specialist,
}

/// <summary>By which method is indicated.</summary>
public enum IndicationMethod
{
    /// <summary>Landelijk Indicatieprotocol Kraamzorg.</summary>
    Lip,

    /// <summary>Kraamzorg Landelijke Indicatie Methodiek.</summary>
    Klim,
}
