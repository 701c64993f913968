namespace Flex.Domain.Trust;

/// <summary>What kind of data of a family something is, as the default policy divides it (standards.md §3.4).</summary>
public enum DataClass
{
    /// <summary>Who the mother is, how she can be reached, her insurer and address, births and ends.</summary>
    Identity,

    /// <summary>What the application said: risk and protective factors, helpers, authority, remarks.</summary>
    Application,

    /// <summary>The class of vulnerability and how it came about.</summary>
    RiskClass,

    /// <summary>Pillar, decision, place, waiting list, letter.</summary>
    Outcome,

    /// <summary>Hours of care that were registered.</summary>
    Hours,

    /// <summary>What was noted at a visit.</summary>
    Notes,

    /// <summary>What the family answered in questionnaires.</summary>
    Answers,

    /// <summary>Who looked at the data and on what ground.</summary>
    Log,
}
