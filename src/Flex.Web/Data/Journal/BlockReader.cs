using Npgsql;

namespace Flex.Web.Data.Journal;

/// <summary>Reads a block from a row with its columns in the table's order.</summary>
internal static class BlockReader
{
    public static Block Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetFieldValue<DateOnly>(1),
        reader.GetFieldValue<ulong>(2),
        reader.GetFieldValue<ulong>(3),
        reader.GetInt32(4),
        reader.GetFieldValue<byte[]>(5),
        reader.GetFieldValue<byte[]>(6));
}
