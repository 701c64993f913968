using Flex.Domain.Shared;
using Xunit;

namespace Flex.Domain.Tests.Shared;

public sealed class Days_counted_from_a_birth
{
    [Theory]
    [InlineData("2024-02-28", 0)]
    [InlineData("2024-02-29", 1)]
    [InlineData("2024-03-07", 8)]
    [InlineData("2024-03-09", 10)]
    [InlineData("2024-04-10", 42)]
    public void Begin_with_the_day_itself_as_day_1(string day, int number)
    {
        Assert.Equal(number, BirthDays.Number(new(2024, 2, 29), DateOnly.Parse(day)));
        Assert.Equal(DateOnly.Parse(day), BirthDays.Day(new(2024, 2, 29), number));
    }

    [Theory]
    [InlineData("2023-03-15", "2023-09-15")]
    [InlineData("2022-08-31", "2023-02-28")]
    [InlineData("2023-08-31", "2024-02-29")]
    [InlineData("2023-08-29", "2024-02-29")]
    [InlineData("2024-02-29", "2024-08-29")]
    [InlineData("2023-05-31", "2023-11-30")]
    [InlineData("2023-07-01", "2024-01-01")]
    public void End_six_months_later_on_the_same_day_or_the_last_of_the_month(string born, string last) =>
        Assert.Equal(DateOnly.Parse(last), BirthDays.LastOf(DateOnly.Parse(born), 6));
}
