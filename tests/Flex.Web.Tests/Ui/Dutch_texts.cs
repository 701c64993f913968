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
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
