using Npgsql;

namespace Flex.Web.Data.Cluster;

/// <summary>Makes the three roles and the database on a cluster; what an administrator does by hand on a shared server (docs/running.md).</summary>
internal static class ClusterSetup
{
    public const string Owner = "flex_owner";
    public const string App = "flex_app";
    public const string Stats = "flex_stats";
    public const string Database = "flex";

    // jit: compiling a query took longer than running it (a figure over 100,000 dossiers 3.0 s, without 1.2 s).
    // enable_nestloop: a figure counts everybody, but the planner expects few; the 21 figures over 30,000 dossiers took 2 s without and over 30 s with.
    private const string Roles = """
        do $$
        begin
            if not exists (select from pg_roles where rolname = 'flex_owner') then create role flex_owner login; end if;
            if not exists (select from pg_roles where rolname = 'flex_app') then create role flex_app login; end if;
            if not exists (select from pg_roles where rolname = 'flex_stats') then create role flex_stats login; end if;
        end $$;
        alter role flex_app set idle_in_transaction_session_timeout = '60s';
        alter role flex_app set statement_timeout = '120s';
        alter role flex_app set plan_cache_mode = 'force_generic_plan';
        alter role flex_stats set default_transaction_read_only = on;
        alter role flex_stats set statement_timeout = '60s';
        alter role flex_app set jit = off;
        alter role flex_stats set jit = off;
        alter role flex_stats set enable_nestloop = off;
        """;

    public static async Task Run(PrivateCluster cluster, string database = Database)
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString(PrivateCluster.Admin, "postgres") + ";Pooling=false");
        await using (var roles = source.CreateCommand(Roles))
        {
            await roles.ExecuteNonQueryAsync();
        }

        await using var exists = source.CreateCommand("select exists (select from pg_database where datname = $1)");
        exists.Parameters.AddWithValue(database);
        if (!(bool)(await exists.ExecuteScalarAsync())!)
        {
            await using var create = source.CreateCommand($"create database \"{database}\" owner flex_owner");
            await create.ExecuteNonQueryAsync();
        }
    }
}
