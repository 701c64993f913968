using Flex.Domain.Funding;

namespace Flex.Web.Data.Funding;

/// <summary>Everything stored of a family that decides who pays its hours, with what was decided before.</summary>
public sealed record FamilyFunding(
    DateOnly? BirthDate,
    IReadOnlyList<BirthLine> Births,
    IReadOnlyList<PeriodLine> Homes,
    IReadOnlyList<PeriodLine> Insurances,
    IReadOnlyList<AdmittedRow> Decisions,
    IReadOnlyList<DoneRow> Done,
    IReadOnlyList<ClassRow> Classes,
    DateOnly? EndedOn,
    IReadOnlyList<IndicationRow> Indications,
    IReadOnlyList<WishRow> Wishes,
    IReadOnlyList<CoverRow> Covers,
    IReadOnlyList<AskedRow> Asked,
    IReadOnlyList<ContactRow> Contacts,
    IReadOnlyList<AnswerRow> Answers,
    IReadOnlyList<LineRow> Lines)
{
    /// <summary>What the provider's files said, oldest first.</summary>
    public IReadOnlyList<ShiftRow> Shifts { get; init; } = [];

    /// <summary>The months of the programme that are closed.</summary>
    public IReadOnlyList<Domain.CareHours.ClosedMonth> Closed { get; init; } = [];

    /// <summary>What holds of the decided lines, in order of time.</summary>
    public IReadOnlyList<LineRow> Standing => [.. Lines.Where(l => l.WithdrawnOn is null)];

    /// <summary>Every contact and correction as the rule reads it.</summary>
    public IReadOnlyList<CareContact> Given => [.. Contacts.Select(ContactOf)];

    /// <summary>The contacts that stand: not those that were corrected or taken back.</summary>
    public IReadOnlyList<ContactRow> StandingContacts
    {
        get
        {
            var standing = Domain.Funding.StandingContacts.Of(Given);
            return [.. standing.Select(s => Contacts.First(c => c.Id == s.Id))];
        }
    }

    /// <summary>What corrected a contact, or null.</summary>
    public ContactRow? CorrectionOf(Guid contact) => Contacts.Where(c => c.Replaces == contact).MaxBy(c => c.Id);

    /// <summary>The last dispute about a contact, settled or not; null when there was none.</summary>
    public AnswerRow? DisputeOf(Guid contact) => Answers.LastOrDefault(a => a.ContactId == contact && !a.Agrees);

    /// <summary>The dispute for which nothing can be claimed of a standing contact: about itself, or about what it corrected.</summary>
    public AnswerRow? OpenDisputeOf(ContactRow? contact) => contact is null ? null
        : Answers.FirstOrDefault(a => a.ContactId == contact.Id && a.IsOpen) ?? OpenDisputeOf(Contacts.FirstOrDefault(c => c.Id == contact.Replaces));

    /// <summary>The difference with a file about which somebody still chooses; null when there is none about this contact.</summary>
    public ShiftRow? OpenShiftOf(ContactRow contact) => Shifts.FirstOrDefault(s => s.IsOpen && ShiftReading.Last(this, s.ContactId).Id == contact.Id);

    /// <summary>What was decided before, as the rule would say it.</summary>
    public PayerDecision Decided => new([.. Standing.Select(LineReading.Of)]);

    private static CareContact ContactOf(ContactRow c) => new(c.Id, Domain.Shared.QuarterHour.Holding(c.Began), new(c.Quarters), CareCodes.Setting(c.Setting), c.Replaces);
}
