using System.Globalization;
using System.Security.Cryptography;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Journal;

internal sealed record Line(Guid Id, ulong Xid, int Month, long? Block, bool HasBody, bool HasContext);

internal sealed record SealedBlock(long Number, ulong From, ulong To, int Month);

/// <summary>
/// A whole journal over three months, with blocks that share a stretch and a tail that is not sealed yet; before them a month that was let
/// go. The first lines have the form of before the outcome and the context were kept; halfway the master key was replaced.
/// </summary>
internal sealed class Scene
{
    // October, in the numbers of months from November on.
    private const int Gone = 11;
    private const int FirstForm = 3;
    private const int Replaced = 8;

    public required List<Line> Lines { get; init; }

    public required List<SealedBlock> Blocks { get; init; }

    /// <summary>The line that says which month was let go.</summary>
    public required Guid Purge { get; init; }

    /// <summary>The blocks of that month: they have no line any more.</summary>
    public IEnumerable<SealedBlock> Purged => Blocks.Where(b => b.Month == Gone);

    /// <summary>The blocks that have lines.</summary>
    public IEnumerable<SealedBlock> Filled => Blocks.Where(b => b.Month != Gone);

    public IEnumerable<Line> Sealed => Lines.Where(l => l.Block is not null);

    public static async Task<Scene> Make(TestDatabase database, Random random)
    {
        var time = new SetTime(new(2025, 11, 3, 9, 0, 0, TimeSpan.Zero));
        await database.AsAdmin("select journal.open_segment('2025-10-01'), journal.open_segment('2025-11-01'), journal.open_segment('2025-12-01'), journal.open_segment('2026-01-01')");
        var sealer = new Sealer(database.Installation.App, database.Installation.Keys, database.Installation.Heads, time);
        for (var before = 0; before < 2; before++)
        {
            time.Now = new(2025, 10, 7 + before, 9, 0, 0, TimeSpan.Zero);
            await database.DbAt(time).Write(4, random);
            await database.SealAll(sealer);
        }

        for (var round = 0; round < 14; round++)
        {
            if (round == Replaced)
            {
                await Vault.Rotation.Run(database, new ProgrammeClock(TimeProvider.System));
            }

            for (var transactions = random.Next(2, 6); transactions > 0; transactions--)
            {
                // A round in the night from one month to the next makes two blocks of one stretch.
                time.Now = new(new DateTime(2025, 11, 1).AddMonths(round / 5).AddDays(round % 5 == 4 && transactions % 2 == 0 ? 30.9 : round % 5 + random.NextDouble()), TimeSpan.Zero);
                await database.DbAt(time).Write(random.Next(1, 5), random);
            }

            if (round < FirstForm)
            {
                await InFirstForm(database);
            }

            await database.SealAll(sealer);
        }

        var purge = await LetGo(database.DbAt(time));
        await database.SealAll(sealer);
        await database.AsAdmin("drop table journal.entry_202510");
        await database.DbAt(time).Write(3, random);
        return new Scene { Blocks = await ReadBlocks(database), Lines = await ReadLines(database), Purge = purge };
    }

    private static async Task<Guid> LetGo(FlexDb db)
    {
        await using var work = await db.Begin(Actor.System("journal-purge"), "test");
        var line = work.Journal(Act.JournalPurged, effective: new(2025, 10, 1));
        await work.Save();
        return line;
    }

    // As the program wrote them that did not know the last two columns.
    private static async Task InFirstForm(TestDatabase database)
    {
        var covered = string.Join(", ", Entry.SealedColumns.Split(", ")[1..Entry.FirstFormColumns]);
        var macs = new List<(Guid Id, byte[] Mac)>();
        await using var connection = new NpgsqlConnection(database.AdminConnection);
        await connection.OpenAsync();
        await using (var rows = await RawRows.Open(connection, $"select 1::smallint, {covered} from journal.entry where xid >= coalesce((select max(to_xid) from journal.block), '0')", Entry.FirstFormColumns, CancellationToken.None))
        {
            while (await rows.Next(CancellationToken.None))
            {
                macs.Add((rows.Uuid(1), HMACSHA256.HashData(database.Installation.Keys.Find(1)!.Entries, rows.First(Entry.FirstFormColumns))));
            }
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("set session_replication_role = replica"));
        batch.BatchCommands.Add(new("update journal.entry e set version = 1, outcome = null, context = null, mac = m.mac from unnest($1, $2) m(id, mac) where m.id = e.id")
        {
            Parameters = { new() { Value = macs.Select(m => m.Id).ToArray() }, new() { Value = macs.Select(m => m.Mac).ToArray() } },
        });
        await batch.ExecuteNonQueryAsync();
    }

    public static string Month(int month) => new DateOnly(2025, 11, 5).AddMonths(month).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The month of a line as it stands in the name of its table.</summary>
    public string MonthOf(Guid line) => Month(Lines.Find(l => l.Id == line)!.Month)[..7].Replace("-", "", StringComparison.Ordinal);

    private static Task<List<SealedBlock>> ReadBlocks(TestDatabase database) => Read(database,
        "select number, from_xid, to_xid, (extract(month from segment)::int + 1) % 12 from journal.block order by number",
        r => new SealedBlock(r.GetInt64(0), r.GetFieldValue<ulong>(1), r.GetFieldValue<ulong>(2), r.GetInt32(3)));

    private static Task<List<Line>> ReadLines(TestDatabase database) => Read(database,
        """
        select e.id, e.xid, (extract(month from e.at at time zone 'UTC')::int + 1) % 12, b.number, e.body is not null, e.context is not null
        from journal.entry e
        left join journal.block b on e.xid >= b.from_xid and e.xid < b.to_xid and b.segment = date_trunc('month', e.at at time zone 'UTC')::date
        order by e.xid, e.id
        """,
        r => new Line(r.GetGuid(0), r.GetFieldValue<ulong>(1), r.GetInt32(2), r.IsDBNull(3) ? null : r.GetInt64(3), r.GetBoolean(4), r.GetBoolean(5)));

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
