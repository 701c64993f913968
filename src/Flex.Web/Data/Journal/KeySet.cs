using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Journal;

/// <summary>What a key of the installation seals in the database; each has a key of its own.</summary>
internal enum SealUse
{
    /// <summary>The keys of dossiers.</summary>
    DossierKeys,

    /// <summary>A message about no dossier, and an address that is being proved.</summary>
    Messages,

    /// <summary>What was typed and not sent.</summary>
    Drafts,

    /// <summary>What proves who somebody is: the secret of an app, the keys of a device.</summary>
    Accounts,
}

/// <summary>The keys that follow from one version of the master key, one per purpose. Of a version that was retired only what verifies is left, and what reads the context of its lines: it opens nothing of a family.</summary>
/// <param name="Contexts">Seals and opens who did something from where, for who oversees; kept, since the lines it sealed cannot be sealed anew. Null of a version retired before lines had a context.</param>
/// <param name="Seals">The sealing keys by <see cref="SealUse"/>; null when the version is retired.</param>
/// <param name="Until">The transaction from which nothing may bear this version any more; null while it is in use.</param>
internal sealed record KeySet(int Version, byte[] Entries, byte[] Blocks, byte[] LookUp, byte[]? Contexts, byte[][]? Seals, ulong? Until = null)
{
    public const int Size = 32;
    private static readonly string[] Purposes = ["dossier keys", "messages", "drafts", "accounts"];

    public static KeySet Of(int version, byte[] master) => new(
        version, Derive(master, "journal entries"), Derive(master, "journal blocks"), Derive(master, "look-up"), Derive(master, "journal contexts"), [.. Purposes.Select(p => Derive(master, p))]);

    public byte[] Seal(SealUse use) => (Seals ?? throw new InvalidOperationException("A retired key was asked to seal."))[(int)use];

    private static byte[] Derive(byte[] master, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: Encoding.UTF8.GetBytes("geboortezorg-flex/1/" + purpose));
}
