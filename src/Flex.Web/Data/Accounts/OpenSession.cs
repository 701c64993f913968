using System.Security.Cryptography;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>A session that begins: what the cookie holds, of which the database keeps a keyed hash. Always a new one: who had a session before signing in has another after it.</summary>
internal sealed record OpenSession(string Key, Account Account)
{
    /// <summary>Hours after which a session ends, used or not.</summary>
    public const int LongestHours = 12;

    /// <param name="anew">Whether this person signed in anew elsewhere because this site asked for it (<see cref="FreshSignIn"/>).</param>
    public static OpenSession Begin(Work work, Account account, string origin, bool anew = false)
    {
        var session = new OpenSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), account);
        work.Add("insert into sign_in (id, account_id, stamp, origin, began_at, seen_at, entry_id, proved_at) values ($1, $2, $3, $4, $5, $5, $6, $7)",
            Hash(work.Keys, session.Key), account.Id, account.Stamp, OriginHash(work.Keys, origin), work.Clock.Now, work.EntryId,
            Work.Optional(anew ? work.Clock.Now : null, NpgsqlTypes.NpgsqlDbType.TimestampTz));
        return session;
    }

    /// <summary>Ends one session.</summary>
    public static void End(Work work, string key) => work.Add("update sign_in set ended_at = $2 where id = $1 and ended_at is null", Hash(work.Keys, key), work.Clock.Now);

    /// <summary>Ends every session of an account, and no device is known any more.</summary>
    public static void EndAll(Work work, Guid account)
    {
        work.Add("update account set stamp = $2, entry_id = $3 where id = $1", account, new Guid(RandomNumberGenerator.GetBytes(16)), work.EntryId);
        work.Add("update sign_in set ended_at = $2 where account_id = $1 and ended_at is null", account, work.Clock.Now);
    }

    public static byte[] Hash(KeyRing keys, string key) => keys.LookUp("sessie", key);

    public static byte[] OriginHash(KeyRing keys, string origin) => keys.LookUp("netwerk", origin);
}
