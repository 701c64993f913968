using System.Security.Cryptography;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Keys;

/// <summary>Goes once through the BSNs and makes each look-up hash anew under the key that writes, a batch per transaction. A BSN whose dossier's key is gone cannot be read, and stays.</summary>
internal sealed class Rehashing(FlexDb owner)
{
    private const string Next = """
        select b.dossier_id, b.person, b.sealed, b.lookup, k.wrapped from vault.bsn b join vault.dossier_key k on k.dossier_id = b.dossier_id
        where (b.dossier_id, b.person) > ($1, $2) order by b.dossier_id, b.person limit $3
        """;

    private const string Change = "update vault.bsn b set lookup = v.made from unnest($1, $2, $3, $4) v(d, p, was, made) where b.dossier_id = v.d and b.person = v.p and b.lookup = v.was";

    /// <summary>How many hashes were made anew.</summary>
    public async Task<long> Run(Action<string> batchDone, CancellationToken stop)
    {
        var changed = 0L;
        for ((Guid Dossier, string Person)? from = (Guid.Empty, ""); from is var (dossier, person);)
        {
            await using var work = await owner.Begin(KeyRotation.Keeper, KeyRotation.Purpose, stop);
            var rows = await Read(work.Add(Next, dossier, person, Resealing.Batch), stop);
            var old = rows.Where(r => !r.Was.AsSpan().SequenceEqual(r.Made)).ToList();
            if (old.Count > 0)
            {
                work.Journal(Act.KeysRotated);
                work.Add(Change, Column.Uuid(old, r => r.Dossier), Column.Text(old, r => r.Person), Column.Bytes(old, r => r.Was), Column.Bytes(old, r => r.Made));
                await work.Save();
                batchDone("vault.bsn");
            }

            changed += old.Count;
            from = rows.Count == Resealing.Batch ? (rows[^1].Dossier, rows[^1].Person) : null;
        }

        return changed;
    }

    private static async Task<List<Row>> Read(Work work, CancellationToken stop)
    {
        var rows = new List<Row>();
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var (dossier, person) = (reader.GetGuid(0), reader.GetString(1));
            try
            {
                var digits = SealedBsn.Open(DossierKey.Unwrap(work.Keys, dossier, reader.GetFieldValue<byte[]>(4)), person, reader.GetFieldValue<byte[]>(2));
                rows.Add(new(dossier, person, reader.GetFieldValue<byte[]>(3), work.Keys.Bsn(digits)));
            }
            catch (CryptographicException)
            {
                throw KeyRotation.WrongKey("In vault.bsn staat een nummer dat met geen sleutel opengaat.");
            }
        }

        return rows;
    }

    private sealed record Row(Guid Dossier, string Person, byte[] Was, byte[] Made);
}
