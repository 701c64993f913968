using Flex.Domain.Dossiers;
using Flex.Web.Data.Bulk;

namespace Flex.Web.Data.Tables;

/// <summary>How a family can be reached from a day on; the newest row counts.</summary>
internal sealed record NewSafeContact(Guid Id, Guid DossierId, Guid EntryId, DateOnly From, SafeContact Said)
{
    public static void Add(Work work, IReadOnlyList<NewSafeContact> rows) => work.Add(
        """
        insert into safe_contact (id, dossier_id, from_day, means, at_moment, reads_along, entry_id)
        select i, d, f, string_to_array(m, '|'), a, r, e from unnest($1, $2, $3, $4, $5, $6, $7) t(i, d, f, m, a, r, e)
        """,
        Column.Uuid(rows, r => r.Id), Column.Uuid(rows, r => r.DossierId), Column.Day(rows, r => r.From), Column.Text(rows, r => string.Join('|', r.Said.Means)),
        Column.Text(rows, r => r.Said.Moment), Column.Text(rows, r => r.Said.ReadsAlong), Column.Uuid(rows, r => r.EntryId));
}
