using System.Globalization;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>The query of a search as the product sends it, sent again on one connection that said once who asks, with the line of the look or without.</summary>
internal sealed class BareSearch(NpgsqlConnection connection, SentStatement query, SentStatement line) : IAsyncDisposable
{
    /// <summary>Writes down what one search sends.</summary>
    public static async Task<BareSearch> Record(Database database, Actor who, Func<FlexDb, Task> search)
    {
        using var sent = new SentStatements();
        await using var source = sent.Source(database.Installation.Connections.App);
        var trips = (await sent.Of(() => search(new(source, database.Installation.Keys, database.Clock)))).Transactions.Single();
        var connection = await database.Installation.App.OpenConnectionAsync();
        await using var become = new NpgsqlCommand("select set_config('flex.actor', $1, false), set_config('flex.role', $2, false), set_config('flex.organisation', $3, false), set_config('flex.day', $4, false), set_config('flex.instant', $5, false)", connection);
        foreach (var value in (string[])[who.Id, who.Role, who.Organisation, database.Clock.Today.ToString("O", CultureInfo.InvariantCulture), database.Clock.Now.ToString("O", CultureInfo.InvariantCulture)])
        {
            become.Parameters.Add(new() { Value = value });
        }

        await become.ExecuteNonQueryAsync();
        return new(connection, trips[0][1], trips[1][0]);
    }

    /// <summary>Asks for one hash, and fails when nobody is found.</summary>
    public async Task Find(byte[] hash, bool logged)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var row = await Command(query, v => v is byte[][] ? new[] { hash } : v).ExecuteReaderAsync())
        {
            _ = await row.ReadAsync() ? row.GetString(2) : throw new InvalidOperationException("The bare query found nobody.");
        }

        if (logged)
        {
            // The id of the entry is the first value, and can be used once.
            await Command(line with { Values = [new() { Value = Guid.CreateVersion7() }, .. line.Values.Skip(1)] }, v => v).ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private NpgsqlCommand Command(SentStatement statement, Func<object?, object?> value)
    {
        var command = new NpgsqlCommand(statement.Sql, connection);
        foreach (var given in statement.Values)
        {
            var other = given.Clone();
            other.Value = value(given.Value);
            command.Parameters.Add(other);
        }

        return command;
    }
}
