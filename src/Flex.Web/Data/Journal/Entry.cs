using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Journal;

/// <summary>One line of the journal: a clear envelope, a sealed body and the HMAC over both.</summary>
internal sealed record Entry
{
    public const short CurrentVersion = 1;

    public required Guid Id { get; init; }

    /// <summary>The instant on the real clock, in whole microseconds, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public short Version { get; init; } = CurrentVersion;

    public required string Act { get; init; }

    public required Actor Actor { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The day in programme time from which the act counts.</summary>
    public required DateOnly EffectiveDay { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>For a read of many families: all of them.</summary>
    public Guid[]? Objects { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>The HMAC over everything but the transaction id, which the chain covers.</summary>
    public byte[] Mac(KeyRing keys)
    {
        var size = 64 + (4 * 6) + TextSize(Act) + TextSize(Actor.Id) + TextSize(Actor.Role) + TextSize(Actor.Organisation) + TextSize(Purpose)
            + (16 * (Objects?.Length ?? 0)) + (Body?.Length ?? 0) + 32;
        var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return HMACSHA256.HashData(keys.Journal, rented.AsSpan(0, Write(rented)));
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // Every part carries its length or has a fixed one, so that no two entries have the same bytes.
    private int Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt16BigEndian(to, Version);
        Id.TryWriteBytes(to[2..]);
        BinaryPrimitives.WriteInt64BigEndian(to[18..], At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        BinaryPrimitives.WriteInt32BigEndian(to[26..], EffectiveDay.DayNumber);
        to[30] = DossierId is null ? (byte)0 : (byte)1;
        DossierId.GetValueOrDefault().TryWriteBytes(to[31..]);
        var at = 47;
        at = Text(to, at, Act);
        at = Text(to, at, Actor.Id);
        at = Text(to, at, Actor.Role);
        at = Text(to, at, Actor.Organisation);
        at = Text(to, at, Purpose);
        BinaryPrimitives.WriteInt32BigEndian(to[at..], Objects?.Length ?? -1);
        at += 4;
        foreach (var one in Objects ?? [])
        {
            one.TryWriteBytes(to[at..]);
            at += 16;
        }

        BinaryPrimitives.WriteInt32BigEndian(to[at..], Body?.Length ?? -1);
        Body?.CopyTo(to[(at + 4)..]);
        return at + 4 + (Body?.Length ?? 0);
    }

    private static int Text(Span<byte> to, int at, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, to[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(to[at..], length);
        return at + 4 + length;
    }

    private static int TextSize(string text) => Encoding.UTF8.GetMaxByteCount(text.Length);
}
