using System.Text.Json;
using Flex.Web.Tests.Programmes;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// One row of each of two families in every table that the register of processing names, made from the catalogue, so that a new table is there by itself.
/// What only keeps rows right (checks, references, the journal's rail) is taken off this copy of the database; what shields them is not.
/// </summary>
internal sealed class TwoFamilies(IReadOnlyDictionary<string, (string Mine, string Theirs)> rows)
{
    public const string Mine = "a";
    public const string Theirs = "b";

    /// <summary>The tables of schema public with personal data.</summary>
    public IEnumerable<string> Tables => rows.Keys;

    public static Guid Dossier(string family) => Key("dossier", family);

    /// <summary>Of which family a row is, by its place in the table; relations come and go and are known by their dossier.</summary>
    public string Of(string table, string place) => place == rows[table].Mine || place == Dossier(Mine).ToString() ? Mine : Theirs;

    public static async Task<TwoFamilies> Store(TestDatabase database)
    {
        await using var admin = NpgsqlDataSource.Create(database.AdminConnection);
        foreach (var (table, loosen) in await Pairs(admin, Loosen))
        {
            await Run(admin, $"alter table {table} {loosen}");
        }

        var rows = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var table in Personal())
        {
            rows[table] = ((string)(await Run(admin, await Insert(admin, table, Mine)))!, (string)(await Run(admin, await Insert(admin, table, Theirs)))!);
        }

        return new(rows);
    }

    /// <summary>A statement that adds one more row of a family; answers where it is.</summary>
    public static async Task<string> Insert(NpgsqlDataSource admin, string table, string family, string mark = "", bool answer = true)
    {
        var columns = await Columns(admin, table);
        return $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) values ({string.Join(", ", columns.Select(c => Value(table, c, family, mark)))}){(answer ? " returning ctid::text" : "")}";
    }

    private const string Loosen = """
        select x.t, x.c from (
            select c.oid::regclass::text as t, 'drop constraint ' || quote_ident(k.conname) as c, k.contype from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and k.contype in ('c', 'f')
            union all select c.oid::regclass::text, 'disable trigger user', 'z' from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r') x order by x.contype
        """;

    private static string[] Personal()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProgrammeCopy.Original, Data.Programmes.ProcessingFile.Name)));
        return [.. file.RootElement.GetProperty("classes").EnumerateArray().SelectMany(c => c.GetProperty("tables").EnumerateArray()).Select(t => t.GetString()!)
            .Where(t => t.StartsWith("public.", StringComparison.Ordinal)).Select(t => t["public.".Length..]).Order(StringComparer.Ordinal)];
    }

    private static Guid Key(string table, string family) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{table} {family}")).AsSpan(0, 16));

    private static string Value(string table, (string Name, string Type) column, string family, string mark) => column switch
    {
        ("dossier_id" or "resembles", _) => $"'{Dossier(family)}'",
        ("id", "uuid") => mark.Length == 0 ? $"'{Key(table, family)}'" : "gen_random_uuid()",
        (var name, "uuid") when name.EndsWith("_id", StringComparison.Ordinal) && name is not ("entry_id" or "act_id") => $"'{Key(name[..^3], family)}'",
        (_, "uuid") => "gen_random_uuid()",
        ("organisation", _) => $"'org-{family}'",
        ("state", _) when table == "response" => "'bezig'",
        (_, "text") => $"'{family}{mark}'",
        (_, "text[]") => "'{x}'",
        ("until_day", _) when table is "log_review" or "log_withholding" => "'2023-05-10'",
        ("until_day" or "withdrawn_at" or "until_at" or "reopened_on" or "done_on", _) => "null",
        (_, "date") => "'2023-05-10'",
        (_, "bytea") => $"sha256('{family}{mark}')",
        (_, "boolean") => "true",
        (_, "daterange") => "'[2023-01-01,)'",
        (_, "timestamp with time zone") => "now()",
        (_, "time without time zone") => "'12:00'",
        (_, "jsonb" or "json") => "'{}'",
        (_, "integer[]") => "'{1}'",
        _ => family == Mine ? "1" : "2",
    };

    private static async Task<IReadOnlyList<(string Name, string Type)>> Columns(NpgsqlDataSource admin, string table) =>
        [.. (await Pairs(admin, $"select quote_ident(attname), format_type(atttypid, null) from pg_attribute where attrelid = 'public.{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a' order by attnum"))
            .Select(p => (p.First, p.Second))];

    private static async Task<List<(string First, string Second)>> Pairs(NpgsqlDataSource admin, string sql)
    {
        await using var command = admin.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }

    private static async Task<object?> Run(NpgsqlDataSource admin, string sql)
    {
        await using var command = admin.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
