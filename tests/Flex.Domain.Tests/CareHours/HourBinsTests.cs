using Flex.Domain.CareHours;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.CareHours;

public sealed class Hours_in_bins
{
    private static readonly IReadOnlyList<HourBin> Bins = Ascending(1, 20, 44, 84, 124, 164, 204, 244, null);

    [Fact]
    public void Each_quarter_lies_in_exactly_one()
    {
        Assert.Null(HourBins.Check(Bins));
        for (var quarters = 1; quarters <= 400; quarters++)
        {
            var holding = Bins.Where(b => quarters >= b.FromQuarters && quarters < (b.BelowQuarters ?? int.MaxValue));
            Assert.Equal(holding.Single(), HourBins.BinOf(new(quarters), Bins));
        }
    }

    [Fact]
    public void No_care_lies_in_none() => Assert.Null(HourBins.BinOf(new(0), Bins));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(19, 0)] // 4.75 hours: still "1–4"
    [InlineData(20, 1)]
    [InlineData(43, 1)] // 10.75 hours: still "5–10"
    [InlineData(44, 2)]
    [InlineData(243, 6)]
    [InlineData(244, 7)] // 61 hours
    [InlineData(40_000, 7)]
    public void The_edges_are_the_stated_ones(int quarters, int bin) => Assert.Equal(Bins[bin], HourBins.BinOf(new(quarters), Bins));

    [Theory]
    [InlineData("", HourBinsProblem.NoBins)]
    [InlineData("0-20 20-", HourBinsProblem.FirstNotAtOneQuarter)]
    [InlineData("4-20 20-", HourBinsProblem.FirstNotAtOneQuarter)]
    [InlineData("1-20 21-", HourBinsProblem.Gap)]
    [InlineData("1-20 19-", HourBinsProblem.Overlap)]
    [InlineData("1-20 1-20", HourBinsProblem.Overlap)]
    [InlineData("1-20 20-20 20-", HourBinsProblem.EmptyBin)]
    [InlineData("1- 20-", HourBinsProblem.OpenBeforeLast)]
    [InlineData("1-20 20-44", HourBinsProblem.LastNotOpen)]
    public void A_wrong_list_is_named(string bins, HourBinsProblem problem) => Assert.Equal(problem, HourBins.Check(Read(bins)));

    private static HourBin[] Ascending(params int?[] edges) =>
        [.. edges.Zip(edges.Skip(1), (from, below) => new HourBin($"{from}", from!.Value, below))];

    private static HourBin[] Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => b.Split('-'))
            .Select(b => new HourBin(b[0], int.Parse(b[0]), b[1].Length == 0 ? null : int.Parse(b[1])))];
}
