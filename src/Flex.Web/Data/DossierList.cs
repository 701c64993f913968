using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>One line of a list of dossiers.</summary>
/// <param name="Class">The class code, or null when nothing was assessed.</param>
/// <param name="Waits">Pillars applied for that have no decision yet.</param>
internal sealed record DossierLine(Guid Id, string Programme, string Mother, DateOnly ReceivedOn, DateOnly? DueDate, DateOnly? BirthDate, string? Class, int[] Waits);

/// <summary>The door to many dossiers: what this person may see, loaded and written in the read log in one step. Pages by key, never by offset.</summary>
internal sealed class DossierList
{
    private const int PageSize = 50;

    private const string Lines = """
        select d.id, d.programme, m.name, a.received_on, a.due_date, a.birth_date, s.class,
               array(select p from unnest(a.pillars) p where not exists (select from decision b where b.dossier_id = d.id and b.pillar = p))
        from dossier d
        join mother m on m.dossier_id = d.id
        join application a on a.dossier_id = d.id
        left join lateral (select class from assessment x where x.dossier_id = d.id order by x.assessed_on desc, x.id desc limit 1) s on true
        where d.opened_on <= $2 and {0} and {1}
        order by {2} limit $3
        """;

    private readonly Work work;

    private DossierList(Work work) => this.work = work;

    /// <summary>Opens the list for a person and a purpose.</summary>
    public static async Task<DossierList> For(FlexDb db, Actor actor, string purpose, CancellationToken stop) => new(await db.Begin(actor, purpose, stop));

    /// <summary>One page of all dossiers, newest first; <paramref name="before"/> is the last id of the page before it.</summary>
    public Task<IReadOnlyList<DossierLine>> Page(Guid? before, CancellationToken stop) =>
        Read(before is null ? "$4::uuid is null" : "d.id < $4", "d.id desc", PageSize + 1, before, stop);

    /// <summary>Dossiers in which somebody applied for a pillar that nobody decided yet, longest waiting first.</summary>
    public Task<IReadOnlyList<DossierLine>> Undecided(CancellationToken stop) => Read(
        "$4::uuid is null and exists (select from unnest(a.pillars) p where not exists (select from decision b where b.dossier_id = d.id and b.pillar = p))",
        "a.received_on, d.id", PageSize, null, stop);

    /// <summary>Dossiers with a place in which care can be registered, newest birth first.</summary>
    public Task<IReadOnlyList<DossierLine>> InCare(CancellationToken stop) => Read(
        "$4::uuid is null and exists (select from decision b where b.dossier_id = d.id and b.outcome = 'toegelaten')",
        "a.birth_date desc nulls last, d.id", PageSize, null, stop);

    private async Task<IReadOnlyList<DossierLine>> Read(string filter, string order, int limit, Guid? key, CancellationToken stop)
    {
        await using var unit = work;
        unit.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, Lines, Reach.Condition(unit.Actor, 1), filter, order),
            unit.Actor.Organisation, unit.Clock.AsOf, limit, Work.Optional(key, NpgsqlTypes.NpgsqlDbType.Uuid));
        var lines = new List<DossierLine>();
        await using (var reader = await unit.Read(stop))
        {
            await reader.NextResultAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                lines.Add(Line(reader));
            }
        }

        unit.Journal(Act.ListRead, objects: [.. lines.Select(l => l.Id)]);
        await unit.Save();
        return lines;
    }

    private static DossierLine Line(Npgsql.NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<int[]>(7));
}
