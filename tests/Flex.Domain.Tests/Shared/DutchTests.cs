using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class Writing_for_a_Dutch_reader
{
    [Theory]
    [InlineData(0, "€ 0,00")]
    [InlineData(460, "€ 4,60")]
    [InlineData(3_381_000, "€ 33.810,00")]
    [InlineData(-5, "€ -0,05")]
    public void Amounts_have_a_comma(long cents, string text) => Assert.Equal(text, Dutch.Amount(new(cents)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0,25")]
    [InlineData(30, "7,5")]
    [InlineData(96, "24")]
    [InlineData(4_800, "1.200")]
    public void Hours_drop_what_is_zero(int quarters, string text) => Assert.Equal(text, Dutch.Hours(new(quarters)));

    [Fact]
    public void Periods_name_both_days()
    {
        Assert.Equal("01-11-2021 tot en met 31-12-2023", Dutch.Period(new(new(2021, 11, 1), new(2023, 12, 31))));
        Assert.Equal("vanaf 01-11-2021", Dutch.Period(new(new(2021, 11, 1), null)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a of b")]
    [InlineData("a b c", "a, b of c")]
    public void Lists_end_with_of(string words, string text) =>
        Assert.Equal(text, Dutch.Or(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
