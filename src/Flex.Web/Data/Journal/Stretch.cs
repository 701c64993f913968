namespace Flex.Web.Data.Journal;

/// <summary>The blocks that one sealing round made for the same transactions, one per month, while their entries are read again.</summary>
internal sealed class Stretch : IDisposable
{
    private readonly List<Part> parts = [];

    private Stretch(ulong from, ulong to) => (From, To) = (from, to);

    public ulong From { get; }

    public ulong To { get; }

    public long FirstBlock => parts[0].Block.Number;

    public long LastBlock => parts[^1].Block.Number;

    /// <summary>The stretches of blocks that follow each other; a block that reaches back before <paramref name="covered"/> is left out.</summary>
    public static List<Stretch> Of(IEnumerable<Block> blocks, ulong covered)
    {
        var stretches = new List<Stretch>();
        foreach (var block in blocks)
        {
            if (stretches.LastOrDefault() is not { } last || (last.From, last.To) != (block.From, block.To))
            {
                if (block.From < (stretches.LastOrDefault()?.To ?? covered))
                {
                    continue;
                }

                stretches.Add(last = new Stretch(block.From, block.To));
            }

            last.parts.Add(new(block, new EntriesDigest()));
        }

        return stretches;
    }

    /// <summary>The block of a month in this stretch.</summary>
    public Part? Of(int month) => parts.Find(p => p.Block.Segment == month);

    /// <param name="purged">Months that retention let go: the block of one stays and proves itself, and has no lines any more.</param>
    public void Close(Findings findings, IReadOnlySet<int> purged)
    {
        foreach (var part in parts.Where(p => !p.IsGone(purged)))
        {
            part.Close(findings);
        }
    }

    public void Dispose() => parts.ForEach(p => p.Dispose());

    /// <summary>One block and the digest of the entries found for it.</summary>
    internal sealed class Part(Block block, EntriesDigest digest) : IDisposable
    {
        public Block Block => block;

        /// <summary>An entry of it is already reported.</summary>
        public bool Reported { get; set; }

        public bool IsGone(IReadOnlySet<int> purged) => digest.Entries == 0 && purged.Contains(block.Segment);

        public void Add(ulong xid, ReadOnlySpan<byte> mac) => digest.Add(xid, mac);

        public void Close(Findings findings)
        {
            var missing = block.Entries - digest.Entries;
            if (missing != 0)
            {
                findings.Add(new(missing > 0 ? Broken.EntryMissing : Broken.EntryExtra, block.Number, Count: Math.Abs(missing)));
            }
            else if (!digest.Close().AsSpan().SequenceEqual(block.Digest) && !Reported)
            {
                findings.Add(new(Broken.EntryReplaced, block.Number));
            }
        }

        public void Dispose() => digest.Dispose();
    }
}
