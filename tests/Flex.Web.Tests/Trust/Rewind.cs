using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// Sets a database back to where it was, table by table as the catalogue has them: thousands of tries on one copy. The journal is not set back: it only
/// grows, and how many lines it has that are more than a look is part of every mark.
/// </summary>
internal sealed class Rewind : IAsyncDisposable
{
    private const string Tables = """
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
               (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'vault') and c.relname <> 'schema_migration' order by 1
        """;

    // A look, a search and a refusal change nothing.
    private const string Lines = "select 'journal.entry', count(*)::text from journal.entry where act not in ('DossierRead', 'ListRead', 'SearchDone', 'BsnSearched', 'OverrideRead', 'FiguresRead', 'Refused', 'SignedIn')";

    private readonly NpgsqlConnection admin;
    private readonly IReadOnlyList<(string Name, string Columns)> tables;
    private readonly string mark;

    private Rewind(NpgsqlConnection admin, IReadOnlyList<(string, string)> tables) => (this.admin, this.tables, mark) =
        (admin, tables, string.Join(" union all ", tables.Select(t => $"select '{t.Item1}', md5(coalesce(string_agg(x::text, '|' order by x::text), '')) from {t.Item1} x").Append(Lines)));

    /// <summary>Begins on a database; what keeps rows right is off in this connection only.</summary>
    public static async Task<Rewind> Of(TestDatabase database)
    {
        var admin = new NpgsqlConnection(database.AdminConnection);
        await admin.OpenAsync();
        await using (var replica = new NpgsqlCommand("set session_replication_role = replica", admin))
        {
            await replica.ExecuteNonQueryAsync();
        }

        return new(admin, await Pairs(admin, Tables));
    }

    /// <summary>Remembers how everything is now, under a name.</summary>
    public Task Keep(string name) => Run(string.Concat(tables.Select((t, i) => $"drop table if exists {name}_{i}; create temp table {name}_{i} as table {t.Name};")));

    /// <summary>Puts back everything that was remembered under a name.</summary>
    public Task Back(string name) => Run(string.Concat(tables.Select((t, i) => Put(name, t, i))));

    /// <summary>The same of the tables that differ by two marks, without the relations; answers the mark that holds then.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Back(string name, IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now)
    {
        var differ = Differ(then, now);
        var sql = string.Concat(tables.Select((t, i) => differ.Contains(t.Name) ? Put(name, t, i) : ""));
        if (sql.Length > 0)
        {
            await Run(sql);
        }

        return new Dictionary<string, string>(then, StringComparer.Ordinal) { ["journal.entry"] = now["journal.entry"] };
    }

    private static string Put(string name, (string Name, string Columns) table, int place) =>
        $"delete from {table.Name}; insert into {table.Name} ({table.Columns}) overriding system value select {table.Columns} from {name}_{place};";

    /// <summary>What every table holds, in short.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Mark() => (await Pairs(admin, mark)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

    /// <summary>The tables that differ; relations are set by who tries, and are asked apart.</summary>
    public static IReadOnlyList<string> Differ(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        [.. one.Keys.Where(k => k != "public.relation" && one[k] != other[k])];

    public async Task Run(string sql)
    {
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs statements and answers the one value of the last.</summary>
    public async Task<string> Value(string sql)
    {
        await using var command = new NpgsqlCommand(sql, admin);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && !reader.IsDBNull(0) ? reader.GetValue(0).ToString()! : "";
    }

    public ValueTask DisposeAsync() => admin.DisposeAsync();

    private static async Task<List<(string First, string Second)>> Pairs(NpgsqlConnection admin, string sql)
    {
        await using var command = new NpgsqlCommand(sql, admin);
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }
}
