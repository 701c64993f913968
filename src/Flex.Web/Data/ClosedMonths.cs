using Flex.Domain.CareHours;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data;

/// <summary>One closing of a month, and whether and why it was opened again.</summary>
public sealed record ClosedMonthLine(Guid Id, string Programme, ClosedMonth Closed, DateOnly? OpenedOn, string? OpenedBy, string? OpenedBecause);

/// <summary>Closes months of a programme and opens them again; each with its line in the journal.</summary>
internal static class ClosedMonths
{
    private const int Shown = 60;

    /// <summary>The closings, newest month first; sends what was collected.</summary>
    public static async Task<IReadOnlyList<ClosedMonthLine>> Read(Work work, CancellationToken stop)
    {
        await work.Send(stop);
        work.Add("select id, programme, month, closed_on, closed_by, opened_on, opened_by, opened_because from closed_month order by month desc, id desc limit $1", Shown);
        await using var row = await work.Read(stop);
        var lines = new List<ClosedMonthLine>();
        while (await row.ReadAsync(stop))
        {
            lines.Add(new(row.GetGuid(0), row.GetString(1), new(row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3), row.GetString(4)),
                row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5), row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7)));
        }

        return lines;
    }

    /// <summary>Closes one; <paramref name="act"/> makes that sent twice is once.</summary>
    public static void Close(Work work, Guid act, string programme, DateOnly month)
    {
        work.Journal(Act.MonthClosed, objects: [act]);
        work.Add("insert into closed_month (id, programme, month, closed_on, closed_by, entry_id) values ($1, $2, $3, $4, $5, $6)", act, programme, month, work.Clock.Today, work.Actor.Name, work.EntryId);
    }

    /// <summary>Opens one again, with the reason.</summary>
    public static void Open(Work work, Guid id, string because)
    {
        work.Journal(Act.MonthOpened, objects: [id]);
        work.Add("update closed_month set opened_on = $2, opened_by = $3, opened_because = $4, opened_entry = $5 where id = $1 and opened_on is null", id, work.Clock.Today, work.Actor.Name, new Npgsql.NpgsqlParameter { Value = because, NpgsqlDbType = NpgsqlDbType.Text }, work.EntryId);
    }
}
