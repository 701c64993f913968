using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>A row of journal.block as found: its number, its head, and the block itself when the head is the true one.</summary>
internal sealed record BlockRow(long Number, byte[] Head, Block? Genuine)
{
    private const int Covered = 8;

    /// <summary>The blocks after <paramref name="number"/> in order, at most <paramref name="limit"/>.</summary>
    public static Task<List<BlockRow>> After(NpgsqlConnection connection, KeyRing keys, long number, int limit, CancellationToken stop) =>
        Read(connection, keys, string.Create(CultureInfo.InvariantCulture, $"where number > {number} order by number limit {limit}"), stop);

    /// <summary>Rows with a number that no block ever has.</summary>
    public static Task<List<BlockRow>> Below(NpgsqlConnection connection, KeyRing keys, CancellationToken stop) =>
        Read(connection, keys, "where number < 1 order by number limit 100", stop);

    public static async Task<BlockRow?> Last(NpgsqlConnection connection, KeyRing keys, CancellationToken stop) =>
        (await Read(connection, keys, "order by number desc limit 1", stop)).FirstOrDefault();

    private static async Task<List<BlockRow>> Read(NpgsqlConnection connection, KeyRing keys, string which, CancellationToken stop)
    {
        var found = new List<BlockRow>();
        await using var rows = await RawRows.Open(connection, $"select {Block.SealedColumns}, head from journal.block {which}", Covered + 1, stop);
        while (await rows.Next(stop))
        {
            found.Add(From(rows, keys));
        }

        return found;
    }

    private static BlockRow From(RawRows row, KeyRing keys)
    {
        var stored = row.Field(Covered).ToArray();
        return new(row.Int64(0), stored, VersionOf(row, keys, stored) is { } version
            ? new(row.Int64(0), row.Int32(1), row.UInt64(2), row.UInt64(3), row.Int32(4), row.Field(5).ToArray(), row.Field(6).ToArray(), row.Int64(7), stored, version)
            : null);
    }

    // A block does not say which key closed it: the newest that fits did.
    private static int? VersionOf(RawRows row, KeyRing keys, byte[] stored)
    {
        Span<byte> head = stackalloc byte[32];
        foreach (var key in keys.All)
        {
            HMACSHA256.HashData(key.Blocks, row.First(Covered), head);
            if (head.SequenceEqual(stored))
            {
                return key.Version;
            }
        }

        return null;
    }
}
