using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Questionnaires;

/// <summary>How far a family is with one questionnaire.</summary>
/// <param name="Finished">The day on which it was finished, or null while it is not.</param>
/// <param name="Answered">How many questions have an answer; null when the list was not begun.</param>
public sealed record FormState(Questionnaire Form, int? Answered, DateOnly? Finished)
{
    /// <summary>The state in words.</summary>
    public string Words => (Answered, Finished) switch
    {
        (null, _) => "nog niet ingevuld",
        ({ } some, null) => $"bezig, {some} van {Form.Items.Count} vragen beantwoord",
        ({ } some, { } day) => $"afgerond op {Dutch.Day(day)}, {some} van {Form.Items.Count} vragen beantwoord",
    };

    /// <summary>Why a list that was not begun can wait, or null: it is asked some months after the birth.</summary>
    public string? Later(DateOnly? birth, DateOnly today) => (Answered, Form.MonthsAfterBirth, Form.AskedFrom(birth)) switch
    {
        (null, { } months, null) => $"Deze lijst komt ongeveer {months} maanden na de geboorte aan de beurt.",
        (null, _, { } from) when from > today => $"Deze lijst komt vanaf ongeveer {Dutch.Day(from)} aan de beurt.",
        _ => null,
    };
}
