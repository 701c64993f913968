using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Duplicates;

/// <summary>An application that waits for a person, sealed under the key of the dossier it resembles.</summary>
/// <param name="Number">The sender's own number; for a form its act id.</param>
/// <param name="Fields">What was said, by column.</param>
internal sealed record WaitingApplication(Guid Id, Guid EntryId, string Number, IReadOnlyDictionary<string, string> Fields, Resemblance Resemblance)
{
    /// <summary>What the journal says of it.</summary>
    public Entry Line(Work work, string sender) => work.Line(Act.DuplicateWaits, EntryId, Resemblance.Key, Body(sender));

    public WaitingBody Body(string sender) => new(sender, Number, Resemblance.Why);

    public static void Add(Work work, string programme, string sender, IReadOnlyList<WaitingApplication> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        work.Add(
            """
            insert into likely_duplicate (id, programme, sender, number, resembles, why, row, waiting_since, entry_id)
            select i, $7, $8, n, r, w, s, $9, e from unnest($1, $2, $3, $4, $5, $6) t(i, n, r, w, s, e)
            """,
            Column.Uuid(rows, w => w.Id), Column.Text(rows, w => w.Number), Column.Uuid(rows, w => w.Resemblance.Key.Dossier), Column.Text(rows, w => w.Resemblance.Why),
            Column.Bytes(rows, w => w.Resemblance.Key.Close(w.Fields, w.Id)), Column.Uuid(rows, w => w.EntryId), programme, sender, work.Clock.Today);
    }
}

/// <summary>The sealed body of <see cref="Act.DuplicateWaits"/>.</summary>
internal sealed record WaitingBody(string Sender, string Number, string Why);
