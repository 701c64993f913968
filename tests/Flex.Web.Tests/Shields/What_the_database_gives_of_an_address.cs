using System.Globalization;
using Flex.Domain.Trust;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Shields;

/// <summary>Row security alone, as the application's own role, held beside the rule in the code: every role in every relation.</summary>
public sealed class What_the_database_gives_of_an_address(TestCluster cluster)
{
    private const string Own = "org-" + TwoFamilies.Mine;

    [Fact]
    public async Task Is_what_the_rule_says_and_nothing_is_written_past_the_act()
    {
        await using var database = await cluster.Clone();
        await TwoFamilies.Store(database);
        var family = TwoFamilies.Dossier(TwoFamilies.Mine);
        var wrong = new List<string>();
        foreach (var (role, kind) in from role in TheModel.Roles from kind in Enum.GetValues<RelationKind>() select (role, kind))
        {
            await database.AsAdmin(RelationRows.Sql(RelationCodes.CodeOf(kind), family, Own, "demo:" + role));
            var seen = await Ask(database, role, "select coalesce(string_agg(dossier_id::text, ' '), '') from shielded_address");
            wrong.AddRange(seen == (AddressShield.Shows(role, [kind]) ? family.ToString() : "") ? [] : [$"{role} {kind} sees '{seen}'"]);
            wrong.AddRange(from refused in new[] { await Ask(database, role, "update shielded_address set sealed = ''"), await Ask(database, role, $"insert into address_shield values (gen_random_uuid(), '{family}', 'geen', 'x', '2023-05-01', 'x', gen_random_uuid(), gen_random_uuid())") } where refused != "42501" select $"{role} {kind} writes: {refused}");
        }

        Assert.Equal([], wrong);
    }

    // Whatever page forgets it: an address does not go back into the open while it is shielded.
    [Theory]
    [InlineData("update mother set postcode = '6411AB'", "address_is_shielded")]
    [InlineData("update mother set telephone = '045 123 45 67'", "address_is_shielded")]
    [InlineData("update residence set postcode = '6411AB'", "address_is_shielded")]
    [InlineData("update mother set language = 'pl'", "")]
    public async Task Refuses_it_where_everybody_reads(string change, string constraint)
    {
        await using var app = await App.Start(cluster);
        await An_address_that_must_stay_hidden.Shielded(app);
        await app.Database.AsAdmin("alter table mother disable trigger journaled; alter table residence disable trigger journaled");

        var refused = "";
        try
        {
            await app.Database.AsAdmin(change);
        }
        catch (PostgresException error)
        {
            refused = error.ConstraintName ?? error.SqlState;
        }

        Assert.Equal(constraint, refused);
    }

    private static async Task<string> Ask(TestDatabase database, string role, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Installation.Connections.App + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var become = new NpgsqlCommand($"set local flex.actor = 'demo:{role}'; set local flex.role = '{role}'; set local flex.organisation = '{Own}'; set local flex.day = '2023-05-15'; set local flex.instant = '{DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)}'", connection);
        await become.ExecuteNonQueryAsync();
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync() as string ?? "done";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
