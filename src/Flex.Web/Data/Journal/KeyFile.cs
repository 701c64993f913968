using System.Security.Cryptography;
using System.Text.Json;

namespace Flex.Web.Data.Journal;

/// <summary>
/// What stands in keys/master.key: 32 bytes until the first rotation, after it the versions as JSON. Always replaced as a whole, so that
/// a crash leaves the one or the other. The epoch counts the changes: the database refuses who works with an older one.
/// </summary>
internal sealed record KeyFile(int Epoch, int Writes, IReadOnlyList<KeyFile.Kept> Keys)
{
    /// <summary>One version: its master key, or what verifies and what reads the log when it is retired.</summary>
    internal sealed record Kept(int Version, byte[]? Master = null, byte[]? Entries = null, byte[]? Blocks = null, byte[]? LookUp = null, byte[]? Contexts = null, ulong? Until = null)
    {
        public KeySet Open() => Master is not null ? KeySet.Of(Version, Master) : new(Version, Entries!, Blocks!, LookUp!, Contexts, null, Until);

        /// <summary>The same without what opens anything of a family or an account.</summary>
        public Kept Retire(ulong until) => Open() is var keys ? new(Version, null, keys.Entries, keys.Blocks, keys.LookUp, keys.Contexts, until) : this;
    }

    public static string PathIn(string folder) => Path.Combine(folder, "master.key");

    public static KeyFile New() => new(1, 1, [new(1, RandomNumberGenerator.GetBytes(KeySet.Size))]);

    /// <summary>Reads the file; throws <see cref="InvalidOperationException"/> with a Dutch sentence when it holds no key.</summary>
    public static KeyFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var file = bytes.Length == KeySet.Size ? new(1, 1, [new(1, bytes)]) : Parse(bytes);
        return file is { Keys.Count: > 0 } && file.Keys.Any(k => k.Version == file.Writes && k.Master is { Length: KeySet.Size }) && file.Keys.All(k => (k.Master ?? k.Entries) is { Length: KeySet.Size })
            ? file
            : throw new InvalidOperationException($"{path} is geen sleutel van {KeySet.Size} bytes en geen lijst van sleutels.");
    }

    /// <summary>Puts this in the place of the file, on disk before it answers; readable by its owner only.</summary>
    public void Write(string path)
    {
        var beside = path + ".nieuw";
        using (var made = new FileStream(beside, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            made.Write(Epoch == 1 ? Keys[0].Master! : JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Options));
            made.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    private static KeyFile? Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyFile>(bytes, JournalJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
