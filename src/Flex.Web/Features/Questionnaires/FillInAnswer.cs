using Flex.Domain.Dossiers;
using Flex.Domain.Questionnaires;
using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Questionnaires;

/// <summary>What became of a posted list: stored (303), not right (422), refused (409) or not known (503); the page then shows it with everything that was typed.</summary>
internal sealed record FillInAnswer(FormDesk Desk, FillInForm Form, int Status)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public FormNotice? Said { get; init; }

    /// <summary>Where this form and what somebody else saved differ.</summary>
    public IReadOnlyList<AnswerDifference> Differences { get; init; } = [];

    public static FillInAnswer? Wrong(FormDesk desk, FillInForm form, IReadOnlyList<Problem> problems) => problems.Count == 0
        ? null
        : new(desk, form, StatusCodes.Status422UnprocessableEntity) { Errors = [.. problems.Select(p => new FieldError(p.Field, p.Message))] };

    /// <summary>Why this form may not be stored on what lies there now; the same sent twice is no refusal, it is there. Null when nothing stands in the way.</summary>
    public static FillInAnswer? Refused(FormDesk desk, FillInForm form, ProgrammeClock clock) => desk switch
    {
        { Stored: { } stored } when stored.ActId == form.Act => Same(stored, form) ? new(desk, form, StatusCodes.Status303SeeOther) : CountedElsewhere(desk, form, clock),
        { Closed: { } closed } => new(desk, form, StatusCodes.Status409Conflict) { Said = closed },
        { Stored: { } stored } when stored.EntryId != form.Version => SavedSince(desk, stored, form with { Version = stored.EntryId, Answered = Filled(stored, form) }),
        _ => null,
    };

    /// <summary>The act was counted with other content: it comes back under a new one, so that sending it again is meant.</summary>
    public static FillInAnswer CountedElsewhere(FormDesk desk, FillInForm form, ProgrammeClock clock) =>
        new(desk, form with { Act = clock.NewId(), Version = desk.Stored?.EntryId }, StatusCodes.Status409Conflict) { Said = FormNotice.SentBefore(before: null) };

    private static FillInAnswer SavedSince(FormDesk desk, StoredForm stored, FillInForm form) =>
        new(desk, form, StatusCodes.Status409Conflict) { Said = FormDesk.SavedSince(stored), Differences = AnswerDifference.Between(desk.Form, stored.Answers, form.Answered) };

    // What this form left open is no answer that could be lost; what somebody else was told is one.
    private static Dictionary<string, string> Filled(StoredForm stored, FillInForm form) =>
        stored.Answers.Where(a => !form.Answered.ContainsKey(a.Key)).Concat(form.Answered).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);

    private static bool Same(StoredForm stored, FillInForm form) =>
        stored.Finished == form.Finish && stored.Answers.Count == form.Answered.Count && stored.Answers.All(a => form.Answered.GetValueOrDefault(a.Key) == a.Value);
}
