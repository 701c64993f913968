using Npgsql;

namespace Flex.Web.Data.Erasing;

/// <summary>A dossier that is kept longer than its term.</summary>
internal sealed record PastTerm(Guid Dossier, int Number, DateTimeOffset ChangedAt, bool Admitted)
{
    /// <summary>$1: admitted families changed before it; $2: those that never were. All dossiers of a family count together: the last change and any admission.</summary>
    internal const string Asked = """
        select d.id, d.number, x.changed, x.admitted from dossier d cross join lateral (
            select max(changed_at(f)) as changed, bool_or(exists (select from decision c where c.dossier_id = f and c.outcome = 'toegelaten') or exists (select from care_entry c where c.dossier_id = f) or exists (select from care_contact c where c.dossier_id = f)) as admitted
            from unnest(same_family(d.id)) f) x
        where x.changed < case when x.admitted then $1::timestamptz else $2::timestamptz end and d.id = (same_family(d.id))[1]
        order by d.number
        """;

    internal static PastTerm Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3));
}
