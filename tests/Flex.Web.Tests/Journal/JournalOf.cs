using System.Diagnostics;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Journal;

/// <summary>What tests of the journal do again and again with a database.</summary>
internal static class JournalOf
{
    private static readonly Actor Intaker = new("p1", "Testpersoon", "intaker", "org");

    /// <summary>One transaction of <paramref name="entries"/> entries; not saved yet.</summary>
    public static async Task<Work> Transaction(this FlexDb db, int entries, Random random)
    {
        var work = await db.Begin(Intaker, "test " + random.Next());
        var key = DossierKey.New(Guid.CreateVersion7(db.Clock.Now));
        for (var i = 0; i < entries; i++)
        {
            Guid[]? objects = random.Next(3) switch { 0 => null, 1 => [], _ => [Guid.NewGuid(), Guid.NewGuid()] };
            work.Journal(Act.CareRegistered, key, random.Next(4) == 0 ? null : new { Was = random.Next(), Now = "éé" + i }, objects: objects, id: db.Clock.NewId());
        }

        await work.Send();
        return work;
    }

    public static async Task Write(this FlexDb db, int entries, Random random)
    {
        await using var work = await db.Transaction(entries, random);
        await work.Save();
    }

    public static FlexDb DbAt(this TestDatabase database, TimeProvider clock) =>
        new(database.Installation.App, database.Installation.Keys, new ProgrammeClock(clock));

    /// <summary>Seals until nothing committed is left: other tests on the same server may hold the horizon for a moment.</summary>
    public static async Task SealAll(this TestDatabase database, Sealer? sealer = null)
    {
        sealer ??= database.Sealer();
        var start = Stopwatch.GetTimestamp();
        while (await sealer.SealOnce(CancellationToken.None) > 0 || await database.Unsealed() > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), "Entries stayed unsealed for a minute.");
        }
    }

    public static async Task<long> Unsealed(this TestDatabase database) => (long)(await database.AsAdmin(
        "select count(*) from journal.entry where xid >= coalesce((select max(to_xid) from journal.block), '0')"))!;

    public static Task<Verification> Verify(this TestDatabase database, KeyRing? keys = null) =>
        new Verifier(keys ?? database.Installation.Keys, database.Installation.Heads).Verify(database.Installation.App, CancellationToken.None);

    public static void AssertWhole(this Verification seen) => Assert.True(seen.Whole, string.Join("\n", seen.Findings.Select(f => f.Text)));
}
