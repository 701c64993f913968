using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Log;
using Flex.Web.Tests.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Log;

/// <summary>After its time a month of the journal goes, when two people agreed; the chain stays whole, and nothing else may go that way.</summary>
public sealed class Letting_a_month_go(TestCluster cluster) : IAsyncLifetime
{
    private static readonly DateOnly Old = new(2019, 3, 1);
    private readonly SetTime time = new(new(2019, 3, 4, 9, 0, 0, TimeSpan.Zero));
    private readonly StringWriter said = new();
    private TestDatabase database = null!;
    private NpgsqlDataSource owner = null!;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.Clone();
        owner = NpgsqlDataSource.Create(database.Installation.Connections.Owner);
        await database.AsAdmin("select journal.open_segment('2019-03-01'), journal.open_segment('2019-04-01'), journal.open_segment('2026-11-01')");
        foreach (var day in (DateTimeOffset[])[time.Now, time.Now.AddDays(2), new(2019, 4, 2, 9, 0, 0, TimeSpan.Zero), new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)])
        {
            time.Now = day;
            await database.DbAt(time).Write(3, new Random(1));
            await database.SealAll(new Sealer(database.Installation.App, database.Installation.Keys, database.Installation.Heads, time));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Needs_two_people_and_keeps_the_journal_whole()
    {
        Assert.Equal(1, await Run());
        Assert.Equal(0, await Approve("A. Beheerder"));
        Assert.Equal(1, await Approve("A. Beheerder"));
        Assert.Equal(0, await Approve("a. beheerder "));
        Assert.Equal(1, await Run());
        Assert.Contains("twee mensen nodig", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Approve("B. Bestuurder"));
        Assert.Equal(0, await Run());

        Assert.Equal("gone", await database.AsAdmin("select coalesce(to_regclass('journal.entry_201903')::text, 'gone')"));
        Assert.Equal(3L, await database.AsAdmin("select count(*) from journal.entry where act = 'PurgeApproved' and effective_day = '2019-03-01'"));
        await database.SealAll();
        (await database.Verify()).AssertWhole();
        Assert.Equal(1, await Run());
        Assert.Contains("niets (meer)", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_before_its_time()
    {
        Assert.Equal(1, await Purge.Approve(Db, Old, 8, ("A", "oud"), said));
        Assert.Contains("2019-03 blijft nog staan: het journaal wordt 8 jaar bewaard.", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Purge.Run(new FlexDb(owner, database.Installation.Keys, new ProgrammeClock(time)), new(2022, 1, 1), 5, said));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.AsAdmin("select journal.drop_segment('2019-03-01', '2024-03-31')"));
        Assert.Equal("FX003", refused.SqlState);
        await using var app = database.Installation.App.CreateCommand("select journal.drop_segment('2019-03-01', '2026-11-02')");
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => app.ExecuteNonQueryAsync())).SqlState);
    }

    // The act that names the month excuses that month alone, and only when all of it is gone.
    [Theory]
    [InlineData("drop table journal.entry_201904")]
    [InlineData("delete from journal.entry where act = 'JournalPurged'")]
    [InlineData("update journal.entry set effective_day = '2019-04-01' where act = 'JournalPurged'")]
    [InlineData("update journal.block set entries = 1 where number = 1")]
    [InlineData("delete from journal.block where number = 1")]
    public async Task Hides_nothing_else(string attack)
    {
        await Approve("A. Beheerder");
        await Approve("B. Bestuurder");
        Assert.Equal(0, await Run());
        await database.SealAll();

        await database.AsAdmin("set session_replication_role = replica; " + attack);

        Assert.False((await database.Verify()).Whole);
    }

    [Fact]
    public void Knows_both_ends_of_the_law()
    {
        Assert.True(LogRules.MayPurge(new(2019, 3, 1), new(2024, 4, 1), 5));
        Assert.False(LogRules.MayPurge(new(2019, 3, 1), new(2024, 3, 31), 5));
        Assert.False(LogRules.MayPurge(new(2019, 3, 1), new(2060, 1, 1), 4));
        Assert.False(LogRules.MayPurge(new(2019, 3, 1), new(2060, 1, 1), 21));
        Assert.False(LogRules.MayPurge(new(2019, 3, 2), new(2060, 1, 1), 5));
    }

    private FlexDb Db => database.DbAt(time);

    private Task<int> Approve(string name) => Purge.Approve(Db, Old, 5, (name, "Besluit van het bestuur"), said);

    private Task<int> Run() => Purge.Run(new FlexDb(owner, database.Installation.Keys, new ProgrammeClock(time)), Old, 5, said);
}
