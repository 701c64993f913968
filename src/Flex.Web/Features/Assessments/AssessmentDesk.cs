using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.Assessments;

/// <summary>What lies before a professional who weighs a family again: the form, what is wrong with it, and what was weighed before.</summary>
public sealed record AssessmentDesk(DossierHead Head, FactorList List, AssessmentForm Form, IReadOnlyList<AssessmentStep> Steps, bool Ended)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public FormNotice? Said { get; init; }

    /// <summary>What follows from the answers, when somebody asked to see it first.</summary>
    public Reassessment? Seen { get; init; }

    /// <summary>What rarely goes together in the answers that were looked at; what contradicts outright was explained.</summary>
    public IReadOnlyList<string> Contradictions => Seen is { } seen
        ? [.. Domain.Vulnerability.Contradictions.Of(List, seen.Form.States).Where(pair => pair.Weight == ContradictionWeight.Notice).Select(pair => Domain.Vulnerability.Contradictions.Text(pair, List))] : [];

    internal static AssessmentDesk Of(DossierRecord record, FactorList list, AssessmentForm form) =>
        new(record.Head, list, form, AssessmentStep.Of(record.Assessments, list), record.Life.End is not null);

    /// <summary>Null when the form can be stored; otherwise why not, in Dutch.</summary>
    internal static FormNotice? Refuses(DossierRecord record, AssessmentForm form) =>
        record.Life.End is { } end ? HasEnded(end.EndedOn)
        : record.Assessment is { } last && AssessmentForm.VersionOf(last) != form.Version
            ? new("Dit is nog niet opgeslagen", $"{last.By} heeft op {Dutch.Date(last.On)} opnieuw gewogen: {AssessmentStep.Words(last)}. Wat u invulde staat hieronder nog. Klopt het ook nu, verstuur het dan nog eens.")
        : null;

    /// <summary>Nothing is added to a dossier that ended, also when it ended this moment.</summary>
    internal static FormNotice HasEnded(DateOnly? on) => new("Dit is niet opgeslagen", $"Dit dossier is {(on is { } day ? $"op {Dutch.Date(day)} " : "zojuist ")}afgesloten. Heropen het eerst.");
}
