using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>The door to the database: every unit of work, reads too, is one transaction that knows who, why and its journal entry.</summary>
internal sealed class FlexDb(NpgsqlDataSource source, KeyRing keys, ProgrammeClock clock)
{
    public KeyRing Keys => keys;

    public ProgrammeClock Clock => clock;

    /// <summary>Begins a unit of work of <paramref name="actor"/>; nothing is sent before the first run.</summary>
    public async Task<Work> Begin(Actor actor, string purpose, CancellationToken stop = default)
    {
        keys.Refresh();
        var connection = await source.OpenConnectionAsync(stop);
        return new Work(connection, await connection.BeginTransactionAsync(stop), actor, purpose, this);
    }
}
