using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>One line of a list of dossiers.</summary>
/// <param name="Class">The class code, or null when nothing was assessed.</param>
/// <param name="Pillars">The pillars applied for, ascending.</param>
/// <param name="Outcomes">Per pillar what was decided; empty when nobody decided yet.</param>
public sealed record DossierLine(
    Guid Id, string Programme, string Mother, DateOnly ReceivedOn, DateOnly? DueDate, DateOnly? BirthDate, string? Class, IReadOnlyList<int> Pillars, IReadOnlyList<string> Outcomes)
{
    /// <summary>What was decided per pillar; null while it waits.</summary>
    public IEnumerable<(int Pillar, string? Outcome)> Decisions => Pillars.Zip(Outcomes, (pillar, outcome) => (pillar, outcome.Length == 0 ? null : outcome));
}

/// <summary>One page of a list; <paramref name="More"/> says that there are further lines.</summary>
internal sealed record DossierLines(IReadOnlyList<DossierLine> Lines, bool More);

/// <summary>The door to many dossiers: what this person may see, loaded and written in the read log in one step. Pages by key, never by offset.</summary>
internal sealed class DossierList
{
    private const int PageSize = 50;

    private const string Lines = """
        select d.id, d.programme, m.name, a.received_on, a.due_date, coalesce(b.born_on, a.birth_date) as born_on, s.class,
               array(select p from unnest(a.pillars) p order by p),
               array(select coalesce((select b.outcome from current_decision b where b.dossier_id = d.id and b.pillar = p), '') from unnest(a.pillars) p order by p)
        from dossier d
        join mother m on m.dossier_id = d.id
        join application a on a.dossier_id = d.id
        left join current_birth b on b.dossier_id = d.id
        left join lateral (select coalesce(set_class, class) as class from assessment x where x.dossier_id = d.id order by x.assessed_on desc, x.id desc limit 1) s on true
        where d.opened_on <= $2 and {0} and {1}
        order by {2} limit $3
        """;

    private readonly Work work;
    private readonly List<(string Sql, IEnumerable<object?> Values, Action<NpgsqlDataReader> Row)> beside = [];

    private DossierList(Work work) => this.work = work;

    /// <summary>Opens the list for a person and a purpose.</summary>
    public static async Task<DossierList> For(FlexDb db, Actor actor, string purpose, CancellationToken stop) => new(await db.Begin(actor, purpose, stop));

    /// <summary>Asks something more in the same round trip, for what stands beside the list on its page; no persons.</summary>
    public DossierList With(string sql, IEnumerable<object?> values, Action<NpgsqlDataReader> row)
    {
        beside.Add((sql, values, row));
        return this;
    }

    /// <summary>One page of all dossiers, newest first; <paramref name="before"/> is the last id of the page before it.</summary>
    public Task<DossierLines> Page(Guid? before, CancellationToken stop) =>
        before is { } key ? Read("d.id < $4", "d.id desc", [key], stop) : Read("true", "d.id desc", [], stop);

    /// <summary>Dossiers in which somebody applied for a pillar that nobody decided yet, longest waiting first.</summary>
    public Task<DossierLines> Undecided(CancellationToken stop) => Read(
        "exists (select from unnest(a.pillars) p where not exists (select from decision b where b.dossier_id = d.id and b.pillar = p))", "a.received_on, d.id", [], stop);

    /// <summary>Dossiers with a place in which care can be registered, newest birth first.</summary>
    public Task<DossierLines> InCare(CancellationToken stop) => Read(
        "exists (select from current_decision b where b.dossier_id = d.id and b.outcome = 'toegelaten') and not exists (select from dossier_end e where e.dossier_id = d.id and e.reopened_on is null)", "born_on desc nulls last, d.id", [], stop);

    /// <summary>Families whose child is still to come, the first to come first.</summary>
    public Task<DossierLines> Expected(CancellationToken stop) =>
        Read("a.birth_date is null and b.id is null and a.due_date >= $4", "a.due_date, d.id", [work.Clock.Today], stop);

    private async Task<DossierLines> Read(string filter, string order, object[] values, CancellationToken stop)
    {
        await using var unit = work;
        unit.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, Lines, Reach.Condition(unit.Actor, 1), filter, order),
            [unit.Actor.Organisation, unit.Clock.AsOf, PageSize + 1, .. values]);
        beside.ForEach(b => unit.Add(b.Sql, b.Values));
        var lines = new List<DossierLine>();
        await using (var reader = await unit.Read(stop))
        {
            await All(reader, row => lines.Add(Line(row)), stop);
            foreach (var (_, _, row) in beside)
            {
                await All(reader, row, stop);
            }
        }

        var shown = lines.Take(PageSize).ToList();
        unit.Journal(Act.ListRead, objects: [.. shown.Select(l => l.Id)]);
        await unit.Save();
        return new(shown, lines.Count > PageSize);
    }

    private static async Task All(NpgsqlDataReader reader, Action<NpgsqlDataReader> row, CancellationToken stop)
    {
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            row(reader);
        }
    }

    private static DossierLine Line(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<int[]>(7), row.GetFieldValue<string[]>(8));
}
