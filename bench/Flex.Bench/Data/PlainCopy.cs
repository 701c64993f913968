using System.Diagnostics;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>The rows that an import wrote, written again by nothing but COPY: binary, as the owner, one go per table, with every index, key and trigger.</summary>
internal sealed class PlainCopy(string folder)
{
    // The transaction id is the database's own; the order is that of the references.
    private const string EntryColumns = "id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context, mac";
    private const string Entry = "journal.entry";
    private static readonly string[] Tables =
        [Entry, "vault.dossier_key", "vault.bsn", "place", "dossier", "mother", "mother_name_part", "residence", "insurance", "application", "assessment", "assessment_factor", "decision", "held_place", "work_item", "import_row"];

    // What is taken is counted by the trigger on what is held, here as in the import.
    private static readonly Dictionary<string, string> Columns = new()
    {
        [Entry] = EntryColumns, ["place"] = "programme, pillar, capacity, average_quarters, free_since, offer_within, waiting_order",
    };

    // Sealing is the import's own.
    private static readonly string[] NotKept = ["schema_migration", "journal.block"];

    /// <summary>Keeps the rows of an imported database, one file per table; answers how many bytes.</summary>
    public async Task<long> Keep(Database from)
    {
        await using var connection = await Owner(from);
        await MustBeAll(from);
        foreach (var table in Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy (select {Columns.GetValueOrDefault(table, "*")} from {table}) to stdout (format binary)");
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
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table}{(Columns.TryGetValue(table, out var columns) ? $" ({columns})" : "")} from stdin (format binary)");
            await using var file = File.OpenRead(FileOf(table));
            await file.CopyToAsync(rows, 1 << 16);
        }

        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // A table that is filled by an import and not written again would make plain COPY look faster than it is.
    private static async Task MustBeAll(Database from)
    {
        var filled = (string)(await from.AsAdmin("""
            select coalesce(string_agg(t, ','), '') from (
                select case when schemaname = 'public' then '' else schemaname || '.' end || regexp_replace(relname, '_[0-9]{6}$', '') as t from pg_stat_user_tables where n_tup_ins > 0) x
            """))!;
        var forgotten = filled.Split(',').Distinct().Except(Tables).Except(NotKept).ToList();
        _ = forgotten.Count == 0 ? 0 : throw new InvalidOperationException($"An import fills tables that are not written again: {string.Join(", ", forgotten)}.");
    }

    private string FileOf(string table) => Path.Combine(folder, table + ".copy");

    private static async Task<NpgsqlConnection> Owner(Database database)
    {
        var connection = new NpgsqlConnection(database.Installation.Connections.Owner + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        return connection;
    }
}
