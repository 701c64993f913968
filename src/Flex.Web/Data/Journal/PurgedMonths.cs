using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>The months whose lines went on purpose: each is named by a line of its own that proves itself with the key, so nobody without it can make one.</summary>
internal static class PurgedMonths
{
    // Of SealedColumns: the month is the day from which the act counts.
    private const int EffectiveDay = 8;

    private static readonly string Lines = $"select {EntryMacs.Columns} from journal.entry where act = '{nameof(Act.JournalPurged)}'";

    /// <summary>Their first days, in days since 2000.</summary>
    public static async Task<IReadOnlySet<int>> Read(NpgsqlConnection connection, KeyRing keys, CancellationToken stop)
    {
        using var macs = new EntryMacs(keys);
        var months = new HashSet<int>();
        await using var rows = await RawRows.Open(connection, Lines, EntryMacs.Count, stop);
        while (await rows.Next(stop))
        {
            if (macs.IsGenuine(rows))
            {
                months.Add(rows.Int32(EffectiveDay));
            }
        }

        return months;
    }
}
