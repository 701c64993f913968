using Flex.Web.Data;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Keys;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Vault;

/// <summary>Rotating as another process does: with its own look at the folder of keys and its own connections.</summary>
internal static class Rotation
{
    private const string Bytes = """
        select a.attrelid::regclass::text, a.attname::text from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace s on s.oid = c.relnamespace
        where a.atttypid = 'bytea'::regtype and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition and s.nspname in ('public', 'vault', 'journal')
        """;

    public static Task<long> Run(App app, Action<string>? batchDone = null) => Run(app.Database, app.Clock, batchDone);

    public static async Task<long> Run(TestDatabase database, ProgrammeClock clock, Action<string>? batchDone = null)
    {
        await using var process = Installation.On(new DataFolder(database.Installation.Folder.Root), database.Installation.Connections);
        return await new KeyRotation(process, clock, batchDone ?? (_ => { })).Run(TestContext.Current.CancellationToken);
    }

    /// <summary>The keys as they are now, for later: a copy of the folder.</summary>
    public static KeyRing Copy(App app)
    {
        var folder = Directory.CreateTempSubdirectory("flex-keys");
        File.Copy(FileOf(app), Path.Combine(folder.FullName, "master.key"));
        var copy = KeyRing.Open(folder.FullName);
        folder.Delete(recursive: true);
        return copy;
    }

    public static string FileOf(App app) => KeyFile.PathIn(app.Database.Installation.Folder.Keys);

    /// <summary>Every value in the database that opens with a sealing key of <paramref name="keys"/>, or is its hash of one of these BSNs: table.column. Searches every column of bytes of every table.</summary>
    public static async Task<IReadOnlyList<string>> Opens(App app, KeyRing keys, params string[] digits)
    {
        var found = new List<string>();
        var sets = keys.All.Where(k => k.Seals is not null).SelectMany(k => k.Seals!).ToList();
        var hashes = digits.SelectMany(keys.BsnHashes).Select(Convert.ToHexString).ToHashSet();
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        foreach (var (table, column) in await Columns(admin))
        {
            await using var command = admin.CreateCommand($"select {column}, regexp_matches(t::text, '[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}', 'g') from {table} t where {column} is not null");
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                var (bytes, id) = (row.GetFieldValue<byte[]>(0), Guid.Parse(row.GetFieldValue<string[]>(1)[0]));
                if (hashes.Contains(Convert.ToHexString(bytes)) || (bytes.Length >= 28 && sets.Any(k => Seal.TryOpen(k, bytes, id) is not null)))
                {
                    found.Add($"{table}.{column}");
                }
            }
        }

        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The contexts of the lines of the journal as they are stored.</summary>
    public static async Task<List<(Guid Line, string Act, short Version, byte[] Context)>> Contexts(App app)
    {
        var all = new List<(Guid, string, short, byte[])>();
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        await using var command = admin.CreateCommand("select id, act, version, context from journal.entry where context is not null order by at, id");
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            all.Add((row.GetGuid(0), row.GetString(1), row.GetInt16(2), row.GetFieldValue<byte[]>(3)));
        }

        return all;
    }

    private static async Task<List<(string Table, string Column)>> Columns(NpgsqlDataSource admin)
    {
        var all = new List<(string, string)>();
        await using var command = admin.CreateCommand(Bytes);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            all.Add((row.GetString(0), row.GetString(1)));
        }

        return all;
    }
}
