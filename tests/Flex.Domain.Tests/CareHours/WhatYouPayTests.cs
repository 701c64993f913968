using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Flex.Domain.Tests.Funding;
using Flex.Domain.Tests.Support;
using Xunit;

namespace Flex.Domain.Tests.CareHours;

/// <summary>"Dit betaalt u" beside a choice of hours.</summary>
public sealed class What_a_family_pays
{
    private static readonly DateOnly Day = new(2024, 3, 5);

    [Theory]
    [InlineData(24, 12240)]
    [InlineData(45, 22950)]
    [InlineData(49, 24990)]
    [InlineData(80, 40800)]
    public void Is_the_contribution_of_the_hours(int hours, long cents) => Assert.Equal(new(new(hours * 4), new(cents), default, default, new(cents)), Of(hours, null, false));

    [Theory]
    [InlineData(null, true, 0, 12240, 0)]
    [InlineData(5000, true, 5000, 7240, 0)]
    [InlineData(5000, false, 5000, 0, 7240)]
    [InlineData(99999, true, 12240, 0, 0)]
    public void Is_paid_by_a_policy_first_then_the_programme(int? policy, bool waived, long byPolicy, long byProgramme, long byFamily)
    {
        var pays = Of(24, policy is { } cents ? new Cents(cents) : null, waived)!.Value;
        Assert.Equal((byPolicy, byProgramme, byFamily), (pays.ByPolicy.Value, pays.ByProgramme.Value, pays.ByFamily.Value));
        Assert.Equal(pays.Full.Value, pays.ByPolicy.Value + pays.ByProgramme.Value + pays.ByFamily.Value);
    }

    [Fact]
    public void Is_not_known_without_a_tariff() => Assert.Null(WhatYouPay.Of(ALife.Rules.Contributions, new(2027, 1, 1), new(96), null, false));

    [Fact]
    public void Is_shown_beside_the_minimum_the_basic_package_and_the_most()
    {
        Assert.Equal([24, 45, 80], Choices(false));
        Assert.Equal([24, 49, 80], Choices(true));
        Assert.Equal([24, 45, 49, 80], Choices(null));
    }

    [Fact]
    public void Is_said_in_plain_Dutch()
    {
        Assert.Equal("24 uur: u betaalt € 122,40.", WhatYouPayText.Of(Of(24, null, false)!.Value));
        Assert.Equal("24 uur: u betaalt € 72,40. Uw verzekering betaalt € 50,00.", WhatYouPayText.Of(Of(24, new Cents(5000), false)!.Value));
        Assert.Equal("24 uur: u betaalt niets. Anders was het € 122,40.", WhatYouPayText.Of(Of(24, null, true)!.Value));
        Assert.Equal("24 uur: u betaalt niets. Uw verzekering betaalt € 122,40.", WhatYouPayText.Of(Of(24, new Cents(99999), false)!.Value));
        Assert.Equal("0 uur: u betaalt niets.", WhatYouPayText.Of(Of(0, null, false)!.Value));
        Assert.Empty(PlainDutch.Faults($"{WhatYouPayText.Of(Of(24, new Cents(5000), false)!.Value)} {WhatYouPayText.Of(Of(24, null, true)!.Value)} {WhatYouPayText.Unknown(new(96))}"));
    }

    private static IEnumerable<int> Choices(bool? breast) => WhatYouPay.Choices(new(), breast).Select(c => c.Count / 4);

    private static WhatYouPay? Of(int hours, Cents? policy, bool waived) => WhatYouPay.Of(ALife.Rules.Contributions, Day, new(hours * 4), policy, waived);
}
