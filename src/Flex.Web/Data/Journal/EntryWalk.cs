using System.Globalization;
using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>Reads the entries once, in the order in which they were sealed: each against its own HMAC, together against their blocks.</summary>
internal sealed class EntryWalk(KeyRing keys, Findings findings, IReadOnlySet<int> purged) : IDisposable
{
    private const int Xid = EntryMacs.Xid;
    private readonly EntryMacs macs = new(keys);
    private Month month = new(0);
    private ulong covered;

    public long Seen { get; private set; }

    public long Genuine { get; private set; }

    public long Tail { get; private set; }

    /// <summary>Checks the entries of <paramref name="blocks"/>, and those in between that no genuine block covers.</summary>
    public async Task Check(NpgsqlConnection connection, IEnumerable<Block> blocks, CancellationToken stop)
    {
        var stretches = Stretch.Of(blocks, covered);
        if (stretches.Count == 0)
        {
            return;
        }

        var to = stretches[^1].To;
        await using var rows = await Open(connection, $"xid >= '{Text(covered)}' and xid < '{Text(to)}'", stop);
        var at = 0;
        while (await rows.Next(stop))
        {
            for (; at < stretches.Count && stretches[at].To <= rows.UInt64(Xid); at++)
            {
                Close(stretches[at]);
            }

            Check(rows, stretches[at]);
        }

        stretches.GetRange(at, stretches.Count - at).ForEach(Close);
        covered = to;
    }

    /// <summary>Checks what lies beyond the last block.</summary>
    public async Task CheckTail(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var rows = await Open(connection, $"xid >= '{Text(covered)}' or xid is null", stop);
        while (await rows.Next(stop))
        {
            Tail++;
            CheckMac(rows, null);
        }
    }

    public void Dispose() => macs.Dispose();

    private static string Text(ulong xid) => xid.ToString(CultureInfo.InvariantCulture);

    private static Task<RawRows> Open(NpgsqlConnection connection, string which, CancellationToken stop) =>
        RawRows.Open(connection, $"select {EntryMacs.Columns} from journal.entry where {which} order by xid, id", EntryMacs.Count, stop);

    private void Close(Stretch stretch)
    {
        stretch.Close(findings, purged);
        stretch.Dispose();
    }

    private void Check(RawRows row, Stretch stretch)
    {
        // Before the stretch lie entries of a block that is reported as missing or changed.
        if (row.UInt64(Xid) < stretch.From)
        {
            CheckMac(row, null);
            return;
        }

        month = month.Holds(row.Int64(2)) ? month : Month.Of(row.Int64(2));
        var part = stretch.Of(month.Day);
        var genuine = CheckMac(row, part?.Block.Number ?? stretch.FirstBlock);
        if (part is null)
        {
            // Or its block is gone: the one that stood beside these is then named first.
            findings.Add(new(Broken.EntryOutsideAnyBlock, stretch.FirstBlock, row.Uuid(1)), behind: stretch.LastBlock + 1);
            return;
        }

        part.Add(row.UInt64(Xid), row.Field(EntryMacs.MacField));
        part.Reported |= !genuine;
    }

    private bool CheckMac(RawRows row, long? block)
    {
        Seen++;
        if (macs.IsGenuine(row))
        {
            Genuine++;
            return true;
        }

        findings.Add(new(Broken.EntryChanged, block, row.Uuid(1)));
        return false;
    }

    /// <summary>A month of the real clock, kept because the next entry is nearly always of the same one.</summary>
    private readonly record struct Month(int Day, long From = 0, long To = 0)
    {
        public static Month Of(long micros)
        {
            // An instant that no clock gives has no month; its HMAC does not fit either.
            if (Math.Abs(micros / 86_400_000_000) > 500_000)
            {
                return new(int.MinValue);
            }

            var at = RowBytes.Moment(micros);
            var first = new DateOnly(at.Year, at.Month, 1);
            return new(RowBytes.Days(first), Start(first), Start(first.AddMonths(1)));
        }

        public bool Holds(long micros) => micros >= From && micros < To;

        private static long Start(DateOnly day) => RowBytes.Days(day) * 86_400_000_000L;
    }
}
