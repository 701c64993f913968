using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>Lets places lapse that nobody confirmed or answered in time: each with a journal line of its dossier and a task for the coordinator, never silently.</summary>
internal static class LapsedPlaces
{
    private const int Batch = 100;

    // An offer that nobody answers; a reservation that nobody confirms, unless the family is in care.
    private const string Lapsing = "(h.state = 'aangeboden' or h.state = 'gereserveerd' and not place_in_use(h.dossier_id, h.pillar))";

    // One at a time: two that find the same places would tell of them twice. Nobody waits when nothing is overdue, as it mostly is for who is refused.
    private const string Alone = $"select pg_advisory_xact_lock(7306097554) where exists (select from held_place h where {Lapsing} and h.until < $1)";

    private const string Overdue = $"""
        select h.id, h.dossier_id, h.programme, h.pillar, h.state, h.until, k.wrapped, case when q.id is null then a.applicant_mail else q.applicant_mail end, coalesce(q.channel, a.channel)
        from held_place h join application a on a.dossier_id = h.dossier_id left join pillar_application q on q.dossier_id = h.dossier_id and q.pillar = h.pillar left join vault.dossier_key k on k.dossier_id = h.dossier_id
        where {Lapsing} and h.until < $1 order by h.programme, h.pillar, h.id limit $2
        """;

    private const string End = $"""
        update held_place h set state = 'vervallen', ended_on = $3, entry_id = t.e from unnest($1, $2) t(i, e)
        where h.id = t.i and {Lapsing} and h.until < $3 returning h.id
        """;

    private sealed record Row(Guid Id, Guid Dossier, string Programme, int Pillar, bool Offered, DateOnly Until, byte[]? Wrapped, string? Mail, string Channel);

    /// <summary>Answers how many lapsed.</summary>
    public static async Task<int> Lapse(FlexDb db, ProgrammeLibrary library, CancellationToken stop = default)
    {
        var all = 0;
        for (var batch = Batch; batch > 0;)
        {
            var (found, lapsed) = await Once(db, library, batch, stop);
            all += lapsed;
            // Somebody acted on one of them in the meantime: nothing was stored, fewer at once are tried.
            batch = found == 0 ? 0 : lapsed == 0 ? batch / 2 : batch;
        }

        return all;
    }

    private static async Task<(int Found, int Lapsed)> Once(FlexDb db, ProgrammeLibrary library, int batch, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("plaatsen"), "termijn van een plaats bewaken", stop);
        var rows = await Read(work, batch, stop);
        if (rows.Count == 0)
        {
            return (0, 0);
        }

        // The journal first: it waits for whoever acts on the dossier.
        var entries = rows.ConvertAll(row => Tell(work, row));
        work.Add(End, rows.ConvertAll(r => r.Id), entries, work.Clock.Today);
        if (await Count(work, stop) != rows.Count)
        {
            return (rows.Count, 0);
        }

        foreach (var programme in rows.GroupBy(r => r.Programme).Where(g => library.Programmes.ContainsKey(g.Key)))
        {
            OpenWork.Refresh(work, library.Programmes[programme.Key], [.. programme.Select(r => r.Dossier).Distinct().Order()]);
        }

        await work.Save();
        return (rows.Count, rows.Count);
    }

    private static async Task<int> Count(Work work, CancellationToken stop)
    {
        await using var reader = await work.Read(stop);
        var count = 0;
        while (await reader.ReadAsync(stop))
        {
            count++;
        }

        return count;
    }

    // Of an erased family only that it happened.
    private static Guid Tell(Work work, Row row)
    {
        var id = work.Clock.NewId();
        if (row.Wrapped is null)
        {
            return work.Journal(Act.PlaceLapsed, dossier: row.Dossier, id: id);
        }

        var key = DossierKey.Unwrap(work.Keys, row.Dossier, row.Wrapped);
        work.Journal(Act.PlaceLapsed, key, new LapsedBody(row.Pillar, row.Offered, row.Until), id: id);
        ApplicantNotice.Queue(work, key, row.Mail, row.Channel);
        return id;
    }

    private static async Task<List<Row>> Read(Work work, int batch, CancellationToken stop)
    {
        work.Add(Alone, work.Clock.Today).Add(Overdue, work.Clock.Today, batch);
        var rows = new List<Row>();
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            rows.Add(Of(reader));
        }

        return rows;
    }

    private static Row Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetInt32(3), row.GetString(4) == "aangeboden", row.GetFieldValue<DateOnly>(5), row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6),
        row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8));
}
