using System.Globalization;

namespace Flex.Web.Data.Journal;

/// <summary>The head of one block as it stands outside the database.</summary>
internal sealed record Anchor(long Number, byte[] Head)
{
    /// <summary>A line of the file, or null when a crash cut it.</summary>
    public static Anchor? Parse(string line) =>
        line.Split('\t') is [var number, { Length: 64 } head]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && head.All(char.IsAsciiHexDigit)
            ? new(value, Convert.FromHexString(head))
            : null;
}

/// <summary>The heads of all blocks in a file outside the database: what a superuser of the database cannot rewrite.</summary>
internal sealed class OutsideHeads(string folder)
{
    private const int TailBytes = 1024;
    private readonly string path = Path.Combine(folder, "heads.log");

    /// <summary>Adds the heads of blocks and waits until they are on disk; only the one who holds the sealer's lock does so.</summary>
    public void Append(IEnumerable<Block> blocks)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var whole = EndsWithWholeLine(file);
        file.Seek(0, SeekOrigin.End);
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            // A line that a crash cut stays as it is; the next must not be glued to it.
            writer.Write(whole ? "" : "\n");
            foreach (var block in blocks)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{block.Number}\t{Convert.ToHexStringLower(block.Head)}\n"));
            }
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>The last head that is anchored, read anew each time: another process may have sealed since.</summary>
    public Anchor? Last()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(file.Length, TailBytes), SeekOrigin.End);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n').Select(Anchor.Parse).LastOrDefault(a => a is not null);
    }

    /// <summary>Opens the heads as they are now: what is added afterwards is not read.</summary>
    public AnchorReader Read() => new(path);

    private static bool EndsWithWholeLine(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}
