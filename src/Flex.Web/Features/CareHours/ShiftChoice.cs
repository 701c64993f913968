using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;

namespace Flex.Web.Features.CareHours;

/// <summary>A line of the provider's file beside the contact from which it differs, as that stands now.</summary>
public sealed record ShiftChoice(HoursDesk Desk, ShiftRow Shift, ContactRow Now)
{
    internal static ShiftChoice? Of(HoursDesk desk, Guid shift) =>
        desk.Funding.Shifts.FirstOrDefault(s => s.Id == shift && s.Outcome == ShiftCodes.Different) is { } row ? new(desk, row, ShiftReading.Last(desk.Funding, row.ContactId)) : null;

    /// <summary>What is said when somebody chose before.</summary>
    public FormNotice? Settled => Shift.SettledOn is not { } on ? null
        : new("Hierover is al gekozen", $"{Shift.SettledBy} koos op {Ui.Dutch.Date(on)} voor wat {(Shift.SettledAs == ShiftCodes.File ? "het bestand zegt" : "er stond")}: {Shift.SettledBecause}");

    /// <summary>"14-05-2023 9:00 tot 12:00, door …"; that it was taken back, with who and why.</summary>
    public string NowSays => Now.Quarters == 0
        ? $"Teruggenomen door {Now.RegisteredBy} op {Ui.Dutch.Date(Now.RegisteredOn)}: {Now.Because}"
        : $"{ContactWords.When(HoursDesk.FromOf(Now), HoursDesk.FromOf(Now).Plus(Now.Quarters))}, door {Now.Caregiver}";

    private bool IsSameShift => Desk.Funding.Shifts.Any(s => s.Id != Shift.Id && s.Sender == Shift.Sender && s.Number == Shift.Number);

    /// <summary>What the file says as a contact: in the place of what stands, or, when that has moved elsewhere since, beside it.</summary>
    internal NewContact FromFile(Guid act, string because)
    {
        var given = new GivenContact(Shift.From, new(Shift.Quarters), Shift.Setting, Now.Done, Now.Note, Now.Signal, Now.Together);
        var replaces = IsSameShift || Now.Quarters == 0 || given.Overlaps(HoursDesk.FromOf(Now), HoursDesk.FromOf(Now).Plus(Now.Quarters)) ? Now.Id : (Guid?)null;
        return new(act, Desk.Record.Head.Id, given, replaces, Shift.Caregiver, Now.Caregiver == Shift.Caregiver ? Now.Carer : "bestand:" + Shift.Sender, replaces is null ? null : because);
    }

    /// <summary>Why the file's line cannot be written now; null when it can.</summary>
    internal string? InTheWay(NewContact contact)
    {
        var closed = ClosedMonth.Of(Desk.Funding.Closed, contact.Given.From, contact.Given.Until) ?? (contact.Replaces is null ? null : ClosedMonth.Of(Desk.Funding.Closed, HoursDesk.FromOf(Now), HoursDesk.FromOf(Now).Plus(Now.Quarters)));
        var other = HoursDesk.Others(Desk.Funding, contact.Replaces).FirstOrDefault(c => contact.Given.Overlaps(HoursDesk.FromOf(c), HoursDesk.FromOf(c).Plus(c.Quarters)) && (HoursDesk.IsBy(c, contact.Carer, contact.Caregiver) || !contact.Given.Together));
        return closed?.Sentence ?? (other is null ? null : $"In deze tijd staat ook {ContactWords.When(HoursDesk.FromOf(other), HoursDesk.FromOf(other).Plus(other.Quarters))}, door {other.Caregiver}. Verbeter die eerst of neem haar terug.");
    }
}
