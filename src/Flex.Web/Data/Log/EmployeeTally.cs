using Npgsql;

namespace Flex.Web.Data.Log;

/// <summary>What one employee did in a period, in counts: lines, refusals, and the families of the day on which most were seen.</summary>
public sealed record EmployeeTally(string Actor, string Role, string Organisation, int Lines, int Refused, int MostFamilies, DateOnly MostOn)
{
    internal const int PageSize = 50;

    /// <summary>The employees in order of account behind $3, with at least $4 families on one day.</summary>
    internal static readonly string Query = $"""
        with day as (
            select e.actor, e.role, e.organisation, (e.at at time zone 'Europe/Amsterdam')::date as on_day, count(distinct e.id)::int as lines,
                   (count(distinct e.id) filter (where e.outcome = 8))::int as refused, count(distinct f)::int as families
            from journal.entry e left join lateral (select unnest(e.objects) as f union select e.dossier_id where e.dossier_id is not null) s on true
            where {LogPeriod.Holds(1, 2)} and e.role <> 'systeem' and e.actor > $3
            group by 1, 2, 3, 4)
        select actor, min(role), min(organisation), sum(lines)::int, sum(refused)::int, max(families), (array_agg(on_day order by families desc, on_day))[1]
        from day group by actor having max(families) >= $4 order by actor limit {PageSize + 1}
        """;

    internal static EmployeeTally Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetFieldValue<DateOnly>(6));
}
