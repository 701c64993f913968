using Npgsql;

namespace Flex.Web.Data.Keys;

/// <summary>The transactions of the site that run at a moment, and waiting until each of them has ended.</summary>
internal sealed class RunningWork(NpgsqlDataSource app)
{
    private const string Running = """
        select coalesce(array_agg(pid || ' ' || xact_start), '{}') from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and xact_start is not null
        """;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>Answers when everything that had begun before has ended.</summary>
    public async Task End(TimeProvider clock, CancellationToken stop)
    {
        var before = await Now(stop);
        while (before.Count > 0)
        {
            await Task.Delay(Beat, clock, stop);
            before.IntersectWith(await Now(stop));
        }
    }

    private async Task<HashSet<string>> Now(CancellationToken stop)
    {
        await using var command = app.CreateCommand(Running);
        return [.. (string[])(await command.ExecuteScalarAsync(stop))!];
    }
}
