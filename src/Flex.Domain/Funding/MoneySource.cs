namespace Flex.Domain.Funding;

/// <summary>Whose money pays a quarter of an hour of care; each has exactly one.</summary>
public enum MoneySource : byte
{
    /// <summary>Basic insurance, regular kraamzorg.</summary>
    RegularZvw,

    /// <summary>Basic insurance, extended after the tenth day.</summary>
    ExtendedZvw,

    /// <summary>The family's supplementary insurance, for care that starts late.</summary>
    SupplementaryInsurance,

    /// <summary>The programme, after regular care (pillar 2).</summary>
    Programme,

    /// <summary>Nobody: stored and marked, and somebody finds out.</summary>
    Nobody,
}

/// <summary>Who pays the own contribution of a quarter of an hour, or why there is none.</summary>
public enum ContributionPayer : byte
{
    /// <summary>None: it is not care of the basic insurance.</summary>
    NotInsuredCare,

    /// <summary>None: the child is not born yet.</summary>
    BeforeBirth,

    /// <summary>None: help at the delivery.</summary>
    Partus,

    /// <summary>None: no child lives.</summary>
    Stillbirth,

    /// <summary>None: in hospital on medical grounds.</summary>
    Hospital,

    /// <summary>None per hour: an institution asks it per person per day.</summary>
    PerDay,

    /// <summary>The family's supplementary insurance.</summary>
    SupplementaryInsurance,

    /// <summary>The programme, which waives it (pillar 1).</summary>
    Programme,

    /// <summary>The family.</summary>
    Family,
}
