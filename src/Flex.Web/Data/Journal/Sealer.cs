using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Data.Journal;

/// <summary>
/// Chains what is committed into blocks. Only entries whose transaction id lies below the snapshot's xmin are taken:
/// every transaction below it has ended, so nothing can appear there later and nothing is skipped.
/// </summary>
internal sealed class Sealer(NpgsqlDataSource database, KeyRing keys, OutsideHeads heads, TimeProvider clock)
{
    private const long OneSealer = 7_306_097_552;

    // The horizon is taken once and in the snapshot that reads the entries.
    private const string Ended = """
        with ended as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
        select e.xid, (date_trunc('month', e.at at time zone 'UTC'))::date - date '2000-01-01', e.mac, (select horizon from ended)
        from journal.entry e
        where e.xid >= $1 and e.xid < (select horizon from ended)
        order by e.xid, e.id
        """;

    private const string Insert = "insert into journal.block (number, segment, from_xid, to_xid, entries, digest, previous, sealed_at, head) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private readonly SealCheck check = new(keys, heads);
    private DateOnly opened;

    /// <summary>Makes this month's and the next month's part of the journal, once a day.</summary>
    public async Task OpenSegments(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (opened == today)
        {
            return;
        }

        await using var command = database.CreateCommand("select journal.open_segment($1), journal.open_segment($2)");
        command.Parameters.Add(new() { Value = today });
        command.Parameters.Add(new() { Value = today.AddMonths(1) });
        await command.ExecuteNonQueryAsync(stop);
        opened = today;
    }

    /// <summary>
    /// Seals all that has ended and answers how many entries that were; 0 as well when another process is sealing.
    /// Throws <see cref="JournalBrokenException"/> rather than build on a chain that was tampered with.
    /// </summary>
    public async Task<int> SealOnce(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);

        // Held until the heads are on disk, not only until the commit: so the file grows in order of number.
        if (!await Ask(connection, "select pg_try_advisory_lock($1)", stop))
        {
            return 0;
        }

        try
        {
            // With the lock in hand: no block under an older key may follow one under a newer.
            keys.Refresh();
            var last = await check.Last(connection, stop);
            var blocks = await Collect(connection, last, stop);
            await Write(connection, blocks, stop);
            return blocks.Sum(b => b.Entries);
        }
        finally
        {
            await LetGo(connection);
        }
    }

    // After a stop in the middle the connection may take no question any more: then its session ends, and the lock with it.
    private static async Task LetGo(NpgsqlConnection connection)
    {
        try
        {
            await Ask(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static async Task<bool> Ask(NpgsqlConnection connection, string question, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(question, connection) { Parameters = { new() { Value = OneSealer } } };
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private async Task<IReadOnlyCollection<Block>> Collect(NpgsqlConnection connection, Block? last, CancellationToken stop)
    {
        using var open = new OpenBlocks(keys, last, RowBytes.Micros(clock.GetUtcNow()));
        await using var command = new NpgsqlCommand(Ended, connection) { CommandTimeout = 0, Parameters = { Xid(last?.To ?? 0) } };
        await using var reader = await command.ExecuteReaderAsync(stop);
        ulong horizon = 0;
        var mac = new byte[32];
        while (await reader.ReadAsync(stop))
        {
            reader.GetBytes(2, 0, mac, 0, mac.Length);
            open.Add(reader.GetFieldValue<ulong>(0), reader.GetInt32(1), mac);
            horizon = reader.GetFieldValue<ulong>(3);
        }

        return open.CloseAll(horizon);
    }

    private async Task Write(NpgsqlConnection connection, IReadOnlyCollection<Block> blocks, CancellationToken stop)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var block in blocks)
        {
            batch.BatchCommands.Add(InsertOf(block));
        }

        await batch.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(CancellationToken.None);
        heads.Append(blocks);
    }

    private static NpgsqlBatchCommand InsertOf(Block block) => new(Insert)
    {
        Parameters =
        {
            new() { Value = block.Number },
            new() { Value = RowBytes.Day(block.Segment) },
            Xid(block.From),
            Xid(block.To),
            new() { Value = block.Entries },
            new() { Value = block.Digest },
            new() { Value = block.Previous },
            new() { Value = RowBytes.Moment(block.SealedAt) },
            new() { Value = block.Head },
        },
    };

    private static NpgsqlParameter Xid(ulong value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Xid8 };
}
