using System.Diagnostics;
using Flex.Web.Commands;
using Flex.Web.Data;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Journal;

/// <summary>What `flex journal verify` says.</summary>
public sealed class Verifying(TestCluster cluster, ITestOutputHelper output) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.Clone();
        await database.Sealer().OpenSegments(CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_whole_journal_is_called_whole_with_its_tail_counted()
    {
        await Rounds(2);
        await database.Db().Write(4, new Random(1));

        var (code, text) = await Run();

        Assert.Equal(0, code);
        Assert.Contains("10 regels in 2 blokken", text, StringComparison.Ordinal);
        Assert.Contains("Nog niet verzegeld: 4 regels", text, StringComparison.Ordinal);
        Assert.Contains("Het journaal is heel.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_journal_is_whole() => Assert.Equal(0, (await Run()).Code);

    [Fact]
    public async Task A_broken_journal_is_called_broken_with_the_first_place()
    {
        await Rounds(3);
        await database.AsAdmin("set session_replication_role = replica; delete from journal.entry where xid < (select to_xid from journal.block where number = 2)");

        var (code, text) = await Run();

        Assert.Equal(1, code);
        Assert.Contains("NIET heel. De eerste breuk:\n  In blok 1 ontbreken 3 regels.\n", text, StringComparison.Ordinal);
        Assert.Contains("In blok 2 ontbreken 3 regels.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_key_says_that_it_is_the_key()
    {
        await Rounds(2);
        var folder = Directory.CreateTempSubdirectory("flex-key");

        var seen = await database.Verify(KeyRing.Open(folder.FullName));

        folder.Delete(recursive: true);
        Assert.Equal(Broken.KeyDiffers, seen.Findings[0].What);
    }

    [Fact]
    public async Task Without_the_heads_file_says_that_it_is_gone()
    {
        await Rounds(2);
        File.Delete(HeadsFile);

        var seen = await database.Verify();

        Assert.Equal([Broken.HeadsFileMissing], seen.Findings.Select(f => f.What));
    }

    [Fact]
    public async Task With_heads_out_of_order_says_that_the_file_is_damaged()
    {
        await Rounds(2);
        await File.AppendAllTextAsync(HeadsFile, (await File.ReadAllLinesAsync(HeadsFile))[0] + "\n");

        Assert.Equal([Broken.HeadsFileDamaged], (await database.Verify()).Findings.Select(f => f.What));
    }

    [Fact]
    public async Task With_an_old_heads_file_is_whole_and_says_how_far_it_is_behind()
    {
        await Rounds(1);
        var old = await File.ReadAllTextAsync(HeadsFile);
        await Rounds(2);
        await File.WriteAllTextAsync(HeadsFile, old);

        var (code, text) = await Run();

        Assert.Equal(0, code);
        Assert.Contains("Nog niet buiten de database vastgelegd: 2 blokken.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_of_a_fork_is_not_taken_for_the_anchored_one()
    {
        await Rounds(2);
        var heads = await File.ReadAllTextAsync(HeadsFile);
        await database.AsAdmin("set session_replication_role = replica; delete from journal.block where number = 2");
        await File.WriteAllLinesAsync(HeadsFile, [heads.Split('\n')[0]]);
        await Rounds(1);
        await File.WriteAllTextAsync(HeadsFile, heads);

        var seen = await database.Verify();

        Assert.Equal((Broken.HeadDiffers, (long?)2), (seen.Findings[0].What, seen.Findings[0].Block));
    }

    [Fact]
    public async Task A_guard_that_is_off_is_named()
    {
        await database.AsAdmin("alter table journal.block disable trigger never_changed");

        var seen = await database.Verify();

        Assert.Equal("De bewaking van journal.block tegen wijzigen staat uit.", Assert.Single(seen.Findings).Text);
    }

    [Fact]
    public async Task A_long_journal_is_cut_into_small_blocks_and_read_as_a_stream()
    {
        var lines = Seed.Long ? 400_000 : 20_000;
        for (var written = 0; written < lines; written += 1000)
        {
            await WriteMany(1000);
        }

        var start = Stopwatch.GetTimestamp();
        await database.SealAll();
        output.WriteLine($"sealed {lines / Stopwatch.GetElapsedTime(start).TotalSeconds:N0} lines/s");
        var before = GC.GetTotalAllocatedBytes();
        start = Stopwatch.GetTimestamp();
        var seen = await database.Verify();
        output.WriteLine($"verified {seen.Entries} lines in {seen.Blocks} blocks: {lines / Stopwatch.GetElapsedTime(start).TotalSeconds:N0} lines/s, {(GC.GetTotalAllocatedBytes() - before) / lines} bytes allocated per line");

        seen.AssertWhole();
        Assert.Equal((long)lines, seen.Entries);
        Assert.InRange(await BiggestBlock(), 1, 5096);
    }

    private string HeadsFile => Path.Combine(database.Installation.Folder.Heads, "heads.log");

    private async Task<int> BiggestBlock() => (int)(await database.AsAdmin("select max(entries) from journal.block"))!;

    private async Task Rounds(int count)
    {
        for (; count > 0; count--)
        {
            await database.Db().Write(3, new Random(count));
            await database.SealAll();
        }
    }

    private async Task<(int Code, string Text)> Run()
    {
        await using var text = new StringWriter { NewLine = "\n" };
        return (await JournalVerify.Run(database.Installation, text, CancellationToken.None), text.ToString());
    }

    private async Task WriteMany(int count)
    {
        await using var work = await database.Db().Begin(Actor.System("test"), "test");
        var lines = Enumerable.Range(0, count).Select(_ => new Entry
        {
            Id = work.Clock.NewId(), At = work.Clock.Now, Act = nameof(Act.ApplicationReceived), Actor = work.Actor, Purpose = work.Purpose,
            EffectiveDay = work.Clock.Today, DossierId = Guid.NewGuid(), Body = new byte[400],
        });
        JournalLines.Add(work, [.. lines]);
        await work.Save();
    }
}
