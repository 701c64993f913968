using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class An_amount_of_care
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.25", 1)]
    [InlineData("7.5", 30)]
    [InlineData("10000", 40_000)]
    [InlineData("7.50", 30)]
    public void Is_whole_quarters(string hours, int quarters) => Assert.Equal(new Quarters(quarters), Quarters.FromHours(Number(hours)));

    [Theory]
    [InlineData("-0.25")]
    [InlineData("0.1")]
    [InlineData("7.51")]
    [InlineData("10000.25")]
    public void Refuses_other_hours(string hours) => Assert.Null(Quarters.FromHours(Number(hours)));

    [Fact]
    public void Is_never_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => new Quarters(-1));

    [Fact]
    public void Reads_back_from_hours()
    {
        for (var i = 0; i <= 40_000; i += 7)
        {
            Assert.Equal(i, Quarters.FromHours(new Quarters(i).Hours)?.Count);
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
