using System.Globalization;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Journal;

/// <summary>Whatever a superuser without the key file does to the journal is found, and found where it was done.</summary>
public sealed class Attacks(TestCluster cluster) : IAsyncLifetime
{
    private const string DisableTriggers = """
        do $$ declare t regclass; begin
            for t in select oid from pg_class where relnamespace = 'journal'::regnamespace and relkind in ('r', 'p') loop
                execute format('alter table %s disable trigger user', t);
            end loop;
        end $$
        """;

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await cluster.Clone();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task On_a_whole_journal_are_each_found_and_located()
    {
        var random = new Random(Seed.OfRun);
        var scene = await Scene.Make(database, random);
        (await database.Verify()).AssertWhole();
        await using var connection = new NpgsqlConnection(database.AdminConnection);
        await connection.OpenAsync();

        var missed = new List<string>();
        for (var n = 0; n < (Seed.Long ? 10_000 : 1_000); n++)
        {
            var attack = Attack.Next(n, scene, random);
            var seen = await Try(connection, attack, triggersOff: random.Next(10) == 0);
            if (!Located(attack, seen.Findings))
            {
                missed.Add($"{n} {attack.Name}: {attack.Sql}\n   expected block {string.Join("/", attack.Blocks)} line {attack.Lines.FirstOrDefault()}, found {string.Join("; ", seen.Findings.Take(3))}");
            }
        }

        Assert.True(missed.Count == 0, string.Create(CultureInfo.InvariantCulture, $"seed {Seed.OfRun}: {missed.Count} attacks missed or misplaced\n{string.Join("\n", missed.Take(12))}"));
        (await database.Verify()).AssertWhole();
    }

    private static bool Located(Attack attack, IReadOnlyList<Finding> findings) =>
        findings.FirstOrDefault() is { } first
        && ((first.Entry is { } line && attack.Lines.Contains(line))
            || (first.Block is { } block && attack.Blocks.Contains(block)));

    private async Task<Verification> Try(NpgsqlConnection connection, Attack attack, bool triggersOff)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand((triggersOff ? DisableTriggers : "set local session_replication_role = replica") + ";" + attack.Sql, connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var outside = database.Installation.Heads.Read();
        return await new Verifier(database.Installation.Keys, database.Installation.Heads).Verify(connection, outside, CancellationToken.None);
    }
}
