using System.Globalization;

namespace Flex.Web.Data.Journal;

/// <summary>The heads of all blocks in a file outside the database: what a superuser of the database cannot rewrite.</summary>
internal sealed class OutsideHeads(string folder)
{
    private readonly string path = Path.Combine(folder, "heads.log");
    private long? last;

    /// <summary>Adds the head of a block and waits until it is on disk.</summary>
    public void Append(IReadOnlyCollection<Block> blocks)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            foreach (var block in blocks)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{block.Number}\t{Convert.ToHexStringLower(block.Head)}"));
            }
        }

        file.Flush(flushToDisk: true);
        last = blocks.Max(b => b.Number);
    }

    /// <summary>All heads in order; a last line that was cut by a crash is left out.</summary>
    public IEnumerable<(long Number, byte[] Head)> All()
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts is [var number, { Length: 64 } head] && long.TryParse(number, CultureInfo.InvariantCulture, out var value))
            {
                yield return (value, Convert.FromHexString(head));
            }
        }
    }

    /// <summary>The number of the last block that is anchored, or 0.</summary>
    public long Last() => last ??= All().Select(h => h.Number).DefaultIfEmpty(0).Max();
}
