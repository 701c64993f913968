using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;

namespace Flex.Domain.Tests.Questionnaires;

public sealed class The_state_of_a_list
{
    private static readonly Questionnaire Start = new("start", "2", "Bij de start", [new("a", "A?", [], true), new("b", "B?", [], true)], "verzonnen");
    private static readonly Questionnaire HalfYear = Start with { Code = "half", MonthsAfterBirth = 6 };

    [Fact]
    public void Is_said_in_words()
    {
        Assert.Equal("nog niet ingevuld", new FormState(Start, null, null).Words);
        Assert.Equal("bezig, 0 van 2 vragen beantwoord", new FormState(Start, 0, null).Words);
        Assert.Equal("bezig, 1 van 2 vragen beantwoord", new FormState(Start, 1, null).Words);
        Assert.Equal("afgerond op 14-05-2023, 2 van 2 vragen beantwoord", new FormState(Start, 2, new(2023, 5, 14)).Words);
    }

    [Theory]
    [InlineData(null, "2023-05-15", "Deze lijst komt ongeveer 6 maanden na de geboorte aan de beurt.")]
    [InlineData("2023-03-31", "2023-09-29", "Deze lijst komt vanaf ongeveer 30-09-2023 aan de beurt.")]
    [InlineData("2023-03-31", "2023-09-30", null)]
    public void Says_when_a_later_list_is_asked(string? birth, string today, string? expected)
    {
        DateOnly? born = birth is null ? null : DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture);
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, new FormState(HalfYear, null, null).Later(born, day));
        Assert.Null(new FormState(HalfYear, 1, null).Later(born, day));
        Assert.Null(new FormState(Start, null, null).Later(born, day));
    }
}
