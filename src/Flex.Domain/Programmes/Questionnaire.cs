namespace Flex.Domain.Programmes;

/// <summary>One published version of a questionnaire.</summary>
/// <param name="Code">Stable name, such as start or half-jaar.</param>
/// <param name="Version">Published version; an answered form keeps it.</param>
public sealed record Questionnaire(string Code, string Version, string Title, IReadOnlyList<QuestionnaireItem> Items, string Source);

/// <summary>One question with its closed list of answers. <paramref name="Invented"/> marks wording that no source gives.</summary>
public sealed record QuestionnaireItem(string Code, string Text, IReadOnlyList<AnswerOption> Options, bool Invented);

/// <summary>One possible answer.</summary>
public sealed record AnswerOption(string Code, string Label);
