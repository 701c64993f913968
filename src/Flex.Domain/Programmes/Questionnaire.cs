namespace Flex.Domain.Programmes;

/// <summary>One published version of a questionnaire.</summary>
/// <param name="Code">Stable name, such as start or half-jaar.</param>
/// <param name="Version">Published version; an answered form keeps it.</param>
public sealed record Questionnaire(string Code, string Version, string Title, IReadOnlyList<QuestionnaireItem> Items, string Source)
{
    /// <summary>How many months after the birth it is asked, or null when that does not depend on the birth.</summary>
    public int? MonthsAfterBirth { get; init; }

    /// <summary>The day from which it is asked, or null when it may be asked at once or nobody was born yet. Asking earlier is not refused.</summary>
    public DateOnly? AskedFrom(DateOnly? birth) => MonthsAfterBirth is { } months ? birth?.AddMonths(months) : null;
}

/// <summary>One question with its closed list of answers. <paramref name="Invented"/> marks wording that no source gives.</summary>
public sealed record QuestionnaireItem(string Code, string Text, IReadOnlyList<AnswerOption> Options, bool Invented)
{
    /// <summary>True when who decides about a family may neither ask this nor see the answer.</summary>
    public bool HiddenFromDeciders { get; init; }
}

/// <summary>One possible answer.</summary>
public sealed record AnswerOption(string Code, string Label);
