using Flex.Domain.Funding;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;
using Xunit;

namespace Flex.Domain.Tests.Funding;

/// <summary>The version of a decision says of everything that decided whether it was the same.</summary>
public sealed class The_fingerprint_of_the_rules
{
    private static readonly DateRange Always = new(new(2020, 1, 1), null);

    private static readonly FundingRules Rules = ALife.Rules with
    {
        Terms = [new(Always, new())],
        Tariffs = [new(TariffKind.Hour, Always, new(60_00), "een")],
        Institution = [new(Always, new(18_50), "een")],
    };

    private static readonly CareTerms[] OtherTerms =
    [
        new() { RegularDays = 9 }, new() { FlexibleFromDay = 9 }, new() { ExtensionFrom = new(2025, 1, 1) }, new() { ExtensionLastDay = 41 }, new() { FlexibleMonths = 5 },
        new() { PartusUsesIndication = true }, new() { StayWhenBreastFed = new(23) }, new() { StayWhenBottleFed = new(23) },
    ];

    private static readonly FundingRules[] Other =
    [
        Rules with { Terms = [] }, Rules with { Terms = [new(new(new(2021, 1, 1), null), new())] }, Rules with { Terms = [new(new(Always.First, new(2030, 1, 1)), new())] },
        .. OtherTerms.Select(t => Rules with { Terms = [new(Always, t)] }),
        .. new Func<ExtensionRule, ExtensionRule>[] { e => e with { Concern = "een" }, e => e with { Period = Always }, e => e with { Classes = ClassSet.Vulnerable }, e => e with { ByMidwife = false }, e => e with { Contiguous = false } }
            .Select(change => Rules with { Extensions = [change(Rules.Extensions[0]), Rules.Extensions[1]] }),
        Rules with { Tariffs = [Rules.Tariffs[0] with { PerHour = new(60_01) }] }, Rules with { Tariffs = [Rules.Tariffs[0] with { Kind = TariffKind.Flexible }] },
        Rules with { Contributions = [.. Rules.Contributions.Skip(1)] }, Rules with { Contributions = [Rules.Contributions[0] with { PerHour = new(461) }, .. Rules.Contributions.Skip(1)] },
        Rules with { Institution = [Rules.Institution[0] with { PerPersonPerDay = new(18_51) }] },
        Rules with { WaiverPillar = null }, Rules with { FlexiblePillar = null }, Rules with { WaiverPillar = 2, FlexiblePillar = 1 }, Rules with { Care = Always },
        Rules with { PayingMunicipalities = new HashSet<string>() }, Rules with { WaivedConcerns = new HashSet<string>() }, Rules with { Uninsured = new HashSet<string>() },
        Rules with { PayingMunicipalities = new HashSet<string> { "een" } }, Rules with { WaivedConcerns = new HashSet<string> { "een" } },
    ];

    [Fact]
    public void Is_another_for_everything_that_decides()
    {
        Assert.Equal(Other.Length + 1, Other.Append(Rules).Select(FundingFingerprint.Of).Distinct().Count());
        Assert.Equal(typeof(CareTerms).GetProperties().Length, OtherTerms.Length);
        Assert.Equal(12, typeof(FundingRules).GetProperties().Length); // each of these but the version is changed above
    }

    [Fact]
    public void Is_the_same_whatever_the_version_the_source_or_the_order() =>
        Assert.Equal(FundingFingerprint.Of(Rules), FundingFingerprint.Of(Rules with
        {
            Version = "later",
            Tariffs = [Rules.Tariffs[0] with { Source = "twee" }],
            Contributions = [.. Rules.Contributions.Reverse().Select(c => c with { Source = "twee", Sureness = "secondary" })],
            Extensions = [.. Rules.Extensions.Reverse()],
        }));

    [Fact]
    public void Is_eight_digits_that_a_build_cannot_change() => Assert.Equal("614ae0dc", FundingFingerprint.Of(new("proef", [])));
}
