using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Funding;

/// <summary>What a programme and the country say about who pays.</summary>
public static class ProgrammeFunding
{
    /// <summary>The rules of a programme; a pillar that waives the contribution and one with an average of hours are found by what they offer.</summary>
    /// <remarks>The version is that of the national data, with a fingerprint that changes with everything else that decides.</remarks>
    public static FundingRules Of(Programme programme, National national)
    {
        var rules = Written(programme, national);
        return rules with { Version = $"{rules.Version}-{FundingFingerprint.Of(rules)}" };
    }

    private static FundingRules Written(Programme programme, National national) => new(national.Kraamzorg.Version, national.OwnContribution)
    {
        Terms = [.. national.Kraamzorg.Terms.Select(t => new Dated<CareTerms>(t.Period, t.Value with { FlexibleFromDay = programme.Work.CareFromDay, FlexibleMonths = programme.Work.CareMonths }))],
        Extensions = national.Kraamzorg.Extensions,
        Tariffs = national.Kraamzorg.Tariffs,
        Institution = national.Kraamzorg.Institution,
        WaiverPillar = programme.Pillars.FirstOrDefault(p => p.WaivesOwnContribution)?.Number,
        FlexiblePillar = programme.Pillars.FirstOrDefault(p => p.AverageHours is not null)?.Number,
        Care = programme.Periods?.Care,
    };
}
