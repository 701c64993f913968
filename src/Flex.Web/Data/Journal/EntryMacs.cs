using System.Security.Cryptography;

namespace Flex.Web.Data.Journal;

/// <summary>Holds stored lines against their own HMAC, whichever form they have and whichever version of the key made it.</summary>
internal sealed class EntryMacs(KeyRing keys) : IDisposable
{
    /// <summary>The columns that a row must begin with.</summary>
    public const string Columns = Entry.SealedColumns + ", xid, mac";

    public const int Count = MacField + 1;
    public const int Xid = Entry.Columns;
    public const int MacField = Xid + 1;
    private readonly Dictionary<int, (IncrementalHash Hmac, ulong? Until)> hmacs = keys.All.ToDictionary(k => k.Version, k => (IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, k.Entries), k.Until));
    private readonly byte[] made = new byte[32];

    /// <summary>Whether a row has the HMAC that fits. A line under a key that was retired before it is a forgery by who once had that key.</summary>
    public bool IsGenuine(RawRows row)
    {
        if (!hmacs.TryGetValue(Entry.KeyOf(row.Int16(0)), out var key) || (key.Until is { } until && row.UInt64(Xid) >= until))
        {
            return false;
        }

        // What the first form does not cover must be empty in it, or somebody put it there.
        var first = Entry.IsFirstForm(row.Int16(0));
        key.Hmac.AppendData(row.First(first ? Entry.FirstFormColumns : Entry.Columns));
        key.Hmac.GetHashAndReset(made);
        return row.Field(MacField).SequenceEqual(made) && (!first || (row.IsNull(Entry.Columns - 2) && row.IsNull(Entry.Columns - 1)));
    }

    public void Dispose()
    {
        foreach (var (hmac, _) in hmacs.Values)
        {
            hmac.Dispose();
        }
    }
}
