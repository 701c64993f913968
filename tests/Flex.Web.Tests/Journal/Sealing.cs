using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Journal;

/// <summary>What is committed is sealed, once; what is not committed is not.</summary>
public sealed class Sealing(TestCluster cluster) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.Clone();
        await database.Sealer().OpenSegments(CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task With_eight_writers_and_two_sealers_leaves_nothing_out_and_takes_nothing_twice()
    {
        using var done = new CancellationTokenSource();
        var sealers = new[] { SealUntil(done.Token), SealUntil(done.Token) };
        var writers = Enumerable.Range(0, 8).Select(n => WriteMany(new Random(Seed.OfRun + n))).ToArray();
        var committed = (await Task.WhenAll(writers)).Sum();
        await done.CancelAsync();
        var sealedNow = (await Task.WhenAll(sealers)).Sum();
        await database.SealAll();

        var seen = await database.Verify();

        seen.AssertWhole();
        Assert.Equal((long)committed, seen.Entries);
        Assert.Equal((0L, 0L), (seen.Tail, seen.Unanchored));
        Assert.Equal((long)committed, await database.AsAdmin("select sum(entries) from journal.block"));
        Assert.True(seen.Blocks > 1 && sealedNow > 0, $"Sealing did not run beside writing (seed {Seed.OfRun}).");
    }

    [Fact]
    public async Task Passes_by_what_is_open_and_takes_it_when_it_commits()
    {
        var random = new Random(Seed.OfRun);
        var db = database.Db();
        await db.Write(2, random);
        await using var open = await db.Transaction(3, random);
        await using (var rolledBack = await db.Transaction(5, random))
        {
            await db.Write(4, random);
        }

        var sealer = database.Sealer();
        while (await sealer.SealOnce(CancellationToken.None) == 0)
        {
            // another test on this server may hold the horizon
        }

        Assert.Equal((2L, 4L), await Halves());
        (await database.Verify()).AssertWhole();

        await open.Save();
        await database.SealAll();
        Assert.Equal((9L, 0L), await Halves());
        (await database.Verify()).AssertWhole();
    }

    [Fact]
    public async Task Catches_up_with_heads_after_a_crash_between_commit_and_anchor()
    {
        await Round();
        var heads = await File.ReadAllBytesAsync(HeadsFile);
        await Round();
        await Round();
        await File.WriteAllBytesAsync(HeadsFile, [.. heads, .. "2\tab"u8]);
        Assert.Equal(2L, (await database.Verify()).Unanchored);

        await database.Sealer().SealOnce(CancellationToken.None);

        var seen = await database.Verify();
        seen.AssertWhole();
        Assert.Equal((3L, 0L), (seen.Blocks, seen.Unanchored));
    }

    [Theory]
    [InlineData("delete from journal.block where number = 3", Broken.TailCut, 3)]
    [InlineData("truncate journal.block", Broken.TailCut, 1)]
    [InlineData("update journal.block set entries = entries + 1 where number = 3", Broken.BlockChanged, 3)]
    [InlineData("update journal.block set to_xid = '9999999999' where number = 3", Broken.BlockChanged, 3)]
    public async Task Refuses_to_build_on_a_chain_that_was_tampered_with(string attack, object what, long block)
    {
        await Round();
        await Round();
        await Round();
        await database.AsAdmin("set session_replication_role = replica; " + attack);

        var refused = await Assert.ThrowsAsync<JournalBrokenException>(() => database.Sealer().SealOnce(CancellationToken.None));

        Assert.Equal(((Broken)what, (long?)block), (refused.Finding.What, refused.Finding.Block));
    }

    [Fact]
    public async Task Refuses_to_anchor_a_block_that_someone_else_made()
    {
        await Round();
        await database.AsAdmin("insert into journal.block select 2, segment, to_xid, '9999', 1, digest, head, sealed_at, digest from journal.block");

        var refused = await Assert.ThrowsAsync<JournalBrokenException>(() => database.Sealer().SealOnce(CancellationToken.None));

        Assert.Equal(Broken.BlockChanged, refused.Finding.What);
        Assert.Equal(1L, database.Installation.Heads.Last()?.Number);
    }

    [Fact]
    public async Task Refuses_where_the_servers_counter_lies_before_the_last_block()
    {
        await Round();
        using var open = new OpenBlocks(database.Installation.Keys, null, 0);
        open.Add(3, 9000, new byte[32]);
        var block = open.CloseAll(1UL << 40).Single();
        await database.AsAdmin("set session_replication_role = replica; delete from journal.block");
        await database.AsAdmin("insert into journal.block values ($1, $2, '0', $3::text::xid8, 1, $4, $5, '2000-01-01 00:00Z', $6)",
            block.Number, RowBytes.Day(block.Segment), block.To.ToString(null, null), block.Digest, block.Previous, block.Head);
        File.Delete(HeadsFile);

        var refused = await Assert.ThrowsAsync<JournalBrokenException>(() => database.Sealer().SealOnce(CancellationToken.None));

        Assert.Equal(Broken.CounterBehind, refused.Finding.What);
    }

    private string HeadsFile => Path.Combine(database.Installation.Folder.Heads, "heads.log");

    private async Task Round()
    {
        await database.Db().Write(3, new Random(1));
        await database.SealAll();
    }

    private async Task<(long Sealed, long Unsealed)> Halves() =>
        ((long)(await database.AsAdmin("select sum(entries) from journal.block"))!, await database.Unsealed());

    private async Task<int> SealUntil(CancellationToken done)
    {
        var (sealer, count) = (database.Sealer(), 0);
        while (!done.IsCancellationRequested)
        {
            count += await sealer.SealOnce(CancellationToken.None);
        }

        return count;
    }

    private async Task<int> WriteMany(Random random)
    {
        var (db, committed) = (database.Db(), 0);
        for (var i = 0; i < 120; i++)
        {
            var entries = random.Next(1, 12);
            await using var work = await db.Transaction(entries, random);
            for (var pause = random.Next(6); pause > 0; pause--)
            {
                work.Add("select 1");
                await work.Send();
            }

            if (random.Next(5) > 0)
            {
                await work.Save();
                committed += entries;
            }
        }

        return committed;
    }
}
