using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Migrations;
using Npgsql;

namespace Flex.Web.Tests.Support;

/// <summary>One PostgreSQL server per test run, in a short folder of its own; a migrated template is cloned per test class.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "flex_template";
    private readonly DataFolder folder = DataFolder.Open(Path.Combine(Path.GetTempPath(), "flex-t" + Guid.NewGuid().ToString("N")[..8]));
    private PrivateCluster? cluster;
    private int clones;

    public async ValueTask InitializeAsync()
    {
        cluster = await PrivateCluster.Start(folder, durable: false);
        await ClusterSetup.Run(cluster, Template);
        await Migrator.Migrate(Connections.To(cluster, Template).Owner, TimeProvider.System);
    }

    /// <summary>A fresh, migrated database with its own keys and heads; dispose it after the class.</summary>
    internal async Task<TestDatabase> Clone()
    {
        var name = "t" + Interlocked.Increment(ref clones);
        await Admin($"create database {name} template {Template} owner flex_owner");
        var own = DataFolder.Open(Path.Combine(folder.Root, name));
        return new TestDatabase(name, Installation.On(own, Connections.To(cluster!, name)), AdminOf(name), Admin);
    }

    /// <summary>A database from a dump of another one, as it was: not migrated. Keys and heads are laid in its folder by <paramref name="lay"/>.</summary>
    internal async Task<TestDatabase> Restore(string dump, Action<DataFolder> lay)
    {
        var name = "t" + Interlocked.Increment(ref clones);
        await Admin($"create database {name} template template0 owner flex_owner");
        var own = DataFolder.Open(Path.Combine(folder.Root, name));
        lay(own);
        var database = new TestDatabase(name, Installation.On(own, Connections.To(cluster!, name)), AdminOf(name), Admin);
        await database.AsAdmin(dump);
        return database;
    }

    /// <summary>The connection of the cluster's superuser to a database: for what only an attacker or administrator does.</summary>
    internal string AdminOf(string database) => cluster!.ConnectionString(PrivateCluster.Admin, database) + ";Pooling=false;Command Timeout=120";

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        Directory.Delete(folder.Root, recursive: true);
    }

    private async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(AdminOf("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One database of a test class: the installation on it and the superuser's connection.</summary>
internal sealed class TestDatabase(string name, Installation installation, string admin, Func<string, Task> cluster) : IAsyncDisposable
{
    public Installation Installation => installation;

    public string AdminConnection => admin;

    public FlexDb Db(DateOnly? today = null) => new(installation.App, installation.Keys, new ProgrammeClock(TimeProvider.System, today));

    public Sealer Sealer() => new(installation.App, installation.Keys, installation.Heads, TimeProvider.System);

    /// <summary>Runs SQL as the superuser and answers the first value.</summary>
    public async Task<object?> AsAdmin(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await installation.DisposeAsync();
        await cluster($"drop database if exists {name} with (force)");
    }
}
