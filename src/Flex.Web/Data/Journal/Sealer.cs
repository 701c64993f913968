using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>
/// Chains what is committed into blocks. Only entries whose transaction id lies below the snapshot's xmin are taken:
/// every transaction below it has ended, so nothing can appear there later and nothing is skipped.
/// </summary>
internal sealed class Sealer(NpgsqlDataSource database, KeyRing keys, OutsideHeads heads, TimeProvider clock)
{
    private const long OneSealer = 7_306_097_552;

    private const string LastBlock = "select number, segment, from_xid, to_xid, entries, previous, head from journal.block order by number desc limit 1";

    private const string Ended = """
        select date_trunc('month', e.at at time zone 'UTC')::date, e.xid, e.mac, pg_snapshot_xmin(pg_current_snapshot())
        from journal.entry e
        where e.xid >= $1 and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        order by e.xid, e.id
        """;

    private const string Insert = "insert into journal.block values ($1, $2, $3, $4, $5, $6, $7, $8)";

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

    /// <summary>Seals all that has ended and answers how many entries that were; 0 as well when another process is sealing.</summary>
    public async Task<int> SealOnce(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var mine = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = OneSealer } } };
        if (!(bool)(await mine.ExecuteScalarAsync(stop))!)
        {
            return 0;
        }

        var last = await Last(connection, stop);
        await Anchor(connection, last, stop);
        var blocks = await Collect(connection, last, stop);
        foreach (var block in blocks)
        {
            await Write(connection, block, stop);
        }

        await transaction.CommitAsync(CancellationToken.None);
        if (blocks.Count > 0)
        {
            heads.Append(blocks);
        }

        return blocks.Sum(b => b.Entries);
    }

    private static async Task<Block?> Last(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(LastBlock, connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? BlockReader.Read(reader) : null;
    }

    // After a crash between commit and anchor the newest heads are only in the database: they are anchored first.
    private async Task Anchor(NpgsqlConnection connection, Block? last, CancellationToken stop)
    {
        var anchored = heads.Last();
        if (last is null || last.Number <= anchored)
        {
            return;
        }

        await using var command = new NpgsqlCommand("select number, segment, from_xid, to_xid, entries, previous, head from journal.block where number > $1 order by number", connection)
        {
            Parameters = { new() { Value = anchored } },
        };
        var missing = new List<Block>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            missing.Add(BlockReader.Read(reader));
        }

        heads.Append(missing);
    }

    private async Task<List<Block>> Collect(NpgsqlConnection connection, Block? last, CancellationToken stop)
    {
        var from = last?.To ?? 0;
        await using var command = new NpgsqlCommand(Ended, connection) { CommandTimeout = 0, Parameters = { new() { Value = from, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 } } };
        var open = new SortedDictionary<DateOnly, BlockHash>();
        ulong to = 0;
        await using (var reader = await command.ExecuteReaderAsync(stop))
        {
            while (await reader.ReadAsync(stop))
            {
                var month = reader.GetFieldValue<DateOnly>(0);
                if (!open.TryGetValue(month, out var hash))
                {
                    open[month] = hash = new BlockHash(keys);
                }

                hash.Add(reader.GetFieldValue<ulong>(1), reader.GetFieldValue<byte[]>(2));
                to = reader.GetFieldValue<ulong>(3);
            }
        }

        return Close(open, last, from, to);
    }

    private static List<Block> Close(SortedDictionary<DateOnly, BlockHash> open, Block? last, ulong from, ulong to)
    {
        var blocks = new List<Block>();
        var (number, previous) = (last?.Number ?? 0, last?.Head ?? Block.Genesis);
        foreach (var (month, hash) in open)
        {
            using (hash)
            {
                var entries = hash.Entries;
                number++;
                var head = hash.Close(number, month, from, to, previous);
                blocks.Add(new Block(number, month, from, to, entries, previous, head));
                previous = head;
            }
        }

        return blocks;
    }

    private async Task Write(NpgsqlConnection connection, Block block, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new() { Value = block.Number },
                new() { Value = block.Segment },
                new() { Value = block.From, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 },
                new() { Value = block.To, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 },
                new() { Value = block.Entries },
                new() { Value = block.Previous },
                new() { Value = block.Head },
                new() { Value = clock.GetUtcNow() },
            },
        };
        await command.ExecuteNonQueryAsync(stop);
    }
}
