using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Journal;

/// <summary>
/// The keys that live outside the database: the versions of a master key in a file, and from each one key per purpose.
/// While a rotation runs there are two: one writes, both open. Looks at the file again at the start of every unit of work.
/// </summary>
internal sealed class KeyRing
{
    private readonly string path;
    private volatile State now;

    private KeyRing(string path) => (this.path, now) = (path, State.Read(path));

    /// <summary>How often the file was changed; the database refuses work that began with an older one.</summary>
    public int Epoch => now.File.Epoch;

    /// <summary>The version that writes.</summary>
    public int Version => now.File.Writes;

    /// <summary>The key of the head of every block; another than that of entries, so that neither can pass for the other.</summary>
    public ReadOnlySpan<byte> Blocks => now.Writes.Blocks;

    /// <summary>Every version, the newest first; of those that are retired only what verifies and what reads the log is left.</summary>
    public IReadOnlyList<KeySet> All => now.Newest;

    /// <summary>The file as it was read last.</summary>
    public KeyFile File => now.File;

    /// <summary>Reads the key file in <paramref name="folder"/>, made on first use.</summary>
    public static KeyRing Open(string folder)
    {
        var file = KeyFile.PathIn(folder);
        if (!System.IO.File.Exists(file))
        {
            KeyFile.New().Write(file);
        }

        return new(file);
    }

    /// <summary>Takes what another process put in the file; a file that is gone changes nothing.</summary>
    public void Refresh()
    {
        var changed = System.IO.File.GetLastWriteTimeUtc(path);
        if (changed != now.Changed && System.IO.File.Exists(path))
        {
            now = State.Read(path);
        }
    }

    /// <summary>Puts other versions in the file and works with them.</summary>
    public void Change(KeyFile to)
    {
        to.Write(path);
        now = State.Read(path);
    }

    /// <summary>The keys of a version; null when there is none such.</summary>
    public KeySet? Find(int version) => now.Newest.FirstOrDefault(k => k.Version == version);

    public byte[] Close(SealUse use, ReadOnlySpan<byte> plain, Guid belongsTo) => Seal.Close(now.Writes.Seal(use), plain, belongsTo);

    /// <summary>The plain bytes, under whichever version they were sealed; throws <see cref="CryptographicException"/> when none fits.</summary>
    public byte[] Open(SealUse use, ReadOnlySpan<byte> sealedBytes, Guid belongsTo)
    {
        foreach (var older in now.Others)
        {
            if (Seal.TryOpen(older.Seal(use), sealedBytes, belongsTo) is { } plain)
            {
                return plain;
            }
        }

        return Seal.Open(now.Writes.Seal(use), sealedBytes, belongsTo);
    }

    /// <summary>
    /// A keyed hash by which equal values (a row's content, a session) are found without being readable. What it hashed is not kept, so it
    /// cannot be made anew: it stays with the first version for ever. What a person can be guessed by does not belong here.
    /// </summary>
    public byte[] LookUp(string domain, string value) => Hash(now.First.LookUp, domain, value);

    /// <summary>
    /// The pseudonym of a family for one recipient, under a key of that recipient alone (HKDF, labelled with its code): two files cannot be joined by it. It stays
    /// with the first version, so that a recipient knows a family again after a rotation; who holds the key file can find back whose it is, and nobody else.
    /// </summary>
    public string Pseudonym(string recipient, Guid family)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, now.First.LookUp, 32, [], Encoding.UTF8.GetBytes("pseudoniem\0" + recipient));
        return Flex.Domain.Trust.Pseudonyms.TextOf(HMACSHA256.HashData(key, family.ToByteArray(bigEndian: true)));
    }

    /// <summary>The keyed hash by which a BSN is stored.</summary>
    public byte[] Bsn(string digits) => Hash(now.Writes.LookUp, "bsn", digits);

    /// <summary>Every hash under which a BSN may stand: two while a rotation runs.</summary>
    public byte[][] BsnHashes(string digits) => [Bsn(digits), .. now.Others.Select(k => Hash(k.LookUp, "bsn", digits))];

    private static byte[] Hash(byte[] key, string domain, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(domain + "\0" + value));

    private sealed record State(KeyFile File, DateTime Changed, KeySet[] Newest)
    {
        public KeySet Writes { get; } = Newest.First(k => k.Version == File.Writes);

        public KeySet First => Newest[^1];

        /// <summary>Versions that open and do not write.</summary>
        public KeySet[] Others { get; } = [.. Newest.Where(k => k.Seals is not null && k.Version != File.Writes)];

        // The moment first: a file that changes in between is read again.
        public static State Read(string path) => System.IO.File.GetLastWriteTimeUtc(path) is var changed && KeyFile.Read(path) is { } file
            ? new(file, changed, [.. file.Keys.OrderByDescending(k => k.Version).Select(k => k.Open())])
            : throw new InvalidOperationException($"{path} is leeg.");
    }
}
