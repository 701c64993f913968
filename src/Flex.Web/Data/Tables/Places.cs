using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>Brings the number of places per pillar in the database in line with the programmes' files, when they differ.</summary>
internal static class Places
{
    public static async Task Set(FlexDb db, IEnumerable<Programme> programmes)
    {
        var wanted = programmes.SelectMany(p => p.Pillars.Where(x => x.Places is not null).Select(x => (p.Code, x.Number, Places: x.Places!.Value, Average: x.AverageHours * 4))).ToList();
        await using var work = await db.Begin(Actor.System("places"), "programma inrichten");
        work.Add("select programme, pillar, capacity, taken, average_quarters from place");
        var known = new Dictionary<(string, int), (int Capacity, int Taken, int? Average)>();
        await using (var reader = await work.Read())
        {
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                known[(reader.GetString(0), reader.GetInt32(1))] = (reader.GetInt32(2), reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetInt32(4));
            }
        }

        var changed = wanted.Where(w => !known.TryGetValue((w.Code, w.Number), out var place) || place.Capacity != w.Places || place.Average != w.Average).ToList();
        foreach (var (code, number, places, _) in changed.Where(w => known.TryGetValue((w.Code, w.Number), out var place) && place.Taken > w.Places))
        {
            throw new RefusedException($"Pijler {number} van {code} krijgt {places} plaatsen, maar er zijn er al {known[(code, number)].Taken} bezet. Zet het aantal plaatsen in programme.json hoger.");
        }

        if (changed.Count == 0)
        {
            return;
        }

        work.Journal(Act.PlacesSet);
        foreach (var (code, number, places, average) in changed)
        {
            work.Add("insert into place (programme, pillar, capacity, average_quarters) values ($1, $2, $3, $4) on conflict (programme, pillar) do update set capacity = excluded.capacity, average_quarters = excluded.average_quarters",
                code, number, places, Work.Optional(average, NpgsqlTypes.NpgsqlDbType.Integer));
        }

        await work.Save();
    }
}
