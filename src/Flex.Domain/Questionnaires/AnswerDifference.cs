using Flex.Domain.Programmes;

namespace Flex.Domain.Questionnaires;

/// <summary>One question on which two people who filled in the same list differ; null is no answer. The texts are those on screen.</summary>
public sealed record AnswerDifference(string Question, string? Stored, string? Typed)
{
    /// <summary>Where <paramref name="typed"/> says something else than <paramref name="stored"/>, in the order of the list; answer codes per item code.</summary>
    public static IReadOnlyList<AnswerDifference> Between(Questionnaire form, IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> typed) =>
    [
        .. form.Items
            .Where(i => stored.GetValueOrDefault(i.Code) != typed.GetValueOrDefault(i.Code))
            .Select(i => new AnswerDifference(i.Text, Label(i, stored), Label(i, typed))),
    ];

    /// <summary>The difference in one sentence.</summary>
    public override string ToString() => $"{Question} Bewaard is {Words(Stored)}, u had {Words(Typed)}.";

    private static string Words(string? label) => label is null ? "geen antwoord" : $"“{label}”";

    private static string? Label(QuestionnaireItem item, IReadOnlyDictionary<string, string> answers) =>
        answers.GetValueOrDefault(item.Code) is { } code ? item.Options.FirstOrDefault(o => o.Code == code)?.Label ?? code : null;
}
