namespace Flex.Web.Data.Journal;

/// <summary>The blocks that a sealing round makes: one per month for each stretch of transactions.</summary>
internal sealed class OpenBlocks(KeyRing keys, Block? last, long sealedAt) : IDisposable
{
    /// <summary>A stretch ends with the first transaction that passes this: so a broken place is found in a small block.</summary>
    private const int Enough = 4096;

    private readonly SortedDictionary<int, EntriesDigest> open = [];
    private readonly List<Block> closed = [];
    private ulong from = last?.To ?? 0;
    private ulong xid;
    private int entries;

    public void Add(ulong transaction, int month, ReadOnlySpan<byte> mac)
    {
        if (entries >= Enough && transaction != xid)
        {
            CloseAll(transaction);
        }

        if (!open.TryGetValue(month, out var digest))
        {
            open[month] = digest = new EntriesDigest();
        }

        digest.Add(transaction, mac);
        xid = transaction;
        entries++;
    }

    /// <summary>Closes the stretch before transaction <paramref name="to"/> and answers all blocks so far.</summary>
    public IReadOnlyCollection<Block> CloseAll(ulong to)
    {
        foreach (var (month, digest) in open)
        {
            var before = closed.LastOrDefault() ?? last;
            closed.Add(new Block((before?.Number ?? 0) + 1, month, from, to, digest.Entries, digest.Close(), before?.Head ?? Block.Genesis, sealedAt, []).Close(keys));
        }

        Dispose();
        open.Clear();
        (from, entries) = (to, 0);
        return closed;
    }

    public void Dispose()
    {
        foreach (var digest in open.Values)
        {
            digest.Dispose();
        }
    }
}
