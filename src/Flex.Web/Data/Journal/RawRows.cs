using System.Buffers.Binary;
using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>
/// Streams the rows of a query as the bytes of PostgreSQL's binary COPY: one buffer, no object per row, and no conversion
/// that a value put there by an attacker (an infinite date, a year 200000) could make fail.
/// </summary>
internal sealed class RawRows : IAsyncDisposable
{
    private const int FileHeader = 19;
    private readonly NpgsqlRawCopyStream copy;
    private readonly (int Start, int Length)[] fields;
    private byte[] buffer = new byte[1 << 16];
    private int row;
    private int next;
    private int filled;

    private RawRows(NpgsqlRawCopyStream copy, int columns) => (this.copy, fields) = (copy, new (int, int)[columns]);

    public static async Task<RawRows> Open(NpgsqlConnection connection, string query, int columns, CancellationToken stop)
    {
        var rows = new RawRows(await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", stop), columns);
        while (rows.filled < FileHeader)
        {
            await rows.Fill(stop);
        }

        rows.next = FileHeader;
        return rows;
    }

    /// <summary>Steps to the next row; what was handed out of the row before is no longer valid.</summary>
    public async ValueTask<bool> Next(CancellationToken stop)
    {
        row = next;
        bool? found;
        while ((found = Parse()) is null)
        {
            await Fill(stop);
        }

        return found.Value;
    }

    /// <summary>The bytes of a column; empty when it is NULL.</summary>
    public ReadOnlySpan<byte> Field(int column) => buffer.AsSpan(fields[column].Start, Math.Max(0, fields[column].Length));

    /// <summary>The first columns with their lengths, as <see cref="RowBytes"/> writes them.</summary>
    public ReadOnlySpan<byte> First(int columns)
    {
        var (start, length) = fields[columns - 1];
        return buffer.AsSpan((row + 2)..(start + Math.Max(0, length)));
    }

    public bool IsNull(int column) => fields[column].Length < 0;

    public short Int16(int column) => Field(column) is { Length: 2 } bytes ? BinaryPrimitives.ReadInt16BigEndian(bytes) : (short)0;

    public int Int32(int column) => Field(column) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32BigEndian(bytes) : 0;

    public long Int64(int column) => Field(column) is { Length: 8 } bytes ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;

    public ulong UInt64(int column) => (ulong)Int64(column);

    public Guid Uuid(int column) => Field(column) is { Length: 16 } bytes ? new Guid(bytes, bigEndian: true) : Guid.Empty;

    public ValueTask DisposeAsync() => copy.DisposeAsync();

    // True: a row stands ready; false: the end; null: more bytes are needed.
    private bool? Parse()
    {
        if (filled - row < 2)
        {
            return null;
        }

        if (BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(row)) < 0)
        {
            return false;
        }

        var at = row + 2;
        for (var i = 0; i < fields.Length; i++)
        {
            if (filled - at < 4)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at));
            fields[i] = (at + 4, length);
            at += 4 + Math.Max(0, length);
            if (at > filled)
            {
                return null;
            }
        }

        next = at;
        return true;
    }

    private async ValueTask Fill(CancellationToken stop)
    {
        var kept = filled - row;
        if (row > 0)
        {
            buffer.AsSpan(row, kept).CopyTo(buffer);
            (row, filled) = (0, kept);
        }

        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await copy.ReadAsync(buffer.AsMemory(filled), stop);
        filled += read > 0 ? read : throw new EndOfStreamException("The database stopped in the middle of a row.");
    }
}
