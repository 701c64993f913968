using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Flex.Web.Data.Journal;

/// <summary>One line of the journal: a clear envelope, a sealed body and the HMAC over both.</summary>
internal sealed record Entry
{
    /// <summary>The form of a line, in the low byte of <see cref="Version"/>; above it stands, less one, which version of the key made the HMAC and sealed the context.</summary>
    private const short Form = 2;

    /// <summary>How many of <see cref="SealedColumns"/> a line of the first form covers; the others are empty in it.</summary>
    public const int FirstFormColumns = 12;

    /// <summary>How many a line covers now.</summary>
    public const int Columns = 14;

    /// <summary>What the HMAC covers, in this order: every column but the transaction id, which the chain covers.</summary>
    public const string SealedColumns = "version, id, at, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, outcome, context";

    public required Guid Id { get; init; }

    /// <summary>The instant on the real clock, in whole microseconds, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public short Version { get; init; } = Form;

    public required string Act { get; init; }

    public required Actor Actor { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The day in programme time from which the act counts.</summary>
    public required DateOnly EffectiveDay { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>For a read of many families: all of them.</summary>
    public Guid[]? Objects { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>How it ended (NEN 7513, EventOutcomeIndicator).</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Who, from where and by what right, sealed for who oversees: a <see cref="EntryContext"/>.</summary>
    public byte[]? Context { get; init; }

    /// <summary>The HMAC over <see cref="SealedColumns"/> as the database will give them back.</summary>
    public byte[] Mac(KeyRing keys)
    {
        var size = (Columns * 4) + 2 + 2 + 16 + 8 + 4 + 16 + TextSize(Act) + TextSize(Actor.Id) + TextSize(Actor.Role) + TextSize(Actor.Organisation)
            + TextSize(Purpose) + 20 + (20 * (Objects?.Length ?? 0)) + (Body?.Length ?? 0) + (Context?.Length ?? 0);
        var rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return HMACSHA256.HashData(keys.Find(KeyOf(Version))!.Entries, rented.AsSpan(0, Write(rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The last version of the key that a line can name; <see cref="Keys.KeyRotation"/> goes no further.</summary>
    public const int LastKey = 256;

    /// <summary>The high byte counts from 0 to 255; the column holds it with a sign.</summary>
    public static short VersionBy(int key) => key is > 0 and <= LastKey ? unchecked((short)(Form + ((key - 1) << 8))) : throw new ArgumentOutOfRangeException(nameof(key), key, "A line cannot name this version of the key.");

    public static int KeyOf(short version) => ((ushort)version >> 8) + 1;

    /// <summary>Whether a line has the form of before the outcome and the context were kept.</summary>
    public static bool IsFirstForm(short version) => (version & 0xFF) == 1;

    private int Write(Span<byte> to)
    {
        var row = new RowBytes(to);
        row.Int16(Version);
        row.Uuid(Id);
        row.Int64(RowBytes.Micros(At));
        row.Text(Act);
        row.Text(Actor.Id);
        row.Text(Actor.Role);
        row.Text(Actor.Organisation);
        row.Text(Purpose);
        row.Int32(RowBytes.Days(EffectiveDay));
        row.Uuid(DossierId);
        row.Uuids(Objects);
        row.Bytes(Body);
        row.Int16((short)Outcome);
        row.Bytes(Context);
        return row.Length;
    }

    private static int TextSize(string text) => Encoding.UTF8.GetMaxByteCount(text.Length);
}
