using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>Everything that is stored, table by table as the catalogue has them, so that a new table is looked at too.</summary>
internal static partial class StoredRows
{
    // Blocks are made beside the requests, and what was applied to the schema does not change.
    private const string Tables = """
        select quote_ident(s.nspname) || '.' || quote_ident(c.relname) from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and s.nspname in ('public', 'vault', 'journal') and c.relname not in ('block', 'schema_migration')
        order by 1
        """;

    // That a family's session is still used is no act, and moves with every request.
    private const string Session = "public.family_session";

    /// <summary>Every row as the database writes it, with its table before it.</summary>
    public static async Task<IReadOnlyList<string>> Of(TestDatabase database)
    {
        var rows = new List<string>();
        await using var admin = NpgsqlDataSource.Create(database.AdminConnection);
        foreach (var table in await Column(admin, Tables))
        {
            rows.AddRange((await Column(admin, $"select {(table == Session ? "(to_jsonb(t) - 'seen_at')" : "t")}::text from {table} t order by 1")).Select(r => $"{table} {r}"));
        }

        return rows;
    }

    /// <summary>The same without what differs each time: identities, moments, sealed bytes, numbers of transactions.</summary>
    public static IReadOnlyList<string> Alike(IEnumerable<string> rows) =>
        [.. rows.Select(r => Hash().Replace(Bytes().Replace(Moment().Replace(Id().Replace(r, "ID"), "MOMENT"), "BYTES"), "HASH")).Select(r => r.StartsWith("journal.entry ", StringComparison.Ordinal) ? Transaction().Replace(r, "MOMENT,XID,") : r).Order(StringComparer.Ordinal)];

    /// <summary>What the journal holds under seal about each dossier, readable.</summary>
    public static async Task<IReadOnlyList<string>> Bodies(App app)
    {
        var bodies = new List<string>();
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        await using var command = admin.CreateCommand("select e.id, e.dossier_id, e.act, e.body, k.* from journal.entry e join vault.dossier_key k using (dossier_id) where e.body is not null order by e.act");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var wrapped = Enumerable.Range(4, reader.FieldCount - 4).First(i => reader.GetFieldType(i) == typeof(byte[]));
            var key = DossierKey.Unwrap(app.Database.Installation.Keys, reader.GetGuid(1), reader.GetFieldValue<byte[]>(wrapped));
            bodies.Add($"body {reader.GetString(2)} {key.Open<JsonNode>(reader.GetFieldValue<byte[]>(3), reader.GetGuid(0)).ToJsonString()}");
        }

        return bodies;
    }

    public static async Task<IReadOnlyList<string>> Column(NpgsqlDataSource admin, string sql)
    {
        await using var command = admin.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await reader.ReadAsync())
        {
            all.Add(reader.GetString(0));
        }

        return all;
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(\+\d\d(:\d\d)?|Z)?")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\\+x[0-9a-f]+")]
    private static partial Regex Bytes();

    [GeneratedRegex("[0-9a-f]{32,}")]
    private static partial Regex Hash();

    [GeneratedRegex("\"?MOMENT\"?,\\d+,")]
    private static partial Regex Transaction();
}
