using System.Buffers.Binary;
using System.Text;

namespace Flex.Web.Data.Journal;

/// <summary>
/// Writes columns as PostgreSQL's binary COPY gives them: four bytes of length (-1 for NULL), then the value.
/// What is sealed is therefore the stored row itself, byte for byte, and verifying needs no conversion at all.
/// </summary>
internal ref struct RowBytes(Span<byte> to)
{
    private const int UuidType = 2950;
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;
    private readonly Span<byte> to = to;

    public int Length { get; private set; }

    /// <summary>Microseconds since 2000, as PostgreSQL counts.</summary>
    public static long Micros(DateTimeOffset at) => (at.UtcTicks - Epoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Days since 2000; the outermost days are what the driver writes as infinity.</summary>
    public static int Days(DateOnly day) =>
        day == DateOnly.MaxValue ? int.MaxValue : day == DateOnly.MinValue ? int.MinValue : day.DayNumber - EpochDay;

    public static DateTimeOffset Moment(long micros) => Epoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static DateOnly Day(int days) => DateOnly.FromDayNumber(days + EpochDay);

    public void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Next(2), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(8), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Next(8), value);

    public void Bytes(byte[]? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        value.CopyTo(Next(value.Length));
    }

    public void Uuid(Guid? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        value.Value.TryWriteBytes(Next(16), bigEndian: true, out _);
    }

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetBytes(value, to[(Length + 4)..]);
        Next(length);
    }

    /// <summary>An array of uuid: dimensions, has-nulls, element type, then per dimension its size and lower bound.</summary>
    public void Uuids(Guid[]? values)
    {
        if (values is null)
        {
            Null();
            return;
        }

        var array = new RowBytes(Next(values.Length == 0 ? 12 : 20 + (20 * values.Length)));
        array.Raw(values.Length == 0 ? 0 : 1);
        array.Raw(0);
        array.Raw(UuidType);
        if (values.Length > 0)
        {
            array.Raw(values.Length);
            array.Raw(1);
        }

        foreach (var value in values)
        {
            array.Uuid(value);
        }
    }

    private void Null() => Raw(-1);

    private void Raw(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(to[Length..], value);
        Length += 4;
    }

    private Span<byte> Next(int length)
    {
        Raw(length);
        var place = to.Slice(Length, length);
        Length += length;
        return place;
    }
}
