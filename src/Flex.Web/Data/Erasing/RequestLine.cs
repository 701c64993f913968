using Npgsql;

namespace Flex.Web.Data.Erasing;

/// <summary>A request that waits for a decision or to be carried out.</summary>
public sealed record RequestLine(Guid Dossier, int Number, string Mother, DateOnly AskedOn, DateOnly DueOn, bool Granted)
{
    /// <summary>The first due first, behind the day $2 and the dossier $3.</summary>
    internal const string Open = """
        select r.dossier_id, d.number, m.name, r.asked_on, r.due_on, r.state = 'toegewezen'
        from erasure_request r join dossier d on d.id = r.dossier_id join mother m on m.dossier_id = d.id
        where r.state <> 'geweigerd' and (r.due_on, r.dossier_id) > ($2, $3) and {reach:all} order by r.due_on, r.dossier_id limit 51
        """;

    internal static RequestLine Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<DateOnly>(4), row.GetBoolean(5));
}
