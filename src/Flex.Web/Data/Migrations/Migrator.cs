using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Flex.Web.Data.Migrations;

/// <summary>Runs the numbered SQL files that a database has not had yet, once, in order, each in its own transaction.</summary>
internal static class Migrator
{
    private const long Lock = 7_306_097_551;

    public static async Task<int> Migrate(string ownerConnection, TimeProvider clock)
    {
        await using var connection = new NpgsqlConnection(ownerConnection + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await Run(connection, null, "select pg_advisory_lock($1)", Lock);
        await Run(connection, null, "create table if not exists schema_migration (number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null)");
        var done = await Done(connection);
        var count = 0;
        foreach (var (number, name, sql) in All())
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (done.TryGetValue(number, out var known))
            {
                _ = known == hash ? 0 : throw new InvalidOperationException($"Migratie {name} is gewijzigd nadat zij was uitgevoerd; maak een nieuwe migratie in plaats daarvan.");
                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync();
            await Run(connection, transaction, sql);
            await (number == StoredSounds.Migration ? StoredSounds.Run(connection, transaction) : Task.CompletedTask);
            await Run(connection, transaction, "insert into schema_migration values ($1, $2, $3, $4)", number, name, hash, clock.GetUtcNow());
            await transaction.CommitAsync();
            count++;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await Run(connection, null, "select journal.open_segment($1), journal.open_segment($2)", today, today.AddMonths(1));
        return count;
    }

    /// <summary>The migrations inside this executable, in order.</summary>
    public static IEnumerable<(int Number, string Name, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource[(resource.LastIndexOf('.', resource.Length - 5) + 1)..];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private static async Task<Dictionary<int, string>> Done(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select number, sha256 from schema_migration", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var done = new Dictionary<int, string>();
        while (await reader.ReadAsync())
        {
            done[reader.GetInt32(0)] = reader.GetString(1);
        }

        return done;
    }

    private static async Task Run(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
