using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>The door to many dossiers: what this person may see, loaded and written in the read log in one step. Pages by key, never by offset.</summary>
internal sealed class DossierList
{
    private readonly Work work;
    private readonly List<(string Sql, IEnumerable<object?> Values, Func<NpgsqlDataReader, Guid?> Row)> asked = [];

    private DossierList(Work work) => this.work = work;

    public ProgrammeClock Clock => work.Clock;

    /// <summary>Opens the list for a person and a purpose.</summary>
    public static async Task<DossierList> For(FlexDb db, Actor actor, string purpose, CancellationToken stop) => new(await db.Begin(actor, purpose, stop));

    /// <summary>Asks something more in the same round trip, for what stands beside the list on its page; no persons.</summary>
    public DossierList With(string sql, IEnumerable<object?> values, Action<NpgsqlDataReader> row)
    {
        asked.Add((sql, values, r =>
        {
            row(r);
            return null;
        }));
        return this;
    }

    /// <summary>Asks a page of families. In the query {reach} becomes the condition on table dossier, alias d, without who is restricted ({reach:all}: with them); $1 is the organisation, <paramref name="values"/> begin at $2.</summary>
    public ListPage<T> Families<T>(ListPage<T> page, string sql, params IEnumerable<object?> values)
    {
        asked.Add((sql.Replace("{reach}", $"{Reach.Condition(work.Actor, 1)} and {Restriction.Listed}", StringComparison.Ordinal).Replace("{reach:all}", Reach.Condition(work.Actor, 1), StringComparison.Ordinal), [work.Actor.Organisation, .. values], page.Take));
        return page;
    }

    /// <summary>Fills every page that was asked; the families shown are in the journal before anybody sees them.</summary>
    public async Task Read(CancellationToken stop, Act act = Act.ListRead)
    {
        await using var unit = work;
        asked.ForEach(a => unit.Add(a.Sql, a.Values));
        var seen = new List<Guid>();
        await using (var reader = await unit.Read(stop))
        {
            foreach (var (_, _, row) in asked)
            {
                await reader.NextResultAsync(stop);
                while (await reader.ReadAsync(stop))
                {
                    seen.AddRange(row(reader) is { } family ? [family] : []);
                }
            }
        }

        unit.Journal(act, objects: [.. seen.Distinct()]);
        await unit.Save();
    }
}
