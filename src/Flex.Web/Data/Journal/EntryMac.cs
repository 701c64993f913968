using System.Security.Cryptography;

namespace Flex.Web.Data.Journal;

/// <summary>Holds a stored line against its own HMAC, whichever form it has.</summary>
internal static class EntryMac
{
    /// <summary>Whether <paramref name="stored"/> is the HMAC of a row that begins with <see cref="Entry.SealedColumns"/>.</summary>
    public static bool IsGenuine(RawRows row, IncrementalHash hmac, Span<byte> made, ReadOnlySpan<byte> stored)
    {
        // What the first form does not cover must be empty in it, or somebody put it there.
        var first = Entry.IsFirstForm(row.Int16(0));
        hmac.AppendData(row.First(first ? Entry.FirstFormColumns : Entry.Columns));
        hmac.GetHashAndReset(made);
        return stored.SequenceEqual(made) && (!first || (row.IsNull(Entry.Columns - 2) && row.IsNull(Entry.Columns - 1)));
    }
}
