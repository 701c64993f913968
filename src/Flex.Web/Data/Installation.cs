using Flex.Web.Data.Cluster;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Migrations;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>One running installation: its database (private or given), its keys and the heads kept outside.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    private Installation(DataFolder folder, PrivateCluster? cluster, Connections connections)
    {
        (Folder, this.cluster, Connections) = (folder, cluster, connections);
        Keys = KeyRing.Open(folder.Keys);
        Heads = new OutsideHeads(folder.Heads);
        App = NpgsqlDataSource.Create(connections.App);
        Stats = NpgsqlDataSource.Create(connections.Stats);
    }

    public DataFolder Folder { get; }

    public Connections Connections { get; }

    public KeyRing Keys { get; }

    public OutsideHeads Heads { get; }

    /// <summary>Connections as flex_app.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Connections as flex_stats, which reads views without names.</summary>
    public NpgsqlDataSource Stats { get; }

    /// <summary>Opens the installation in <paramref name="root"/>; a private cluster is made ready and migrated, a given database is not touched.</summary>
    public static async Task<Installation> Open(string? root, TimeProvider clock)
    {
        var folder = DataFolder.Open(root);
        if (Connections.FromEnvironment() is { } given)
        {
            return new Installation(folder, null, given);
        }

        var own = await PrivateCluster.Start(folder);
        await ClusterSetup.Run(own);
        var connections = Connections.To(own);
        await Migrator.Migrate(connections.Owner, clock);
        return new Installation(folder, own, connections);
    }

    /// <summary>An installation on a database that a test prepared.</summary>
    public static Installation On(DataFolder folder, Connections connections) => new(folder, null, connections);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Stats.DisposeAsync();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }
}
