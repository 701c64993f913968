using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>Steps through the blocks in order of number and holds each against its own head, the one before it and the one outside.</summary>
internal sealed class BlockWalk(KeyRing keys, AnchorReader outside, Findings findings)
{
    private const int Chunk = 1000;
    private byte[]? head = Block.Genesis;
    private long last;
    private int newest;

    public long Seen { get; private set; }

    public long Genuine { get; private set; }

    /// <summary>Blocks that stand in the database only: the heads file is behind.</summary>
    public long Unanchored { get; private set; }

    /// <summary>The next blocks that prove themselves; null at the end. Blocks of one stretch are never torn apart.</summary>
    public async Task<List<Block>?> Next(NpgsqlConnection connection, CancellationToken stop)
    {
        var rows = await BlockRow.After(connection, keys, last, Chunk, stop);
        if (Seen == 0)
        {
            // Numbers below one exist only where someone renumbered.
            rows.InsertRange(0, await BlockRow.Below(connection, keys, stop));
        }

        if (rows.Count == Chunk)
        {
            rows.RemoveAll(r => r.Genuine is { } g && g.To == rows[^1].Genuine?.To && g.To != rows[0].Genuine?.To);
        }

        return rows.Count == 0 ? null : rows.Select(Check).OfType<Block>().ToList();
    }

    /// <summary>Says what the outside heads know and the database lacks.</summary>
    public async Task End(NpgsqlConnection connection, CancellationToken stop)
    {
        var highest = outside.CountAfter(last);
        if (highest > 0)
        {
            findings.Add(new(Broken.TailCut, last + 1, Count: highest));
        }

        if (outside.None && Seen > 0)
        {
            findings.Add(new(Broken.HeadsFileMissing));
        }

        if (outside.OutOfOrder)
        {
            findings.Add(new(Broken.HeadsFileDamaged));
        }

        // A block that no number leads to: put there twice, or without a number.
        await using var count = new NpgsqlCommand("select count(*) from journal.block", connection);
        if ((long)(await count.ExecuteScalarAsync(stop))! > Seen)
        {
            findings.Add(new(Broken.BlockChanged, last));
        }
    }

    private Block? Check(BlockRow row)
    {
        Seen++;
        if (row.Number > last + 1)
        {
            findings.Add(new(Broken.BlockMissing, last + 1, Count: row.Number - last - 1));
            head = null;
        }

        var anchored = outside.HeadOf(row.Number);
        Unanchored += anchored is null ? 1 : 0;
        if (Fault(row, anchored) is { } fault)
        {
            findings.Add(new(fault, row.Number));
        }

        last = Math.Max(last, row.Number);
        head = row.Genuine?.Head;
        newest = Math.Max(newest, row.Genuine?.Key ?? 0);
        Genuine += row.Genuine is null ? 0 : 1;
        return row.Genuine;
    }

    private Broken? Fault(BlockRow row, byte[]? anchored) =>
        row.Genuine is null || row.Number <= last || row.Genuine.Key < newest ? Broken.BlockChanged
        : head is not null && !row.Genuine.Previous.AsSpan().SequenceEqual(head) ? Broken.ChainBroken
        : anchored is not null && !anchored.AsSpan().SequenceEqual(row.Head) ? Broken.HeadDiffers
        : null;
}
