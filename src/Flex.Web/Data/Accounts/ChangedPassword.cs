using System.Security.Cryptography;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;

namespace Flex.Web.Data.Accounts;

/// <summary>Gives an account another password: every session ends, also one that is half way, no device is known any more, and a new one begins for who changed it.</summary>
internal static class ChangedPassword
{
    private const string Change = """
        update account set password = $2, stamp = $3, factor_step = $4, entry_id = $5 where id = $1 and stamp = $6 and factor_step < $4 returning true
        """;

    /// <summary>The new session; null when the code was used, or the account changed, in the meantime.</summary>
    /// <param name="fresh">Proof of the second factor, used up in the statement that changes the password.</param>
    public static async Task<OpenSession?> Save(FlexDb db, FreshFactor fresh, string password, string origin, CancellationToken stop)
    {
        var (was, stamp) = (fresh.Account, new Guid(RandomNumberGenerator.GetBytes(16)));
        await using var work = await db.Begin(was.Actor, "wachtwoord veranderen", stop);
        work.Journal(Act.PasswordChanged, objects: [was.Id]);
        work.Add(Change, was.Id, Passwords.Hash(password), stamp, fresh.Step, work.EntryId, was.Stamp);
        if (!await Invitation.Is(work, stop))
        {
            return null;
        }

        work.Add("update sign_in set ended_at = $2 where account_id = $1 and ended_at is null", was.Id, work.Clock.Now);
        var session = OpenSession.Begin(work, was with { Stamp = stamp }, origin);
        OwnerMail.Tell(work, was, "Uw wachtwoord is veranderd", "Het wachtwoord van uw account is veranderd. Overal waar u was ingelogd is uitgelogd.");
        await work.Save();
        return session;
    }
}
