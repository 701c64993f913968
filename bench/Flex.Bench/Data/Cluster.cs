using System.Runtime.InteropServices;
using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Migrations;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>A PostgreSQL server for one bench, set as in production (fsync on), in a temporary folder; nothing of it stays.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Template = "flex_template";
    private readonly DataFolder folder;
    private readonly PrivateCluster server;
    private readonly PosixSignalRegistration[] signals;
    private readonly Lock ending = new();
    private Task? ended;
    private int clones;

    private Cluster(DataFolder folder, PrivateCluster server)
    {
        (this.folder, this.server) = (folder, server);
        // Whoever breaks a bench off leaves no server behind either.
        signals = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM]).Select(s => PosixSignalRegistration.Create(s, _ => BreakOff()))];
    }

    /// <summary>A folder for files of the bench itself.</summary>
    public string Files => folder.Root;

    public static async Task<Cluster> Start()
    {
        var folder = DataFolder.Open(Path.Combine(Path.GetTempPath(), "flex-b" + Guid.NewGuid().ToString("N")[..8]));
        var cluster = new Cluster(folder, await PrivateCluster.Start(folder, durable: true));
        await ClusterSetup.Run(cluster.server, Template);
        await Migrator.Migrate(Connections.To(cluster.server, Template).Owner, TimeProvider.System);
        NpgsqlConnection.ClearAllPools();
        return cluster;
    }

    /// <summary>A fresh, migrated database with its own keys and heads.</summary>
    public async Task<Database> Clone()
    {
        var name = "b" + ++clones;
        await Admin($"create database {name} template {Template} owner flex_owner");
        var connections = Connections.To(server, name);
        return new(this, name, Installation.On(DataFolder.Open(Path.Combine(folder.Root, name)), connections), server.ConnectionString(PrivateCluster.Admin, name) + ";Pooling=false;Command Timeout=0");
    }

    /// <summary>Writes out what earlier work left in memory, so that it does not count for what is measured next.</summary>
    public Task Settle() => Admin("checkpoint");

    public Task Drop(Database database) => Admin($"drop database if exists {database.Name} with (force)");

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(signals, s => s.Dispose());
        await End();
    }

    private void BreakOff()
    {
        End().Wait();
        Environment.Exit(130);
    }

    // Breaking off takes the server away under the bench, which then ends here too.
    private Task End()
    {
        lock (ending)
        {
            return ended ??= Once();
        }

        async Task Once()
        {
            NpgsqlConnection.ClearAllPools();
            await server.DisposeAsync();
            Directory.Delete(folder.Root, recursive: true);
        }
    }

    private async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString(PrivateCluster.Admin, "postgres") + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One database of a round.</summary>
internal sealed class Database(Cluster cluster, string name, Installation installation, string admin) : IAsyncDisposable
{
    public string Name => name;

    public Installation Installation => installation;

    public ProgrammeClock Clock { get; } = new(TimeProvider.System);

    public FlexDb Db => new(installation.App, installation.Keys, Clock);

    public Web.Data.Journal.Sealer Sealer => new(installation.App, installation.Keys, installation.Heads, TimeProvider.System);

    /// <summary>Runs SQL as the superuser and answers the first value.</summary>
    public async Task<object?> AsAdmin(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Committed entries that no block holds.</summary>
    public async Task<long> Unsealed() => (long)(await AsAdmin("select (select count(*) from journal.entry) - (select coalesce(sum(entries), 0)::bigint from journal.block)"))!;

    public async ValueTask DisposeAsync()
    {
        await installation.DisposeAsync();
        await cluster.Drop(this);
    }
}
