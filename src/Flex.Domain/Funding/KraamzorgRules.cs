using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>What holds for insured kraamzorg in the whole country, dated.</summary>
/// <param name="Version">Of these data; changes with each change of them.</param>
public sealed record KraamzorgRules(string Version, IReadOnlyList<Dated<CareTerms>> Terms, IReadOnlyList<ExtensionRule> Extensions, IReadOnlyList<CareTariff> Tariffs)
{
    /// <summary>The own contribution in an institution; a year that is not there is not known.</summary>
    public IReadOnlyList<InstitutionRate> Institution { get; init; } = [];

    /// <summary>The terms of the law since 1 January 2017, when the contribution for partus assistance ended; no extension and no tariff.</summary>
    public static KraamzorgRules Law { get; } = new("wet", [new(new(new(2017, 1, 1), null), new())], [], []);
}
