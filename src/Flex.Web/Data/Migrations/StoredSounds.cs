using Flex.Domain.Names;
using Npgsql;

namespace Flex.Web.Data.Migrations;

/// <summary>The half of migration 0004 that SQL cannot say: the sound of every stored part of a name, by the function that writes new ones.</summary>
internal static class StoredSounds
{
    public const int Migration = 4;

    private const string Fill = "update mother_name_part p set sound = t.s from unnest($1, $2) t(p, s) where p.part = t.p";

    private const string Finish = """
        alter table mother_name_part enable trigger journaled;
        alter table mother_name_part alter column sound set not null;
        """;

    public static async Task Run(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var parts = new List<string>();
        await using (var ask = new NpgsqlCommand("select distinct part from mother_name_part", connection, transaction))
        await using (var reader = await ask.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                parts.Add(reader.GetString(0));
            }
        }

        await using var fill = new NpgsqlCommand(Fill, connection, transaction) { Parameters = { new() { Value = parts.ToArray() }, new() { Value = parts.Select(NameSound.Of).ToArray() } } };
        await fill.ExecuteNonQueryAsync();
        await using var finish = new NpgsqlCommand(Finish, connection, transaction);
        await finish.ExecuteNonQueryAsync();
    }
}
