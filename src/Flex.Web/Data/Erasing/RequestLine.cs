using Npgsql;

namespace Flex.Web.Data.Erasing;

/// <summary>A request of a family that waits for a decision or to be carried out.</summary>
/// <param name="What">What it asks now: vernietigen, vernietigen-uitvoeren or afschrift.</param>
public sealed record RequestLine(Guid Id, Guid Dossier, int Number, string Mother, DateOnly AskedOn, DateOnly DueOn, string What)
{
    /// <summary>The first due first, behind the day $2 and the request $3.</summary>
    internal const string Open = """
        select x.id, x.dossier_id, d.number, m.name, x.asked_on, x.due_on, x.what
        from (select r.id, r.dossier_id, r.asked_on, r.due_on, case r.state when 'toegewezen' then 'vernietigen-uitvoeren' else 'vernietigen' end as what from erasure_request r where r.state <> 'geweigerd'
              union all select c.id, c.dossier_id, c.asked_on, c.due_on, 'afschrift' from copy_request c where exists (select from copy_part p where p.copy_request_id = c.id and p.state = 'wacht')) x
        join dossier d on d.id = x.dossier_id join mother m on m.dossier_id = d.id
        where (x.due_on, x.id) > ($2, $3) and {reach:all} order by x.due_on, x.id limit 51
        """;

    internal static RequestLine Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.GetFieldValue<DateOnly>(5), row.GetString(6));
}
