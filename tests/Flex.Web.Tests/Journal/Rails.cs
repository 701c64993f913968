using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Journal;

/// <summary>What the database refuses whoever asks; a new table without its guard, or without a reason not to have one, fails here.</summary>
public sealed class Rails(TestCluster cluster) : IAsyncLifetime
{
    // No person, no decision; sign_in holds sessions, whose beginning and end are acts of their own; sign_in_limit counts tries under keyed hashes.
    private static readonly string[] NotJournaled = ["public.schema_migration", "public.outgoing_mail", "public.draft", "public.address_check", "public.sign_in", "public.sign_in_limit", "public.family_session"];

    // The vault opens only with the key outside the database; a sender's number says nothing about a person without it;
    // places and migrations hold no person; the application has no right at all to sign_in_limit, two functions have.
    private static readonly string[] SeenByAll = ["public.schema_migration", "public.place", "public.import_row", "vault.dossier_key", "vault.bsn", "public.sign_in_limit"];

    private const string Tables = """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('journal', 'stats', 'information_schema') and n.nspname !~ '^pg_'
        """;

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await cluster.Clone();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("insert into {0} select * from {0} where false")]
    [InlineData("update {0} set {1} = {1} where false")]
    [InlineData("delete from {0} where false")]
    public async Task Every_table_refuses_a_change_without_a_journal_entry(string change)
    {
        foreach (var table in await Names(Tables))
        {
            var column = await database.AsAdmin("select quote_ident(attname) from pg_attribute where attrelid = $1::regclass and attnum = 1", table);
            var state = await StateOf(database.AdminConnection, string.Format(null, change, table, column));
            Assert.True(state == "FX002" != NotJournaled.Contains(Full(table)), $"{table}: {change} gave '{state}'.");
        }
    }

    [Fact]
    public async Task Every_table_shows_no_row_to_who_has_no_role()
    {
        foreach (var table in await Names(Tables))
        {
            var guarded = (bool)(await database.AsAdmin("select relrowsecurity from pg_class where oid = $1::regclass", table))!;
            Assert.True(guarded != SeenByAll.Contains(Full(table)), $"{table} {(guarded ? "has a policy and stands in the exemptions" : "has no row level security")}.");
        }

        await database.AsAdmin("set session_replication_role = replica; insert into dossier values (gen_random_uuid(), 'p', 'org', '2026-01-01', gen_random_uuid())");
        Assert.Equal(1L, await database.AsAdmin("select count(*) from dossier"));
        await using var command = database.Installation.App.CreateCommand("select count(*) from dossier");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_application_owns_nothing_and_stands_above_nothing()
    {
        Assert.Equal([], await Names("select rolname from pg_roles where rolname in ('flex_app', 'flex_stats') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"));
        Assert.Equal([], await Names("select roleid::regrole::text from pg_auth_members where member in ('flex_app'::regrole, 'flex_stats'::regrole)"));
        Assert.Equal([], await Names("select objid::text from pg_shdepend where refobjid in ('flex_app'::regrole, 'flex_stats'::regrole) and deptype = 'o'"));
    }

    [Fact]
    public async Task The_statistics_read_schema_stats_and_nothing_else()
    {
        const string Readable = """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
            """;
        Assert.Equal([], await Names(Readable + " and n.nspname <> 'stats' and (has_table_privilege('flex_stats', c.oid, 'select, insert, update, delete, truncate, references, trigger') or has_any_column_privilege('flex_stats', c.oid, 'select, insert, update, references'))"));
        Assert.Equal([], await Names(Readable + " and n.nspname = 'stats' and (not has_table_privilege('flex_stats', c.oid, 'select') or has_table_privilege('flex_stats', c.oid, 'insert, update, delete'))"));
        Assert.Equal("42501", await StateOf(database.Installation.Connections.Stats, "select name from public.mother"));
        Assert.Equal("25006", await StateOf(database.Installation.Connections.Stats, "create temporary table t (i int)"));
    }

    [Theory]
    [InlineData("journal.entry")]
    [InlineData("journal.block")]
    [InlineData("the month")]
    public async Task The_journal_is_never_changed(string table)
    {
        await database.Sealer().OpenSegments(CancellationToken.None);
        var name = table == "the month" ? (await Names("select inhrelid::regclass::text from pg_inherits where inhparent = 'journal.entry'::regclass limit 1"))[0] : table;
        foreach (var change in new[] { $"update {name} set {(name == "journal.block" ? "entries = 1" : "act = 'x'")}", $"delete from {name}", $"truncate {name}" })
        {
            Assert.Equal("42501", await StateOf(database.Installation.Connections.App, change));
            Assert.Equal("FX001", await StateOf(database.Installation.Connections.Owner, change));
            Assert.Equal("FX001", await StateOf(database.AdminConnection, change));
        }
    }

    [Fact]
    public async Task A_writer_does_not_choose_his_transaction_id() =>
        Assert.Equal("42501", await StateOf(database.Installation.Connections.App,
            "insert into journal.entry (id, at, xid, version, act, actor, role, organisation, purpose, effective_day, mac) values (gen_random_uuid(), '2026-01-01', '1', 1, 'a', 'a', 'a', 'a', 'a', '2026-01-01', sha256(''))"));

    private static string Full(string table) => table.Contains('.', StringComparison.Ordinal) ? table : "public." + table;

    private static async Task<string> StateOf(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        try
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
            return "";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private async Task<List<string>> Names(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
