using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Journal;

/// <summary>What the database itself refuses, whoever writes.</summary>
public sealed class Writing(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Actor Intaker = new("p1", "Testpersoon", "intaker", "org");
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await cluster.Clone();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Without_a_journal_entry_is_refused()
    {
        await using var work = await database.Db().Begin(Intaker, "test");
        work.Add("insert into dossier values ($1, 'p', 'org', $2, $3)", Guid.NewGuid(), new DateOnly(2026, 1, 1), work.EntryId);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => work.Save());

        Assert.Equal("FX002", refused.SqlState);
    }

    [Fact]
    public async Task With_its_entry_in_the_same_transaction_is_stored_and_sealed()
    {
        var id = Guid.CreateVersion7();
        await using (var work = await database.Db().Begin(Intaker, "test"))
        {
            work.Journal(Act.ApplicationReceived, dossier: id);
            work.Add("insert into dossier values ($1, 'p', 'org', $2, $3)", id, new DateOnly(2026, 1, 1), work.EntryId);
            await work.Save();
        }

        await database.SealAll();
        Assert.Equal(1L, await database.AsAdmin("select sum(entries) from journal.block"));
        Assert.Equal(1L, await database.AsAdmin("select count(*) from dossier d join journal.entry e on e.id = d.entry_id"));
        Assert.Equal(1L, database.Installation.Heads.Last()?.Number);
    }
}
