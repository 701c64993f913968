using System.Globalization;
using Flex.Web.Ui;
using Xunit;

namespace Flex.Web.Tests.Ui;

public sealed class Dutch_texts
{
    [Fact]
    public void Do_not_follow_the_culture_of_the_server()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            Assert.Equal("1.234.567", Dutch.Number(1234567));
            Assert.Equal("29,8 %", Dutch.Percent(0.29771m));
            Assert.Equal("31 %", Dutch.Percent(0.31m));
            Assert.Equal("7,5", Dutch.Hours(30));
            Assert.Equal("0,25", Dutch.Hours(1));
            Assert.Equal("€ 1.234,56", Dutch.Euro(123456));
            Assert.Equal("€ -0,05", Dutch.Euro(-5));
            Assert.Equal("31-12-2026", Dutch.Date(new DateOnly(2026, 12, 31)));
            Assert.Equal("zondag 1 maart 2026", Dutch.LongDate(new DateOnly(2026, 3, 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1-3-2026")]
    [InlineData(" 01-03-2026 ")]
    [InlineData("1/3/2026")]
    [InlineData("2026-03-01")]
    [InlineData("1 maart 2026")]
    public void Read_a_day_as_people_type_it(string typed)
    {
        Assert.True(Dutch.TryDate(typed, out var day));
        Assert.Equal(new DateOnly(2026, 3, 1), day);
    }

    [Theory]
    [InlineData("31-02-2026")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("3-26")]
    public void Refuse_a_day_that_is_none(string? typed) => Assert.False(Dutch.TryDate(typed, out _));
}
