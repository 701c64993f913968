using Flex.Domain.Decisions;
using Flex.Domain.Dossiers;
using Flex.Domain.Places;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>The letter about the current decision of one pillar, and whether and how the family heard it.</summary>
public sealed record LetterDesk(DossierHead Head, Programme Programme, DecisionLine Decided, Letter Letter, DateOnly On, LetterAllowed Allowed, ToldLine? Told, bool OverrideWaits)
{
    public ToldForm Form { get; init; } = new(default, default, null);

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public FormNotice? Said { get; init; }

    /// <summary>Whether the family chose to be called.</summary>
    public bool MayCall { get; init; }

    /// <summary>Whether this person may say that the family was told.</summary>
    public bool MayTell { get; init; }

    /// <summary>Null when nobody decided about this pillar.</summary>
    internal static LetterDesk? Of(DossierRecord record, DossierKey key, int pillar, ProgrammeLibrary library, ProgrammeClock clock)
    {
        if (record.Decision(pillar) is not { } decided)
        {
            return null;
        }

        var programme = library.Programmes[record.Head.Programme];
        var facts = key.Open<DecisionFacts>(decided.SealedFacts, decided.Id);
        var letter = LetterText.Of(new(
            OutcomeOf(record, decided), programme.Pillar(pillar).Words, [.. facts.Reasons.Select(r => new LetterReason(r.Kind, r.Answer))],
            decided.Kind == Replacement.Override, record.Life.Place(pillar)?.Until, programme.Work.Contact, Applicant(record, pillar)));
        return new(record.Head, programme, decided, letter, DossierFacts.DayOf(record, clock), LetterRule.Of(ContactOf(record), record.Life.End is not null),
            record.Life.Told.FirstOrDefault(t => t.DecisionId == decided.Id), (record.Life.Override(pillar) ?? record.Life.Returned(decided.Id)) is not null)
        { MayCall = ContactOf(record)?.Allows(SafeContactCodes.Telephone) == true };
    }

    // A name as people have it; what is longer was typed for somebody else to read.
    private static ProgrammeContact? Applicant(DossierRecord record, int pillar) => PillarApplicant.Of(record, pillar) is { Name: { Length: <= 60 } name }
        ? new(name, record.Head.Said.ApplicantName == name ? record.Head.Said.ApplicantPhone : null) : null;

    private static LetterOutcome OutcomeOf(DossierRecord record, DecisionLine decided) => LetterOutcomes.Of(
        decided.Outcome == NewDecision.Admitted, decided.Outcome == NewDecision.Waiting, decided.Kind == Replacement.Lapsed, decided.Kind == Replacement.FromWaitingList,
        record.Life.LastPlace(decided.Pillar) is { } last ? PlaceStates.Parse(last.State) : null);

    private static SafeContact? ContactOf(DossierRecord record) => record.Life.Contact is { } said ? new(said.Means, said.AtMoment, said.ReadsAlong) : null;
}
