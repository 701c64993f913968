using System.Diagnostics;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>The rows that an import wrote, written again by nothing but COPY: binary, as the owner, one go per table, with every index, key and trigger.</summary>
internal sealed class PlainCopy(string folder)
{
    // The transaction id is the database's own; the order is that of the references.
    private const string EntryColumns = "id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, mac";
    private const string Entry = "journal.entry";
    private static readonly string[] Tables =
        [Entry, "vault.dossier_key", "vault.bsn", "dossier", "mother", "residence", "insurance", "application", "assessment", "assessment_factor", "decision", "import_row"];

    /// <summary>Keeps the rows of an imported database, one file per table; answers how many bytes.</summary>
    public async Task<long> Keep(Database from)
    {
        await using var connection = await Owner(from);
        foreach (var table in Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy (select {(table == Entry ? EntryColumns : "*")} from {table}) to stdout (format binary)");
            await using var file = File.Create(FileOf(table));
            await rows.CopyToAsync(file);
        }

        return Tables.Sum(t => new FileInfo(FileOf(t)).Length);
    }

    /// <summary>Writes them in one transaction (a journaled table refuses rows without an entry of its transaction); answers the seconds.</summary>
    public async Task<double> Write(Database to)
    {
        await using var connection = await Owner(to);
        var start = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table}{(table == Entry ? $" ({EntryColumns})" : "")} from stdin (format binary)");
            await using var file = File.OpenRead(FileOf(table));
            await file.CopyToAsync(rows, 1 << 16);
        }

        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private string FileOf(string table) => Path.Combine(folder, table + ".copy");

    private static async Task<NpgsqlConnection> Owner(Database database)
    {
        var connection = new NpgsqlConnection(database.Installation.Connections.Owner + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        return connection;
    }
}
