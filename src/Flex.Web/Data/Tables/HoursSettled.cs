namespace Flex.Web.Data.Tables;

/// <summary>How a dispute about a contact ended, about to be written; once.</summary>
/// <param name="How">A code of <see cref="Domain.CareHours.DisputeCodes.Ends"/>.</param>
internal sealed record HoursSettled(Guid Answer, string How, string Because)
{
    public void Add(Work work) => work.Add(
        "update hours_answer set settled_on = $2, settled_by = $3, settled_as = $4, settled_because = $5, settled_entry = $6 where id = $1 and not agrees and settled_on is null",
        Answer, work.Clock.Today, work.Actor.Name, How, Because, work.EntryId);
}

/// <summary>The sealed body of <see cref="Journal.Act.HoursSettled"/>.</summary>
internal sealed record HoursSettledBody(string Disputed, string How, string Because);
