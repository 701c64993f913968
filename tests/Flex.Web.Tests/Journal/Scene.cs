using System.Globalization;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Journal;

internal sealed record Line(Guid Id, ulong Xid, int Month, long? Block, bool HasBody);

internal sealed record SealedBlock(long Number, ulong From, ulong To, int Month);

/// <summary>A whole journal over three months, with blocks that share a stretch and a tail that is not sealed yet.</summary>
internal sealed class Scene
{
    public required List<Line> Lines { get; init; }

    public required List<SealedBlock> Blocks { get; init; }

    public IEnumerable<Line> Sealed => Lines.Where(l => l.Block is not null);

    public static async Task<Scene> Make(TestDatabase database, Random random)
    {
        var time = new SetTime(new(2025, 11, 3, 9, 0, 0, TimeSpan.Zero));
        await database.AsAdmin("select journal.open_segment('2025-11-01'), journal.open_segment('2025-12-01'), journal.open_segment('2026-01-01')");
        var sealer = new Sealer(database.Installation.App, database.Installation.Keys, database.Installation.Heads, time);
        for (var round = 0; round < 14; round++)
        {
            for (var transactions = random.Next(2, 6); transactions > 0; transactions--)
            {
                // A round in the night from one month to the next makes two blocks of one stretch.
                time.Now = new(new DateTime(2025, 11, 1).AddMonths(round / 5).AddDays(round % 5 == 4 && transactions % 2 == 0 ? 30.9 : round % 5 + random.NextDouble()), TimeSpan.Zero);
                await database.DbAt(time).Write(random.Next(1, 5), random);
            }

            await database.SealAll(sealer);
        }

        await database.DbAt(time).Write(3, random);
        return new Scene { Blocks = await ReadBlocks(database), Lines = await ReadLines(database) };
    }

    public static string Month(int month) => new DateOnly(2025, 11, 5).AddMonths(month).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<List<SealedBlock>> ReadBlocks(TestDatabase database) => Read(database,
        "select number, from_xid, to_xid, (extract(month from segment)::int + 1) % 12 from journal.block order by number",
        r => new SealedBlock(r.GetInt64(0), r.GetFieldValue<ulong>(1), r.GetFieldValue<ulong>(2), r.GetInt32(3)));

    private static Task<List<Line>> ReadLines(TestDatabase database) => Read(database,
        """
        select e.id, e.xid, (extract(month from e.at at time zone 'UTC')::int + 1) % 12, b.number, e.body is not null
        from journal.entry e
        left join journal.block b on e.xid >= b.from_xid and e.xid < b.to_xid and b.segment = date_trunc('month', e.at at time zone 'UTC')::date
        order by e.xid, e.id
        """,
        r => new Line(r.GetGuid(0), r.GetFieldValue<ulong>(1), r.GetInt32(2), r.IsDBNull(3) ? null : r.GetInt64(3), r.GetBoolean(4)));

    private static async Task<List<T>> Read<T>(TestDatabase database, string sql, Func<NpgsqlDataReader, T> row)
    {
        await using var source = NpgsqlDataSource.Create(database.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
