using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Log;

/// <summary>One line of the log in full, for who oversees: who from where, of which dossier by number, and by what right.</summary>
internal sealed record OverseenLine(Guid Id, DateTimeOffset At, string Act, string Actor, string Role, string Organisation, string Purpose, bool Refused, int? Number, int Families, EntryContext? Context, string? Kin)
{
    /// <summary>Whether who, from where and by what right cannot be opened: what is stored of it was changed.</summary>
    public bool Unreadable { get; init; }

    public const int PageSize = 50;

    /// <summary>The statement of a view, newest first.</summary>
    public static string Query(LogView view) => $"""
        select e.id, e.at, e.act, e.actor, e.role, e.organisation, e.purpose, coalesce(e.outcome, 0) <> 0, case when e.dossier_id is not null then log_number(e.dossier_id) end, coalesce(cardinality(e.objects), 0), e.context, e.version, {(view == LogView.Kin ? "log_kin(e.dossier_id, e.actor)" : "null::text")}
        from journal.entry e where {LogPeriod.Holds(1, 2)} and (e.at, e.id) < ($3, $4) and {LogViews.ConditionOf(view)} order by e.at desc, e.id desc limit {PageSize + 1}
        """;

    public static OverseenLine Read(NpgsqlDataReader row, KeyRing keys)
    {
        var context = EntryContext.TryOf(row, 10, keys, row.GetGuid(0), out var readable);
        return new(
            row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetBoolean(7),
            row.IsDBNull(8) ? null : row.GetInt32(8), row.GetInt32(9), context, row.IsDBNull(12) ? null : row.GetString(12)) { Unreadable = !readable };
    }
}
