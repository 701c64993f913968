using System.Text.Json;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Flex.Web.Data.Accounts;

/// <summary>A passkey as it is kept: sealed, and of what the device said of itself only what signing in needs.</summary>
internal sealed record StoredPasskey(byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp)
{
    private const string Columns = "select credential, account_id, name, sealed from account_passkey where removed_at is null and";

    public static async Task<IReadOnlyList<(Guid Account, UserPasskeyInfo Key)>> Of(Work work, Guid account, CancellationToken stop) =>
        await All(work.Add($"{Columns} account_id = $1 order by made_at", account), stop);

    public static async Task<(Guid Account, UserPasskeyInfo Key)?> ById(Work work, byte[] credential, CancellationToken stop) =>
        await All(work.Add($"{Columns} credential = $1", credential), stop) is [var found] ? found : null;

    public static void Add(Work work, Guid account, string name, UserPasskeyInfo key) => work.Add(
        "insert into account_passkey (credential, account_id, name, sealed, made_at, entry_id) values ($1, $2, $3, $4, $5, $6)",
        key.CredentialId, account, name, Close(work.Keys, account, key), work.Clock.Now, work.EntryId);

    /// <summary>Keeps the counter of the device, in the transaction of the session that it opened.</summary>
    public static void Used(Work work, Guid account, UserPasskeyInfo key) => work.Add(
        "update account_passkey set sealed = $2, entry_id = $3 where credential = $1 and removed_at is null returning true", key.CredentialId, Close(work.Keys, account, key), work.EntryId);

    private static byte[] Close(KeyRing keys, Guid account, UserPasskeyInfo key) => keys.Close(SealUse.Accounts, JsonSerializer.SerializeToUtf8Bytes(
        new StoredPasskey(key.PublicKey, key.CreatedAt, key.SignCount, key.Transports, key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp), JournalJson.Options), account);

    private static async Task<List<(Guid, UserPasskeyInfo)>> All(Work work, CancellationToken stop)
    {
        var keys = new List<(Guid, UserPasskeyInfo)>();
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        while (await row.ReadAsync(stop))
        {
            keys.Add((row.GetGuid(1), Read(row, work.Keys)));
        }

        return keys;
    }

    private static UserPasskeyInfo Read(NpgsqlDataReader row, KeyRing keys)
    {
        var kept = JsonSerializer.Deserialize<StoredPasskey>(keys.Open(SealUse.Accounts, row.GetFieldValue<byte[]>(3), row.GetGuid(1)), JournalJson.Options)!;
        return new(row.GetFieldValue<byte[]>(0), kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp, [], []) { Name = row.GetString(2) };
    }
}
