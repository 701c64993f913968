using Flex.Domain.Shared;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Shifts;

/// <summary>The families of a shift file, by the numbers of their dossiers, as far as who brings the file reaches them.</summary>
internal sealed record ShiftFamilies(IReadOnlyDictionary<int, ShiftFamily> ByNumber, IReadOnlySet<(string Number, Guid Dossier)> Taken)
{
    // Who has no relations but is the system itself reaches all.
    private static readonly Actor Rule = Actor.System("diensten");

    private const string Found = """
        select d.id, d.number, d.programme, k.wrapped,
               (select max(coalesce(r.until_day, date '9999-12-31')) from relation r where r.dossier_id = d.id and r.kind = 'zorg' and r.organisation = $2 and r.from_day is not null and r.withdrawn_at is null),
               e.ended_on, (select o.number from dossier o where o.id = e.merged_into)
        from dossier d join vault.dossier_key k on k.dossier_id = d.id left join dossier_end e on e.dossier_id = d.id and e.reopened_on is null
        where d.number = any($1) and not is_restricted(d.id) and {0} order by d.id
        """;

    private const string Days = "select c.dossier_id, c.day, sum(c.quarters)::int, c.caregiver from care_entry c where c.dossier_id = any($1) group by c.dossier_id, c.day, c.caregiver";

    /// <summary>Finds them, and which of the sender's numbers were taken in for which family.</summary>
    public static async Task<ShiftFamilies> Find(Work work, string sender, IReadOnlyList<int> dossiers, IReadOnlyList<string> numbers, CancellationToken stop)
    {
        await work.Send(stop);
        var system = work.Actor.Role == Rule.Role;
        work.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, Found, system ? "true" : Reach.Condition(work.Actor, 3)), [dossiers.ToArray(), sender, .. system ? [] : new object[] { work.Actor.Organisation }]);
        // A number that was used for a family that is not reached any more was used too.
        work.As(Rule);
        work.Add("select s.number, s.dossier_id from shift_line s where s.sender = $1 and s.number = any($2)", sender, numbers.ToArray());
        work.As(work.Actor);
        List<ShiftFamily> found;
        HashSet<(string, Guid)> taken;
        await using (var reader = await work.Read(stop))
        {
            found = await Rows(reader, r => Of(r, work.Keys), stop);
            await reader.NextResultAsync(stop);
            await reader.NextResultAsync(stop);
            taken = [.. await Rows(reader, r => (r.GetString(0), r.GetGuid(1)), stop)];
        }

        return new((await Untimed(work, found, stop)).ToDictionary(f => f.Number), taken);
    }

    private static async Task<IEnumerable<ShiftFamily>> Untimed(Work work, List<ShiftFamily> found, CancellationToken stop)
    {
        work.Add(Days, found.Select(f => f.Id).ToArray());
        await using var reader = await work.Read(stop);
        var days = await Rows(reader, r => (Dossier: r.GetGuid(0), Day: r.GetFieldValue<DateOnly>(1), Hours: new Quarters(r.GetInt32(2)), Caregiver: r.GetString(3)), stop);
        return found.Select(f => f with { Untimed = [.. days.Where(d => d.Dossier == f.Id).Select(d => (d.Day, d.Hours, d.Caregiver))] });
    }

    private static async Task<List<T>> Rows<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> one, CancellationToken stop)
    {
        var all = new List<T>();
        while (await reader.ReadAsync(stop))
        {
            all.Add(one(reader));
        }

        return all;
    }

    private static ShiftFamily Of(NpgsqlDataReader row, KeyRing keys) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), DossierKey.Unwrap(keys, row.GetGuid(0), row.GetFieldValue<byte[]>(3)),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.IsDBNull(5) ? null : new(row.GetFieldValue<DateOnly>(5), row.IsDBNull(6) ? null : row.GetInt32(6)));
}
