using Flex.Domain.CareHours;

namespace Flex.Web.Data.Tables;

/// <summary>A line of the provider's file about one shift, about to be written with the contact that it is or is held against.</summary>
/// <param name="Outcome">A code of <see cref="ShiftCodes.Outcomes"/>.</param>
internal sealed record NewShiftLine(Guid Dossier, string Sender, SaidShift Shift, Guid Contact, string Outcome, Guid Entry)
{
    public void Add(Work work) => work.Add(
        """
        insert into shift_line (id, dossier_id, sender, number, contact_id, began, quarters, setting, caregiver, outcome, said_on, said_by, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        work.Clock.NewId(), Dossier, Sender, Shift.Number, Contact, Shift.From.Start, Shift.Length.Count, Shift.Setting, Shift.Caregiver, Outcome, work.Clock.Today, work.Actor.Name, Entry);
}

/// <summary>The sealed body of <see cref="Journal.Act.ShiftsTaken"/>: what the file said of one family.</summary>
internal sealed record ShiftsBody(string Sender, IReadOnlyList<ShiftBody> Shifts);

/// <summary>One line of it.</summary>
internal sealed record ShiftBody(string Number, DateTimeOffset Began, int Quarters, string Setting, string Caregiver);
