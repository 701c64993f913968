using Flex.Domain.Identities;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>A BSN in the vault: sealed under the key of its dossier and bound to the person of it, so that mother's and child's cannot be exchanged.</summary>
internal static class SealedBsn
{
    public static byte[] Close(DossierKey key, string person, string digits) => key.Close(digits, PersonId.Of(key.Dossier, person));

    public static string Open(DossierKey key, string person, byte[] sealedBytes) => key.Open<string>(sealedBytes, PersonId.Of(key.Dossier, person));

    /// <summary>The number of one person of a dossier that was opened to act on, or null; what was collected is sent with the question.</summary>
    public static async Task<string?> Read(DossierInHand hand, string person, CancellationToken stop)
    {
        hand.Work.Add("select sealed from vault.bsn where dossier_id = $1 and person = $2", hand.Record.Head.Id, person);
        await using var row = await hand.Work.Read(stop);
        do
        {
            if (await row.ReadAsync(stop) && row.GetFieldType(0) == typeof(byte[]))
            {
                return Open(hand.Key, person, row.GetFieldValue<byte[]>(0));
            }
        }
        while (await row.NextResultAsync(stop));
        return null;
    }
}
