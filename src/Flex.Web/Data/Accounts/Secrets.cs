using System.Security.Cryptography;
using Flex.Domain.Accounts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>What an account keeps to prove who somebody is, made by chance: the secret of an app and recovery codes.</summary>
internal static class Secrets
{
    /// <summary>Recovery codes of one set.</summary>
    public const int RecoveryCodes = 10;

    public static byte[] NewFactor() => RandomNumberGenerator.GetBytes(OneTimeCode.SecretBytes);

    public static byte[] Close(KeyRing keys, Guid account, byte[] factor) => keys.Close(SealUse.Accounts, factor, account);

    public static byte[] Open(KeyRing keys, Account account) => keys.Open(SealUse.Accounts, account.Factor ?? throw new InvalidOperationException("An account without an app was asked for its code."), account.Id);

    /// <summary>A set of recovery codes, as they are shown once: fifty bits each.</summary>
    public static IReadOnlyList<string> NewCodes() =>
        [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(7))[..10]).Select(c => $"{c[..5]}-{c[5..]}")];

    /// <summary>How a recovery code is kept; capitals, spaces and the dash do not matter.</summary>
    public static byte[] CodeHash(KeyRing keys, Guid account, string typed) =>
        keys.LookUp("herstelcode", $"{account} {new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])}");

    /// <summary>Stores a new set in the place of the old one.</summary>
    public static void Store(Work work, Guid account, IReadOnlyList<string> codes)
    {
        work.Add("update account_recovery set gone_at = $2 where account_id = $1 and gone_at is null", account, work.Clock.Now);
        work.Add("insert into account_recovery (account_id, code, entry_id) select $1, c, $3 from unnest($2::bytea[]) c",
            account, codes.Select(c => CodeHash(work.Keys, account, c)).ToArray(), work.EntryId);
    }
}
