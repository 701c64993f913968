using Flex.Domain.Funding;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.Funding;

/// <summary>Amounts per family as derived in the domain notes §3.4.</summary>
public sealed class Own_contribution
{
    private static readonly IReadOnlyList<OwnContributionRate> Rates =
        [Year(2021, 460), Year(2022, 470), Year(2023, 480), Year(2024, 510), Year(2025, 540), Year(2026, 570)];

    public static TheoryData<int, int, long> Published() => new()
    {
        { 2021, 24, 110_40 }, { 2021, 45, 207_00 }, { 2021, 49, 225_40 }, { 2021, 80, 368_00 },
        { 2022, 24, 112_80 }, { 2022, 45, 211_50 }, { 2022, 49, 230_30 }, { 2022, 80, 376_00 },
        { 2023, 24, 115_20 }, { 2023, 45, 216_00 }, { 2023, 49, 235_20 }, { 2023, 80, 384_00 },
        { 2024, 24, 122_40 }, { 2024, 45, 229_50 }, { 2024, 49, 249_90 }, { 2024, 80, 408_00 },
        { 2025, 24, 129_60 }, { 2025, 45, 243_00 }, { 2025, 49, 264_60 }, { 2025, 80, 432_00 },
        { 2026, 24, 136_80 }, { 2026, 45, 256_50 }, { 2026, 49, 279_30 }, { 2026, 80, 456_00 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Is_hours_times_the_tariff_of_the_year(int year, int hours, long cents) =>
        Assert.Equal(new Cents(cents), OwnContribution.Of(Rates, new(year, 7, 1), new(hours * 4)).Amount);

    [Fact]
    public void Follows_the_day_of_care_around_New_Year()
    {
        Assert.Equal(new Cents(480), OwnContribution.Of(Rates, new(2023, 12, 31), new(4)).Amount);
        Assert.Equal(new Cents(510), OwnContribution.Of(Rates, new(2024, 1, 1), new(4)).Amount);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 118)] // 117.5
    [InlineData(2, 235)]
    [InlineData(3, 353)] // 352.5
    public void Rounds_half_a_cent_up_per_contact(int quarters, long cents) =>
        Assert.Equal(new Cents(cents), OwnContribution.Of(Rates, new(2022, 7, 1), new(quarters)).Amount);

    [Theory]
    [InlineData(453, 113)] // 113.25
    [InlineData(455, 114)] // 113.75
    public void Rounds_to_the_nearest_cent_otherwise(long perHour, long cents) =>
        Assert.Equal(new Cents(cents), OwnContribution.Of([Year(2022, perHour)], new(2022, 7, 1), new(1)).Amount);

    [Theory]
    [InlineData(2020, 12, 31)]
    [InlineData(2027, 1, 1)]
    public void Is_refused_for_a_day_without_tariff(int year, int month, int day)
    {
        var result = OwnContribution.Of(Rates, new(year, month, day), new(4));
        Assert.Null(result.Amount);
        Assert.Equal(OwnContributionRefusal.NoRateForDay, result.Refusal);
    }

    [Fact]
    public void Names_the_tariff_it_rests_on() => Assert.Equal(Rates[2], OwnContribution.Of(Rates, new(2023, 3, 1), new(1)).Rate);

    private static OwnContributionRate Year(int year, long cents) =>
        new(new(new(year, 1, 1), new(year, 12, 31)), new(cents), "verified", "test");
}
