using Flex.Domain.Shared;
using Flex.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class A_quarter_of_an_hour
{
    [Fact]
    public void Begins_at_an_instant() =>
        Assert.Equal(DateTimeOffset.Parse("2024-03-31T00:15:00Z"), QuarterHour.Beginning(DateTimeOffset.Parse("2024-03-31T01:15:00+01:00"))!.Value.Start);

    [Theory]
    [InlineData("2024-03-31T00:15:01Z")]
    [InlineData("2024-03-31T00:07:00Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    public void Does_not_begin_in_between(string at) => Assert.Null(QuarterHour.Beginning(DateTimeOffset.Parse(at)));

    [Theory]
    [InlineData("2024-03-31T00:29:59Z", "2024-03-31T00:15:00Z")]
    [InlineData("1969-12-31T23:59:59Z", "1969-12-31T23:45:00Z")]
    [InlineData("1969-12-31T23:45:00Z", "1969-12-31T23:45:00Z")]
    public void Holds_the_instants_up_to_the_next(string at, string start) =>
        Assert.Equal(DateTimeOffset.Parse(start), QuarterHour.Holding(DateTimeOffset.Parse(at)).Start);

    [Theory]
    [InlineData("2024-07-01T21:45:00Z", "2024-07-01")]
    [InlineData("2024-07-01T22:00:00Z", "2024-07-02")]
    [InlineData("2024-01-01T22:45:00Z", "2024-01-01")]
    [InlineData("2023-12-31T23:00:00Z", "2024-01-01")]
    public void Lies_on_a_day_in_Amsterdam(string at, string day) =>
        Assert.Equal(DateOnly.Parse(day), Amsterdam.DayOf(QuarterHour.Holding(DateTimeOffset.Parse(at))));

    [Theory]
    [InlineData("2024-03-31", 92)]
    [InlineData("2024-10-27", 100)]
    [InlineData("2024-02-29", 96)]
    public void Is_one_of_as_many_as_the_day_has(string day, int many) => Assert.Equal(many, Amsterdam.In(DateOnly.Parse(day)).Count);

    [Fact]
    public void Is_skipped_in_March_and_told_apart_in_October()
    {
        Assert.Empty(Amsterdam.At(new(2024, 3, 31), new(2, 30)));
        Assert.Equal(["2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z"], Amsterdam.At(new(2024, 10, 27), new(2, 30)).Select(a => a.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ")));
        Assert.Single(Amsterdam.At(new(2024, 10, 27), new(3, 0)));
    }

    [Fact]
    public void Lies_on_the_day_whose_first_and_last_quarter_enclose_it() =>
        Check.One(Seeded.Quick.WithMaxTest(500), Prop.ForAll(Gen.Choose(1_600_000, 2_000_000).ToArbitrary(), index =>
        {
            var (quarter, day) = (new QuarterHour(index), Amsterdam.DayOf(new(index)));
            return Amsterdam.FirstOf(day).Index <= index && index < Amsterdam.FirstOf(day.AddDays(1)).Index
                && Amsterdam.At(day, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(quarter.Start, Amsterdam.Zone).DateTime)).Contains(quarter.Start);
        }));
}
