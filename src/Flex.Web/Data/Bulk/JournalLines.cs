using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Bulk;

/// <summary>Writes many journal lines of one unit of work in one statement.</summary>
internal static class JournalLines
{
    public static void Add(Work work, IReadOnlyList<Entry> lines) => work.Add(
        """
        insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, body, outcome, context, mac)
        select i, t, v, a, $8, $9, $10, $11, e, d, b, 0, c, m from unnest($1, $2, $3, $4, $5, $6, $7, $12, $13) x(i, t, v, a, e, d, b, m, c)
        """,
        Column.Uuid(lines, l => l.Id), Column.Instant(lines, l => l.At), Column.Int(lines, l => l.Version), Column.Text(lines, l => l.Act),
        Column.Day(lines, l => l.EffectiveDay), Column.OptionalUuid(lines, l => l.DossierId), Column.Bytes(lines, l => l.Body),
        work.Actor.Id, work.Actor.Role, work.Actor.Organisation, work.Purpose, Column.Bytes(lines, l => l.Mac(work.Keys)), Column.Bytes(lines, l => l.Context));
}
