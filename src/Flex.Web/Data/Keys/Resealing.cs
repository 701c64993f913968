using System.Security.Cryptography;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Keys;

/// <summary>Goes once through a sealed column and seals what an older key sealed under the one that writes, a batch per transaction.</summary>
internal sealed class Resealing(FlexDb owner, SealedColumn column)
{
    public const int Batch = 500;

    /// <summary>How many rows were sealed anew.</summary>
    public async Task<long> Run(Action<string> batchDone, CancellationToken stop)
    {
        var changed = 0L;
        for (object? from = column.Start; from is not null;)
        {
            await using var work = await owner.Begin(KeyRotation.Keeper, KeyRotation.Purpose, stop);
            var (rows, last) = await Read(work, from, stop);
            var old = rows.Where(r => !IsNew(work.Keys, r)).ToList();
            await Save(work, old);
            if (old.Count > 0)
            {
                batchDone(column.Table);
            }

            changed += old.Count;
            from = last;
        }

        return changed;
    }

    private async Task<(List<Row> Rows, object? Last)> Read(Work work, object from, CancellationToken stop)
    {
        work.Add(column.Next, new Npgsql.NpgsqlParameter { Value = from, NpgsqlDbType = column.IdType }, Batch);
        var rows = new List<Row>();
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            rows.Add(new(reader.GetValue(0), reader.GetFieldValue<byte[]>(1), reader.GetGuid(2)));
        }

        return (rows, rows.Count == Batch ? rows[^1].Id : null);
    }

    private async Task Save(Work work, List<Row> old)
    {
        if (old.Count == 0)
        {
            return;
        }

        var made = old.Select(r => work.Keys.Close(column.Use, Open(work.Keys, r), r.Bound)).ToArray();
        work.Journal(Act.KeysRotated);
        var ids = column.IdType == NpgsqlDbType.Uuid ? Column.Uuid(old, r => (Guid)r.Id) : Column.Bytes(old, r => (byte[])r.Id);
        await work.Add(column.Change, ids, Column.Bytes(old, r => r.Sealed), Column.Bytes(made, m => m)).Save();
    }

    private bool IsNew(KeyRing keys, Row row) => Seal.TryOpen(keys.Find(keys.Version)!.Seal(column.Use), row.Sealed, row.Bound) is not null;

    private byte[] Open(KeyRing keys, Row row)
    {
        try
        {
            return keys.Open(column.Use, row.Sealed, row.Bound);
        }
        catch (CryptographicException)
        {
            throw KeyRotation.WrongKey($"In {column.Table} staat iets dat met geen sleutel opengaat.");
        }
    }

    private sealed record Row(object Id, byte[] Sealed, Guid Bound);
}
