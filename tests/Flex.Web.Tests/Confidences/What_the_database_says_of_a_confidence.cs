using System.Globalization;
using Flex.Domain.Trust;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Trust;
using Npgsql;

namespace Flex.Web.Tests.Confidences;

/// <summary>Row security alone, as the application's own role, held beside the policy in the code: every role in every relation, each discipline's note, shared and not.</summary>
public sealed class What_the_database_says_of_a_confidence(TestCluster cluster)
{
    private const string Own = "org-" + TwoFamilies.Mine;
    private static readonly Guid Family = TwoFamilies.Dossier(TwoFamilies.Mine);

    [Fact]
    public async Task Is_what_the_policy_says()
    {
        await using var database = await cluster.Clone();
        await TwoFamilies.Store(database);
        await database.AsAdmin($"""
            set session_replication_role = replica; delete from confidential_share; delete from confidential_note;
            insert into confidential_note select gen_random_uuid(), '{Family}', d, 'org', '2023-05-01', 'Iemand', '', gen_random_uuid(), gen_random_uuid() from unnest(array['verloskunde', 'kraamzorg', 'jgz', 'intake']) d;
            insert into confidential_share select gen_random_uuid(), dossier_id, id, 'verloskunde', 'omdat', '2023-05-01', 'Iemand', gen_random_uuid(), gen_random_uuid() from confidential_note where discipline = 'kraamzorg'
            """);
        var wrong = new List<string>();
        foreach (var (role, kind) in from role in TheModel.Roles from kind in Enum.GetValues<RelationKind>() select (role, kind))
        {
            await database.AsAdmin(RelationRows.Sql(RelationCodes.CodeOf(kind), Family, Own, "demo:" + role));
            var reads = Discipline.All.Select(d => d.Code).Where(d => Confidentiality.Reads(role, [kind], d, d == "kraamzorg" ? ["verloskunde"] : []));
            wrong.AddRange(string.Join(' ', reads.Order(StringComparer.Ordinal)) == await Ask(database, role, "select coalesce(string_agg(discipline, ' ' order by discipline), '') from confidential_note") ? [] : [$"{role} {kind} reads otherwise"]);
            foreach (var of in Discipline.All)
            {
                var written = await Ask(database, role, $"insert into confidential_note values (gen_random_uuid(), '{Family}', '{of.Code}', 'org', '2023-05-01', 'x', '', gen_random_uuid(), gen_random_uuid())");
                wrong.AddRange((written != "42501") == (Confidentiality.Writes(role, [kind]) && Discipline.Of(role) == of) ? [] : [$"{role} {kind} writes for {of.Code}: {written}"]);
            }
        }

        Assert.Equal([], wrong);
    }

    // What is written is rolled back with the connection; a state of the database says what it refused.
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
