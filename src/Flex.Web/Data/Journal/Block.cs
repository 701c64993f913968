using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Flex.Web.Data.Journal;

/// <summary>A sealed stretch of one month: every entry whose transaction id lies in [From, To), in order of id within transaction.</summary>
internal sealed record Block(long Number, DateOnly Segment, ulong From, ulong To, int Entries, byte[] Previous, byte[] Head)
{
    public static readonly byte[] Genesis = new byte[32];
}

/// <summary>Adds entries to a block one by one, so that neither sealing nor verifying holds them all.</summary>
internal sealed class BlockHash : IDisposable
{
    private readonly IncrementalHash hash;

    public BlockHash(KeyRing keys) => hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.Journal);

    public int Entries { get; private set; }

    public void Add(ulong xid, ReadOnlySpan<byte> mac)
    {
        Span<byte> line = stackalloc byte[40];
        BinaryPrimitives.WriteUInt64BigEndian(line, xid);
        mac.CopyTo(line[8..]);
        hash.AppendData(line);
        Entries++;
    }

    /// <summary>The head over all entries added, the block's own place and the head before it.</summary>
    public byte[] Close(long number, DateOnly segment, ulong from, ulong to, ReadOnlySpan<byte> previous)
    {
        Span<byte> end = stackalloc byte[64];
        BinaryPrimitives.WriteInt64BigEndian(end, number);
        BinaryPrimitives.WriteInt32BigEndian(end[8..], segment.DayNumber);
        BinaryPrimitives.WriteUInt64BigEndian(end[12..], from);
        BinaryPrimitives.WriteUInt64BigEndian(end[20..], to);
        BinaryPrimitives.WriteInt32BigEndian(end[28..], Entries);
        previous.CopyTo(end[32..]);
        hash.AppendData(end);
        Entries = 0;
        return hash.GetHashAndReset();
    }

    public void Dispose() => hash.Dispose();
}
