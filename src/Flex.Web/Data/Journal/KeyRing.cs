using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Journal;

/// <summary>The keys that live outside the database: one master key in a file, and from it one key per purpose.</summary>
internal sealed class KeyRing
{
    private const int Size = 32;
    private readonly byte[] entries;
    private readonly byte[] blocks;
    private readonly byte[] wrapping;
    private readonly byte[] lookup;
    private readonly byte[] messages;
    private readonly byte[] drafts;
    private readonly byte[] accounts;

    private KeyRing(byte[] master)
    {
        entries = Derive(master, "journal entries");
        blocks = Derive(master, "journal blocks");
        wrapping = Derive(master, "dossier keys");
        lookup = Derive(master, "look-up");
        messages = Derive(master, "messages");
        drafts = Derive(master, "drafts");
        accounts = Derive(master, "accounts");
    }

    /// <summary>The key of the HMAC on every entry.</summary>
    public ReadOnlySpan<byte> Entries => entries;

    /// <summary>The key of the head of every block; another than that of entries, so that neither can pass for the other.</summary>
    public ReadOnlySpan<byte> Blocks => blocks;

    /// <summary>The key that wraps dossier keys.</summary>
    public ReadOnlySpan<byte> Wrapping => wrapping;

    /// <summary>The key that seals a message about no dossier.</summary>
    public ReadOnlySpan<byte> Messages => messages;

    /// <summary>The key that seals what was typed and not sent.</summary>
    public ReadOnlySpan<byte> Drafts => drafts;

    /// <summary>The key that seals what proves who somebody is: the secret of an app, the keys of a device.</summary>
    public ReadOnlySpan<byte> Accounts => accounts;

    /// <summary>Reads the key file in <paramref name="folder"/>, made on first use.</summary>
    public static KeyRing Open(string folder)
    {
        var path = Path.Combine(folder, "master.key");
        if (!File.Exists(path))
        {
            using var made = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            made.Write(RandomNumberGenerator.GetBytes(Size));
            made.Flush(flushToDisk: true);
        }

        var master = File.ReadAllBytes(path);
        return master.Length == Size ? new KeyRing(master) : throw new InvalidOperationException($"{path} is geen sleutel van {Size} bytes.");
    }

    /// <summary>A keyed hash by which equal values (a BSN, a row's content) are found without being readable.</summary>
    public byte[] LookUp(string domain, string value) =>
        HMACSHA256.HashData(lookup, Encoding.UTF8.GetBytes(domain + "\0" + value));

    private static byte[] Derive(byte[] master, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: Encoding.UTF8.GetBytes("geboortezorg-flex/1/" + purpose));
}
