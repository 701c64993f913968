using System.Globalization;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.FamilyDoors;

/// <summary>The second net alone: plain SQL as the application's own role, in the name of a visit that goes on.</summary>
public sealed class What_a_visit_reaches_in_the_database(TestCluster cluster)
{
    // Not secured: no person, or nothing without the key outside the database (House/The_schema, Journal/Rails).
    private static readonly string[] Unshielded = ["import_row", "place", "party", "evaluation_rule", "schema_migration"];

    private const string Readable = """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('flex_app', c.oid, 'SELECT') order by 1
        """;

    [Fact]
    public async Task Is_no_row_of_any_table_and_one_page_of_its_own()
    {
        await using var app = await App.Start(cluster);
        var (visit, _) = await Visit(app);

        foreach (var table in (await Trust.StoredRows.Column(NpgsqlDataSource.Create(app.Database.AdminConnection), Readable)).Except(Unshielded))
        {
            Assert.Equal($"{table} 0", $"{table} {await As(app, visit, $"select count(*) from {table}")}");
        }

        Assert.Equal(1L, await As(app, visit, "select count(*) from family_page()"));
        Assert.Equal(0L, await As(app, Guid.NewGuid().ToString(), "select count(*) from family_page()"));
        Assert.Equal(0L, await As(app, "niets", "select count(*) from family_page()"));
        Assert.Equal(0L, await As(app, visit, "select count(*) from family_page()", role: "kraamverzorgende"));
    }

    [Theory]
    [InlineData("update family_invitation set ended_at = '2026-01-01', ended_because = 'proef'")]
    [InlineData("update family_session set ended_at = '2026-01-01'")]
    public async Task Is_nothing_once_it_ended(string end)
    {
        await using var app = await App.Start(cluster);
        var (visit, _) = await Visit(app);
        await app.Database.AsAdmin("set session_replication_role = replica; " + end);

        Assert.Equal(0L, await As(app, visit, "select count(*) from family_page()"));
    }

    [Fact]
    public async Task Is_a_list_of_its_own_family_for_the_mother_and_of_no_other()
    {
        await using var app = await App.Start(cluster);
        var (visit, mine) = await Visit(app);
        var other = await Door.Family(app, name: "Bea de Tweede");

        Assert.Equal("", await Insert(visit, mine));
        Assert.Equal("42501", await Insert(visit, other));
        await app.Database.AsAdmin("set session_replication_role = replica; update family_invitation set who = 'partner'");
        Assert.Equal("42501", await Insert(visit, mine));

        Task<object?> Insert(string who, Guid dossier) => As(app, who, $"""
            insert into response (id, dossier_id, questionnaire, version, filled_on, state, act_id, entry_id, visit_id)
            values (gen_random_uuid(), '{dossier}', 'half-jaar', '2', '2023-05-15', 'bezig', gen_random_uuid(), gen_random_uuid(), '{visit}')
            """, journaled: true);
    }

    private static async Task<(string Visit, Guid Dossier)> Visit(App app)
    {
        var id = await Door.Family(app);
        using var mother = await Door.Enter(app, id);
        return ((string)(await app.Database.AsAdmin("select id::text from family_invitation"))!, id);
    }

    private static async Task<object?> As(App app, string visit, string sql, string role = "gezin", bool journaled = false)
    {
        await using var connection = new NpgsqlConnection(app.Database.Installation.Connections.App + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var become = $"select set_config('flex.actor', 'gezin:{visit}', true), set_config('flex.role', '{role}', true), set_config('flex.organisation', 'gezin', true), set_config('flex.day', '2023-05-15', true), "
            + $"set_config('flex.instant', '{DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)}', true); "
            + (journaled ? "insert into journal.entry (id, at, version, act, actor, role, organisation, purpose, effective_day, mac) values (gen_random_uuid(), date_trunc('month', timestamptz '" + DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture) + "'), 1, 'AnswersSaved', 'x', 'gezin', 'gezin', 'x', '2023-05-15', sha256('x')); " : "");
        try
        {
            await using (var first = new NpgsqlCommand(become, connection, transaction))
            {
                await first.ExecuteNonQueryAsync();
            }

            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync() ?? "";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
