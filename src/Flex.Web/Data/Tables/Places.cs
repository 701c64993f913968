using Flex.Domain.Programmes;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>Brings who takes part, the number of places per pillar in the database, and how they are offered, in line with the programmes' files, when they differ.</summary>
internal static class Places
{
    private const string Known = "select programme, pillar, capacity, taken, average_quarters, offer_within, waiting_order from place";

    // More places than before: they came free on this day.
    private const string Write = """
        insert into place (programme, pillar, capacity, average_quarters, offer_within, waiting_order) values ($1, $2, $3, $4, $5, $6)
        on conflict (programme, pillar) do update set capacity = excluded.capacity, average_quarters = excluded.average_quarters, offer_within = excluded.offer_within, waiting_order = excluded.waiting_order,
            free_since = case when place.taken >= excluded.capacity then null when place.taken >= place.capacity then $7 else place.free_since end
        """;

    private sealed record Row(string Programme, int Pillar, int Capacity, int? Average, int OfferWithin, string Order);

    public static async Task Set(FlexDb db, IEnumerable<Programme> programmes)
    {
        await Parties.Set(db, programmes);
        await using var work = await db.Begin(Actor.System("places"), "programma inrichten");
        var known = await Read(work);
        var changed = programmes.SelectMany(p => p.Pillars.Where(x => x.Places is not null).Select(x => Of(p, x)))
            .Where(w => !known.TryGetValue((w.Programme, w.Pillar), out var place) || place.Row != w).ToList();
        foreach (var row in changed.Where(w => known.TryGetValue((w.Programme, w.Pillar), out var place) && place.Taken > w.Capacity))
        {
            throw new RefusedException($"Pijler {row.Pillar} van {row.Programme} krijgt {row.Capacity} plaatsen, maar er zijn er al {known[(row.Programme, row.Pillar)].Taken} bezet. Zet het aantal plaatsen in programme.json hoger.");
        }

        if (changed.Count == 0)
        {
            return;
        }

        work.Journal(Act.PlacesSet);
        foreach (var row in changed)
        {
            work.Add(Write, row.Programme, row.Pillar, row.Capacity, Work.Optional(row.Average, NpgsqlDbType.Integer), row.OfferWithin, row.Order, work.Clock.Today);
        }

        await work.Save();
    }

    private static Row Of(Programme programme, Pillar pillar) =>
        new(programme.Code, pillar.Number, pillar.Places!.Value, pillar.AverageHours * 4, programme.Work.OtherWithinDays, WaitingFamilies.CodeOf(programme.Work.WaitingOrder));

    private static async Task<Dictionary<(string, int), (Row Row, int Taken)>> Read(Work work)
    {
        work.Add(Known);
        var known = new Dictionary<(string, int), (Row, int)>();
        await using var reader = await work.Read();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            var row = new Row(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.IsDBNull(4) ? null : reader.GetInt32(4), reader.GetInt32(5), reader.GetString(6));
            known[(row.Programme, row.Pillar)] = (row, reader.GetInt32(3));
        }

        return known;
    }
}
