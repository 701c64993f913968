using System.Security.Cryptography;
using System.Text.Json;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>A decision that stands, with its sealed facts and the wrapped key of its family; without a key it is erased.</summary>
internal sealed record PastCase(Guid Decision, Guid Dossier, int Number, int Pillar, string Outcome, byte[] Facts, byte[]? Wrapped)
{
    public static PastCase Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4), row.GetFieldValue<byte[]>(5), row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6));

    /// <summary>What it rested on; null when the seal does not open with this key.</summary>
    public DecisionFacts? Open(KeyRing keys)
    {
        try
        {
            return DossierKey.Unwrap(keys, Dossier, Wrapped!).Open<DecisionFacts>(Facts, Decision);
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
