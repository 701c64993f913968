using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>Everything besides the family's life that decides who pays: data of the country and of the programme, each dated. A list that is empty says that nothing is known.</summary>
/// <param name="Version">The version of these data, kept with what they decided.</param>
/// <param name="Contributions">The statutory own contribution per hour.</param>
public sealed record FundingRules(string Version, IReadOnlyList<OwnContributionRate> Contributions)
{
    /// <summary>The terms by the day of care; those of the law where none are written.</summary>
    public IReadOnlyList<Dated<CareTerms>> Terms { get; init; } = [];

    /// <summary>When insurers pay an extension.</summary>
    public IReadOnlyList<ExtensionRule> Extensions { get; init; } = [];

    /// <summary>What an hour costs whoever pays it.</summary>
    public IReadOnlyList<CareTariff> Tariffs { get; init; } = [];

    /// <summary>What an institution asks per person per day.</summary>
    public IReadOnlyList<InstitutionRate> Institution { get; init; } = [];

    /// <summary>The pillar in which the own contribution is waived; null when the programme has none.</summary>
    public int? WaiverPillar { get; init; } = 1;

    /// <summary>The pillar that pays care after regular care; null when the programme has none.</summary>
    public int? FlexiblePillar { get; init; } = 2;

    /// <summary>The days on which care counts for the programme; null when it has not decided.</summary>
    public DateRange? Care { get; init; }

    /// <summary>The municipalities that pay care of the programme; null when it has not decided: then every one does.</summary>
    public IReadOnlySet<string>? PayingMunicipalities { get; init; }

    /// <summary>The concerns whose insured are waived the own contribution; null when the programme has not decided: then every one is.</summary>
    public IReadOnlySet<string>? WaivedConcerns { get; init; }

    /// <summary>The concerns that stand for having no basic insurance.</summary>
    public IReadOnlySet<string> Uninsured { get; init; } = NoInsurance;

    private static readonly HashSet<string> NoInsurance = new(StringComparer.Ordinal) { "niet-verzekerd" };
    private static readonly CareTerms Law = new();

    /// <summary>The terms of a day.</summary>
    public CareTerms TermsOn(DateOnly day) => Terms.On(day)?.Value ?? Law;
}
