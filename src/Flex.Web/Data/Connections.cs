using Flex.Web.Data.Cluster;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>The three ways into the database, each with its own role.</summary>
internal sealed record Connections(string Owner, string App, string Stats)
{
    /// <summary>The connections to the private cluster.</summary>
    public static Connections To(PrivateCluster cluster, string database = ClusterSetup.Database) => new(
        cluster.ConnectionString(ClusterSetup.Owner, database),
        Prepared(cluster.ConnectionString(ClusterSetup.App, database)),
        cluster.ConnectionString(ClusterSetup.Stats, database));

    /// <summary>The connections an administrator gave in the environment, or null for a private cluster.</summary>
    public static Connections? FromEnvironment()
    {
        var app = Environment.GetEnvironmentVariable("FLEX_DB_APP");
        return string.IsNullOrEmpty(app)
            ? null
            : new(Required("FLEX_DB_OWNER"), Prepared(Careful(app)), Careful(Required("FLEX_DB_STATS")));
    }

    // A commit that is cancelled while it waits for a standby is reported as done; with -1 the driver throws instead.
    private static string Careful(string text) => new NpgsqlConnectionStringBuilder(text) { CancellationTimeout = -1 }.ConnectionString;

    // Planning a statement takes longer than running it: what a connection asks twice it keeps planned (docs/adr/0009). What an administrator says in the text goes before.
    private static string Prepared(string text) => "Max Auto Prepare=128;Auto Prepare Min Usages=2;" + text;

    private static string Required(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{name} ontbreekt: met FLEX_DB_APP horen ook FLEX_DB_OWNER en FLEX_DB_STATS.");
}
