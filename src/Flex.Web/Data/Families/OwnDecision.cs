using System.Security.Cryptography;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Families;

/// <summary>A decision that counts, with what it rests on; null when that cannot be opened: somebody changed what is stored.</summary>
public sealed record OwnDecision(int Pillar, string Outcome, DateOnly On, string Kind, DecisionFacts? Facts)
{
    internal static OwnDecision Of(NpgsqlDataReader row, DossierKey key) =>
        new(row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetString(4), Opened(row.GetFieldValue<byte[]>(5), row.GetGuid(0), key));

    private static DecisionFacts? Opened(byte[] facts, Guid id, DossierKey key)
    {
        try
        {
            return key.Open<DecisionFacts>(facts, id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
