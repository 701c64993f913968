using Flex.Domain.Programmes;

namespace Flex.Domain.Questionnaires;

/// <summary>Which version of a programme's questionnaires is used for what; versions stand oldest first.</summary>
public static class Forms
{
    /// <summary>The newest version of every questionnaire, in the order in which a family meets them.</summary>
    public static IReadOnlyList<Questionnaire> Newest(this Programme programme) =>
        [.. programme.Questionnaires.GroupBy(q => q.Code, StringComparer.Ordinal).Select(versions => versions.Last()).OrderBy(q => q.MonthsAfterBirth ?? 0).ThenBy(q => q.Code, StringComparer.Ordinal)];

    /// <summary>The version in which a list was begun, or the newest when it was not begun; null when the programme has no such list.</summary>
    public static Questionnaire? Form(this Programme programme, string code, string? version) =>
        programme.Questionnaires.LastOrDefault(q => q.Code == code && (version is null || q.Version == version));

    /// <summary>Whether a question is kept from who decides; what one version hides is hidden in all, for answers outlive a version.</summary>
    public static bool IsHiddenFromDeciders(this Programme programme, string code, string item) =>
        programme.Questionnaires.Any(q => q.Code == code && q.Items.Any(i => i.Code == item && i.HiddenFromDeciders));

    /// <summary>Whether a figure counts the answers to such a question: whichever of its parameters names it.</summary>
    public static bool IsHiddenFromDeciders(this Programme programme, FactsheetFigure figure) =>
        programme.Questionnaires.SelectMany(q => q.Items).Any(i => i.HiddenFromDeciders && figure.Parameters.Values.Contains(i.Code, StringComparer.Ordinal));
}
