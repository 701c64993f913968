using System.Security.Cryptography;

namespace Flex.Web.Data.Journal;

/// <summary>
/// A sealed stretch of one month: every entry whose transaction id lies in [From, To), in order of id within transaction.
/// Its head covers its own row, with the digest of its entries and the head before it: so a block proves itself
/// without its entries, and a month that retention drops leaves a chain that still closes.
/// </summary>
/// <param name="Segment">The month's first day, in days since 2000.</param>
/// <param name="SealedAt">Microseconds since 2000.</param>
/// <param name="Key">The version of the key that closed it, when it was read.</param>
internal sealed record Block(long Number, int Segment, ulong From, ulong To, int Entries, byte[] Digest, byte[] Previous, long SealedAt, byte[] Head, int Key = 0)
{
    /// <summary>What the head covers, in this order.</summary>
    public const string SealedColumns = "number, segment, from_xid, to_xid, entries, digest, previous, sealed_at";

    public static readonly byte[] Genesis = new byte[32];

    /// <summary>This block with its head.</summary>
    public Block Close(KeyRing keys)
    {
        Span<byte> bytes = stackalloc byte[(8 * 4) + 8 + 4 + 8 + 8 + 4 + 32 + 32 + 8];
        var row = new RowBytes(bytes);
        row.Int64(Number);
        row.Int32(Segment);
        row.UInt64(From);
        row.UInt64(To);
        row.Int32(Entries);
        row.Bytes(Digest);
        row.Bytes(Previous);
        row.Int64(SealedAt);
        return this with { Head = HMACSHA256.HashData(keys.Blocks, bytes[..row.Length]) };
    }
}
