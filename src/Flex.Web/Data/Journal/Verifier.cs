using System.Data;
using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>What a verification saw: how much, and the first broken places.</summary>
/// <param name="Tail">Entries beyond the last block: checked one by one, but not yet chained.</param>
/// <param name="Unanchored">Blocks that the heads file does not know yet.</param>
internal sealed record Verification(long Entries, long Blocks, long Tail, long Unanchored, IReadOnlyList<Finding> Findings, long Total)
{
    public bool Whole => Total == 0;
}

/// <summary>
/// Reads the whole journal again in one snapshot and names the first place where it is broken. Streams: memory does not grow
/// with the journal. What a superuser of the database can do without the key file shows; docs/journal.md says how, and what cannot show.
/// </summary>
internal sealed class Verifier(KeyRing keys, OutsideHeads heads)
{
    // Along the index and streaming: without statistics the planner rather sorts the whole journal on disk.
    private const string Patience = """
        set transaction read only;
        set local statement_timeout = 0;
        set local idle_in_transaction_session_timeout = 0;
        set local enable_sort = off;
        set local enable_bitmapscan = off;
        """;

    // The key of the table forbids it, but a superuser can take the key away and put an entry back under another transaction.
    private const string Twice = "select id from (select id, lag(id) over (order by id) as before from journal.entry) e where id = before limit 21";

    private const string Future = "select id from journal.entry where xid >= pg_snapshot_xmax(pg_current_snapshot()) order by xid limit 21";

    private const string Unguarded = """
        select c.oid::regclass::text from pg_class c
        where c.relnamespace = 'journal'::regnamespace and c.relkind in ('r', 'p')
            and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'never_changed' and t.tgenabled in ('O', 'A'))
        order by 1 limit 21
        """;

    public async Task<Verification> Verify(NpgsqlDataSource source, CancellationToken stop)
    {
        // The heads are read up to where they are now, before the snapshot: a block that is anchored is committed.
        using var outside = heads.Read();
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var patience = new NpgsqlCommand(Patience, connection);
        await patience.ExecuteNonQueryAsync(stop);
        return await Verify(connection, outside, stop);
    }

    /// <summary>Verifies what <paramref name="connection"/> sees in the transaction it is in.</summary>
    public async Task<Verification> Verify(NpgsqlConnection connection, AnchorReader outside, CancellationToken stop)
    {
        var findings = new Findings();
        var blocks = new BlockWalk(keys, outside, findings);
        using var entries = new EntryWalk(keys, findings, await PurgedMonths.Read(connection, keys, stop));
        while (await blocks.Next(connection, stop) is { } chunk)
        {
            await entries.Check(connection, chunk, stop);
        }

        await blocks.End(connection, stop);
        await entries.CheckTail(connection, stop);
        await Each(connection, Twice, row => findings.Add(new(Broken.EntryTwice, Entry: row.GetGuid(0))), stop);
        await Each(connection, Future, row => findings.Add(new(Broken.EntryFromTheFuture, Entry: row.GetGuid(0))), stop);
        await Each(connection, Unguarded, row => findings.Add(new(Broken.GuardOff, Name: row.GetString(0))), stop);
        if (blocks.Seen + entries.Seen > 0 && blocks.Genuine + entries.Genuine == 0)
        {
            findings.Add(new(Broken.KeyDiffers));
        }

        return new(entries.Seen, blocks.Seen, entries.Tail, blocks.Unanchored, findings.First, findings.Total);
    }

    private static async Task Each(NpgsqlConnection connection, string question, Action<NpgsqlDataReader> found, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            found(reader);
        }
    }
}
