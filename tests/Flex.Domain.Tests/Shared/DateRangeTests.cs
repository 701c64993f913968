using Flex.Domain.Tests.Support;
using Flex.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class A_period_of_days
{
    private static readonly DateOnly Day1 = new(2022, 1, 1);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Includes_both_its_ends(int offset, bool inside) =>
        Assert.Equal(inside, new DateRange(Day1, Day1.AddDays(10)).Contains(Day1.AddDays(offset)));

    [Fact]
    public void Goes_on_when_it_has_no_end() => Assert.True(new DateRange(Day1, null).Contains(DateOnly.MaxValue));

    [Fact]
    public void Cannot_end_before_it_begins() => Assert.Throws<ArgumentException>(() => new DateRange(Day1, Day1.AddDays(-1)));

    [Fact]
    public void Overlaps_another_exactly_when_they_share_a_day() =>
        Check.One(Seeded.Quick.WithMaxTest(500), Prop.ForAll(Ranges(), Ranges(), (a, b) =>
            a.Overlaps(b) == Days().Any(d => a.Contains(d) && b.Contains(d)) && a.Overlaps(b) == b.Overlaps(a)));

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 41).Select(Day1.AddDays);

    private static Arbitrary<DateRange> Ranges() =>
        (from first in Gen.Choose(0, 20)
         from length in Gen.Choose(0, 20)
         from open in Gen.Elements(true, false)
         select new DateRange(Day1.AddDays(first), open ? null : Day1.AddDays(first + length))).ToArbitrary();
}
