using Npgsql;

namespace Flex.Web.Tests.Support;

/// <summary>A database that is away: it takes nobody in and has broken off everybody who was inside. It is back with <see cref="End"/>.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private Outage(string server, string name) => (this.server, this.name) = (server, name);

    /// <summary>Spares only the sessions of the superuser, so that a test can hold a request still until it is broken off.</summary>
    public static async Task<Outage> Of(TestCluster cluster, TestDatabase database)
    {
        var outage = new Outage(cluster.AdminOf("postgres"), new NpgsqlConnectionStringBuilder(database.AdminConnection).Database!);
        await outage.Run($"alter database {outage.name} allow_connections false");
        await outage.Run($"select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{outage.name}' and usename <> current_user");
        return outage;
    }

    public Task End() => Run($"alter database {name} allow_connections true");

    public async ValueTask DisposeAsync() => await End();

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
