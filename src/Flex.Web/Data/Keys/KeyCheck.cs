using System.Security.Cryptography;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Keys;

/// <summary>Before a rotation: the keys are those of this database. With others everything would be sealed for nobody.</summary>
internal sealed class KeyCheck(Installation installation)
{
    public async Task Run(NpgsqlConnection owner, CancellationToken stop)
    {
        if (await Ask(owner, "select last_value::int from vault.key_epoch", stop) is int epoch && installation.Keys.Epoch < epoch)
        {
            throw KeyRotation.WrongKey("Het sleutelbestand is ouder dan de database.");
        }

        if (await BlockRow.Last(owner, installation.Keys, stop) is { Genuine: null })
        {
            throw KeyRotation.WrongKey("Het journaal is met een andere sleutel verzegeld.");
        }

        await using var command = new NpgsqlCommand("select dossier_id, wrapped from vault.dossier_key order by dossier_id limit 100", owner);
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop))
        {
            try
            {
                DossierKey.Unwrap(installation.Keys, row.GetGuid(0), row.GetFieldValue<byte[]>(1));
            }
            catch (CryptographicException)
            {
                throw KeyRotation.WrongKey("De sleutel van een dossier gaat niet open.");
            }
        }
    }

    private static async Task<object?> Ask(NpgsqlConnection owner, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        return await command.ExecuteScalarAsync(stop);
    }
}
