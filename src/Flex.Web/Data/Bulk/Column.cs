using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Data.Bulk;

/// <summary>One column of rows that are written as arrays (insert … select from unnest): a statement per table, whatever the number of rows.</summary>
internal static class Column
{
    public static NpgsqlParameter Uuid<T>(IReadOnlyList<T> rows, Func<T, Guid> value) => Of(rows, value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter OptionalUuid<T>(IReadOnlyList<T> rows, Func<T, Guid?> value) => Of(rows, value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Text<T>(IReadOnlyList<T> rows, Func<T, string?> value) => Of(rows, value, NpgsqlDbType.Text);

    public static NpgsqlParameter Day<T>(IReadOnlyList<T> rows, Func<T, DateOnly?> value) => Of(rows, value, NpgsqlDbType.Date);

    public static NpgsqlParameter Int<T>(IReadOnlyList<T> rows, Func<T, int?> value) => Of(rows, value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Long<T>(IReadOnlyList<T> rows, Func<T, long?> value) => Of(rows, value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Bool<T>(IReadOnlyList<T> rows, Func<T, bool> value) => Of(rows, value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter OptionalBool<T>(IReadOnlyList<T> rows, Func<T, bool?> value) => Of(rows, value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Bytes<T>(IReadOnlyList<T> rows, Func<T, byte[]?> value) => Of(rows, value, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Instant<T>(IReadOnlyList<T> rows, Func<T, DateTimeOffset> value) => Of(rows, value, NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Of<T, TValue>(IReadOnlyList<T> rows, Func<T, TValue> value, NpgsqlDbType type)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
