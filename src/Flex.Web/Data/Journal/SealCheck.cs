using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>
/// What the sealer checks before it builds on: that the last block is ours and is the one that was anchored, that no anchored
/// block is gone, and that the server's transaction counter lies past it. Otherwise an attack would be built over.
/// </summary>
internal sealed class SealCheck(KeyRing keys, OutsideHeads heads)
{
    private const int Some = 1000;

    /// <summary>The last block, anchored; null when there is none yet.</summary>
    public async Task<Block?> Last(NpgsqlConnection connection, CancellationToken stop)
    {
        var anchor = heads.Last();
        if (await BlockRow.Last(connection, keys, stop) is not { } row)
        {
            return anchor is null ? null : throw Failed(Broken.TailCut, 1, anchor.Number);
        }

        var last = row.Genuine ?? throw Failed(Broken.BlockChanged, row.Number);
        if (anchor?.Number > last.Number)
        {
            throw Failed(Broken.TailCut, last.Number + 1, anchor.Number - last.Number);
        }

        if (anchor?.Number == last.Number && !anchor.Head.AsSpan().SequenceEqual(last.Head))
        {
            throw Failed(Broken.HeadDiffers, last.Number);
        }

        await CatchUp(connection, anchor, last, stop);
        await CheckCounter(connection, last, stop);
        return last;
    }

    // After a crash between commit and anchor, or with an old heads file, the newest heads are only in the database.
    // Each proves itself with its own HMAC, so an attacker cannot have put another in its place.
    private async Task CatchUp(NpgsqlConnection connection, Anchor? anchor, Block last, CancellationToken stop)
    {
        while ((anchor?.Number ?? 0) < last.Number)
        {
            var missing = new List<Block>();
            foreach (var row in await BlockRow.After(connection, keys, anchor?.Number ?? 0, Some, stop))
            {
                var block = row.Genuine ?? throw Failed(Broken.BlockChanged, row.Number);
                Follows(anchor, block);
                missing.Add(block);
                anchor = new(block.Number, block.Head);
            }

            heads.Append(missing);
        }
    }

    private static void Follows(Anchor? anchor, Block block)
    {
        var expected = (anchor?.Number ?? 0) + 1;
        if (block.Number != expected)
        {
            throw Failed(Broken.BlockMissing, expected, block.Number - expected);
        }

        if (!block.Previous.AsSpan().SequenceEqual(anchor?.Head ?? Block.Genesis))
        {
            throw Failed(Broken.ChainBroken, block.Number);
        }
    }

    // In a database put back from a dump the counter starts low: new entries would lie below the last block and never be sealed.
    private static async Task CheckCounter(NpgsqlConnection connection, Block last, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select pg_snapshot_xmin(pg_current_snapshot())", connection);
        if ((ulong)(await command.ExecuteScalarAsync(stop))! < last.To)
        {
            throw Failed(Broken.CounterBehind, last.Number);
        }
    }

    private static JournalBrokenException Failed(Broken what, long block, long count = 1) => new(new Finding(what, block, Count: count));
}
