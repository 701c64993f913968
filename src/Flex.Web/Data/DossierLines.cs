using Npgsql;

namespace Flex.Web.Data;

/// <summary>The lists of dossiers; a page is filled when its list is read.</summary>
internal static class DossierLines
{
    // The number of lines stands in the text: the planner, which plans once for all values, would expect a tenth of everything otherwise.
    private static readonly string Columns = $$"""
        select d.id, d.number, m.name, a.received_on, a.due_date, coalesce(b.born_on, a.birth_date) as born_on, s.class,
               array(select p from unnest(a.pillars) p order by p),
               array(select coalesce((select c.outcome from current_decision c where c.dossier_id = d.id and c.pillar = p), '') from unnest(a.pillars) p order by p),
               e.how
        from {1} join mother m on m.dossier_id = d.id
        join application a on a.dossier_id = d.id
        left join current_birth b on b.dossier_id = d.id
        left join dossier_end e on e.dossier_id = d.id and e.reopened_on is null
        left join lateral (select coalesce(set_class, class) as class from assessment x where x.dossier_id = d.id order by x.assessed_on desc, x.id desc limit 1) s on true
        where d.opened_on <= $2 and {reach} and {2}
        order by {3} limit {{ListPage<DossierLine>.Size + 1}}
        """;

    private const string HasPlace = "exists (select from held_place h where h.dossier_id = d.id and h.state in ('gereserveerd', 'bevestigd'))";

    // Before every day: who is not born yet on the programme's day ($3) comes last. The driver sends the first day of all days as this.
    private const string Born = "case when coalesce(b.born_on, a.birth_date) <= $3 then coalesce(b.born_on, a.birth_date) else date '-infinity' end";

    /// <summary>All dossiers, newest first; <paramref name="before"/> is the last id of the page before it.</summary>
    public static ListPage<DossierLine> Newest(DossierList list, Guid? before) =>
        before is { } key ? Ask(list, "d.id < $3", "d.id desc", "dossier d", key) : Ask(list, "true", "d.id desc");

    /// <summary>
    /// Families with a place, in which care can be registered; newest birth first, unborn last. <paramref name="after"/> is the last line of the page before it.
    /// As it is on the programme's day: an application or a birth that a file tells of a later day is not there yet.
    /// </summary>
    public static ListPage<DossierLine> InCare(DossierList list, WorkKey? after)
    {
        var today = list.Clock.Today;
        return Ask(list, Unborn, $"{HasPlace} and d.opened_on <= $3{(after is null ? "" : $" and ({Born} < $4 or {Born} = $4 and d.id > $5)")}", $"{Born} desc, d.id", "dossier d", after is null ? [today] : [today, after.Until, after.Id]);

        DossierLine Unborn(DossierLine line) => line.BirthDate > today ? line with { BirthDate = null } : line;
    }

    /// <summary>Families of which somebody has the BSN with one of these hashes; straight from their index, however many families there are.</summary>
    public static ListPage<DossierLine> WithNumber(DossierList list, byte[][] hashes) =>
        Ask(list, "true", "d.id desc", "(select distinct dossier_id from vault.bsn where lookup = any($3)) f join dossier d on d.id = f.dossier_id", values: [hashes]);

    /// <summary>Asks for what a search found: values begin at $3.</summary>
    public static ListPage<DossierLine> Ask(DossierList list, string filter, string order, string from = "dossier d", params IEnumerable<object?> values) => Ask(list, l => l, filter, order, from, values);

    private static ListPage<DossierLine> Ask(DossierList list, Func<DossierLine, DossierLine> seen, string filter, string order, string from, IEnumerable<object?> values) => list.Families(
        new ListPage<DossierLine>(row => seen(Line(row)), l => l.Id),
        Columns.Replace("{1}", from, StringComparison.Ordinal).Replace("{2}", filter, StringComparison.Ordinal).Replace("{3}", order, StringComparison.Ordinal),
        [list.Clock.AsOf, .. values]);

    private static DossierLine Line(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateOnly>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<int[]>(7), row.GetFieldValue<string[]>(8), row.IsDBNull(9) ? null : row.GetString(9));
}
