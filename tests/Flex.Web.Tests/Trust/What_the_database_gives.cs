using System.Globalization;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// Each of the two nets alone, in plain SQL: row security as the application's own role with no product around it, and the product's own condition as an
/// administrator whom no row security stops. Every role in every relation of the model with one family; another family of another organisation lies beside it in every table.
/// </summary>
public sealed class What_the_database_gives(TestCluster cluster) : IAsyncLifetime
{
    private const string Own = "org-" + TwoFamilies.Mine;

    // Tables that are not reached through a family, each with who sees a row of it; '' for nobody but the system.
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["account"] = "beheerder", ["account_invitation"] = "beheerder", // of the own organisation, who manages its accounts
        ["account_passkey"] = "", ["account_recovery"] = "", ["sign_in"] = "", ["family_session"] = "", // the owner's
        ["erasure"] = "intaker coordinator privacy", // that a family was erased, without who
        ["evaluation_choice"] = "", // what the figures rest on, for no person
        ["address_check"] = "", ["draft"] = "", // the owner's
        ["log_review"] = "privacy", // what was found in a period of the log
        ["log_purge"] = "", // who agreed that a month goes, for the verb
        ["import_row"] = "*", // a sender's number and a keyed hash
        ["likely_duplicate"] = "intaker coordinator", // sealed; belongs to no family yet, that is the question
        ["closed_month"] = "intaker coordinator kraamverzorgende", // a month of the programme, for who registers in it
        ["sign_in_limit"] = "", // no right at all: two functions have
        ["kin_declaration"] = "privacy", // and of oneself what one said (Log/Looking_at_ones_own)
        ["confidential_note"] = "", ["confidential_share"] = "", // of one discipline, and the one here is none (Confidences/What_the_database_says_of_a_confidence)
        ["relation"] = "*", // of the own organisation
    };

    // More than reach is asked here.
    private static readonly Dictionary<string, string> Fewer = new(StringComparer.Ordinal)
    {
        ["answer"] = "verloskundige kraamverzorgende jgz", // who fills in a list with the family
        ["care_entry"] = "intaker coordinator kraamverzorgende", // the rest gets sums
        ["indication"] = "intaker coordinator kraamverzorgende", ["hours_wish"] = "intaker coordinator kraamverzorgende", ["cover"] = "intaker coordinator kraamverzorgende", // as single hours
        ["care_contact"] = "intaker coordinator kraamverzorgende", ["payer_line"] = "intaker coordinator kraamverzorgende", ["cover_asked"] = "intaker coordinator kraamverzorgende",
        ["shielded_address"] = "kraamverzorgende", // who comes there (Shields/What_the_database_gives_of_an_address)
        ["hours_answer"] = "intaker coordinator kraamverzorgende",
        ["care_plan"] = "intaker coordinator kraamverzorgende", ["plan_goal"] = "intaker coordinator kraamverzorgende", ["hours_booking"] = "intaker coordinator kraamverzorgende", ["plan_review"] = "intaker coordinator kraamverzorgende", // as single hours
        ["plan_request"] = "intaker coordinator kraamverzorgende programmabureau", ["shift_line"] = "intaker coordinator kraamverzorgende",
        ["erasure_request"] = "intaker coordinator", // who keeps the record; a broken glass is no keeping
        ["log_withholding"] = "coordinator privacy", // who asks with the family, and who judges: of every family
        ["copy_request"] = "intaker coordinator", // and of the answers to questionnaires who fills them in, in the organisation that keeps the record (Copies/Reviewing_a_copy)
        ["copy_part"] = "intaker coordinator",
        ["copy_omission"] = "intaker coordinator",
        ["work_item"] = "intaker coordinator kraamverzorgende",
    };

    // Of who keeps the record, and a broken glass is no keeping.
    private static readonly string[] Kept = ["erasure_request", "copy_request", "copy_part", "copy_omission"];

    private TestDatabase database = null!;
    private TwoFamilies families = null!;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.Clone();
        families = await TwoFamilies.Store(database);
    }

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Of_every_table_is_what_the_relation_reaches_and_never_a_row_of_another_family()
    {
        var wrong = new List<string>();
        foreach (var (role, relation) in Cells)
        {
            await database.AsAdmin(RelationRows.Sql(relation, TwoFamilies.Dossier(TwoFamilies.Mine), Own, "demo:" + role));
            var reaches = Chosen.Reaches(role, relation);
            foreach (var (table, seen) in await Seen(role))
            {
                var mine = seen.Contains(TwoFamilies.Mine);
                wrong.AddRange(seen.Contains(TwoFamilies.Theirs) && !ForAll(table, role) ? [$"{role} {relation}: {table} of another family"] : []);
                wrong.AddRange(table != "relation" && mine != May(table, role, reaches && !(Kept.Contains(table) && relation == "nood") && (table != "shielded_address" || relation.StartsWith("zorg", StringComparison.Ordinal))) ? [$"{role} {relation}: {table} is {(mine ? "" : "not ")}there"] : []);
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Is_asked_by_the_product_too_with_row_security_away()
    {
        var wrong = new List<string>();
        foreach (var (role, relation) in Cells)
        {
            var condition = Reach.Condition(new Actor("demo:" + role, "A", role, Own), 1);
            await database.AsAdmin(RelationRows.Sql(relation, TwoFamilies.Dossier(TwoFamilies.Mine), Own, "demo:" + role));
            var found = await database.AsAdmin($"{Become(role)}; select coalesce(string_agg(d.id::text, ' '), '') from dossier d where {condition.Replace("$1", $"'{Own}'", StringComparison.Ordinal)}");
            wrong.AddRange((string)found! != (Chosen.Reaches(role, relation) ? TwoFamilies.Dossier(TwoFamilies.Mine).ToString() : "") ? [$"{role} {relation}"] : []);
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Takes_no_row_for_another_family_and_changes_none()
    {
        await using var admin = NpgsqlDataSource.Create(database.AdminConnection);
        var wrong = new List<string>();
        foreach (var (role, table) in from role in TheModel.Roles from table in families.Tables where !ForAll(table, role) && table != "import_row" select (role, table))
        {
            var refused = await StateOf(role, await TwoFamilies.Insert(admin, table, TwoFamilies.Theirs, "more", answer: false));
            wrong.AddRange(refused == "42501" || (table == "dossier" && (refused is "" or "23505") && Policies.May(role, Policies.Apply)) ? [] : [$"{role}: insert into {table} gave '{refused}'"]);
            var columns = (string)(await database.AsAdmin("select coalesce(string_agg(quote_ident(attname) || ' = ' || quote_ident(attname), ', '), '') from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and has_column_privilege('flex_app', attrelid, attnum, 'UPDATE')", table))!;
            wrong.AddRange(columns.Length == 0 || (role == Roles.Beheerder && Otherwise.GetValueOrDefault(table) == role) || await StateOf(role, $"update {table} set {columns}") is "0 rows" or "42501" ? [] : [$"{role}: update of {table}"]);
        }

        Assert.Equal([], wrong);
    }

    // Who decides of another organisation sees that a row waits, and settles it not.
    [Theory]
    [InlineData("intaker")]
    [InlineData("coordinator")]
    public async Task Settles_a_waiting_row_only_of_a_family_whose_record_is_kept(string role)
    {
        await database.AsAdmin(RelationRows.Sql("intake", TwoFamilies.Dossier(TwoFamilies.Mine), Own, "demo:" + role));

        Assert.Equal("", await StateOf(role, Settle(TwoFamilies.Mine)));
        Assert.Equal("0 rows", await StateOf(role, Settle(TwoFamilies.Theirs)));
        await database.AsAdmin(RelationRows.Sql("nood", TwoFamilies.Dossier(TwoFamilies.Mine), Own, "demo:" + role));
        Assert.Equal("0 rows", await StateOf(role, Settle(TwoFamilies.Mine)));

        static string Settle(string family) => $"update likely_duplicate set settled_because = 'proef' where resembles = '{TwoFamilies.Dossier(family)}'";
    }

    [Fact]
    public async Task Is_nothing_for_who_makes_the_figures_but_views_without_names()
    {
        await using var stats = NpgsqlDataSource.Create(database.Installation.Connections.Stats);
        foreach (var table in families.Tables)
        {
            await using var command = stats.CreateCommand($"select 1 from public.{table}");
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken))).SqlState);
        }
    }

    private static bool ForAll(string table, string role) => Otherwise.GetValueOrDefault(table) == "*" && table != "relation"
        || table is "likely_duplicate" or "erasure" or "closed_month" or "log_review" or "kin_declaration" && Otherwise[table].Split(' ').Contains(role)
        || table == "log_withholding" && role == Roles.Privacy
        || table is "override_request" or "plan_request" && role == Roles.Programmabureau; // laid before the office, a summary without a name

    private static bool May(string table, string role, bool reaches) => Otherwise.TryGetValue(table, out var who) ? who == "*" || who.Split(' ').Contains(role)
        : ForAll(table, role)
        || reaches && (table == "resemblance" || !Fewer.TryGetValue(table, out var roles) || roles.Split(' ').Contains(role));

    private static IEnumerable<(string Role, string Relation)> Cells => from role in TheModel.Roles from relation in TheModel.Relations select (role, relation);

    private static string Become(string role) => $"set flex.actor = 'demo:{role}'; set flex.role = '{role}'; set flex.organisation = '{Own}'; set flex.day = '2023-05-15'; "
        + $"set flex.instant = '{DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)}'; set flex.entry = '{Guid.NewGuid()}'";

    private async Task<IReadOnlyList<(string Table, IReadOnlyList<string> Of)>> Seen(string role)
    {
        await using var connection = new NpgsqlConnection(database.Installation.Connections.App + ";Pooling=false");
        await connection.OpenAsync();
        await using (var become = new NpgsqlCommand(Become(role), connection))
        {
            await become.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(string.Join(" union all ", families.Tables.Where(t => t != "sign_in_limit").Select(t => $"select '{t}', {(t == "relation" ? "dossier_id" : "ctid")}::text from {t}")), connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string Table, string Of)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), families.Of(reader.GetString(0), reader.GetString(1))));
        }

        return [.. families.Tables.Select(t => (t, (IReadOnlyList<string>)[.. rows.Where(r => r.Table == t).Select(r => r.Of)]))];
    }

    private async Task<string> StateOf(string role, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Installation.Connections.App + ";Pooling=false");
        await connection.OpenAsync();
        await using (var become = new NpgsqlCommand(Become(role), connection))
        {
            await become.ExecuteNonQueryAsync();
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            var rows = await command.ExecuteNonQueryAsync();
            return rows == 0 ? "0 rows" : "";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
