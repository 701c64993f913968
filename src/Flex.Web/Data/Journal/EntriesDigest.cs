using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Flex.Web.Data.Journal;

/// <summary>The digest of a block's entries (transaction id and HMAC of each), taken one by one so that nothing holds them all.</summary>
internal sealed class EntriesDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Entries { get; private set; }

    public void Add(ulong xid, ReadOnlySpan<byte> mac)
    {
        Span<byte> id = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(id, xid);
        hash.AppendData(id);
        hash.AppendData(mac);
        Entries++;
    }

    public byte[] Close() => hash.GetHashAndReset();

    public void Dispose() => hash.Dispose();
}
