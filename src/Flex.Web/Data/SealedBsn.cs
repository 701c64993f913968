using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>A BSN in the vault: sealed under the key of its dossier and bound to the person of it, so that mother's and child's cannot be exchanged.</summary>
internal static class SealedBsn
{
    public const string Mother = "mother";
    public const string Child = "child";

    public static byte[] Close(DossierKey key, string person, string digits) => key.Close(digits, Bound(key.Dossier, person));

    public static string Open(DossierKey key, string person, byte[] sealedBytes) => key.Open<string>(sealedBytes, Bound(key.Dossier, person));

    // The mother's is bound to the dossier itself, the child's to the same with its last byte turned.
    private static Guid Bound(Guid dossier, string person)
    {
        var bytes = dossier.ToByteArray();
        bytes[15] ^= person == Mother ? (byte)0 : (byte)0xff;
        return new(bytes);
    }
}
