namespace Flex.Domain.Programmes;

/// <summary>The small typed vocabulary in which a programme writes its conditions.</summary>
public enum ConditionKind
{
    /// <summary>Every class still possible is in the list.</summary>
    ClassIn,

    /// <summary>The mother lives in a municipality of the list.</summary>
    MunicipalityIn,

    /// <summary>Her insurer belongs to a concern of the list.</summary>
    InsurerConcernIn,

    /// <summary>Kraamzorg by a provider of the list, or taken over by one.</summary>
    ProviderIn,

    /// <summary>The application lies in the period.</summary>
    AppliedWithin,

    /// <summary>The pillar has a place left on the day of decision.</summary>
    PlaceLeft,

    /// <summary>The yearly household income is at most the amount.</summary>
    IncomeAtMost,
}
