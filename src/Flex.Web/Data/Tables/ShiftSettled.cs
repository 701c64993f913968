namespace Flex.Web.Data.Tables;

/// <summary>Which of file and page holds, about to be written; once.</summary>
/// <param name="How">A code of <see cref="Domain.CareHours.ShiftCodes.Ends"/>.</param>
internal sealed record ShiftSettled(Guid Shift, string How, string Because)
{
    public void Add(Work work) => work.Add(
        "update shift_line set settled_on = $2, settled_by = $3, settled_as = $4, settled_because = $5, settled_entry = $6 where id = $1 and outcome = 'verschil' and settled_on is null",
        Shift, work.Clock.Today, work.Actor.Name, How, Because, work.EntryId);
}

/// <summary>The sealed body of <see cref="Journal.Act.ShiftSettled"/>.</summary>
internal sealed record ShiftSettledBody(string Number, DateTimeOffset Began, int Quarters, string How, string Because);
