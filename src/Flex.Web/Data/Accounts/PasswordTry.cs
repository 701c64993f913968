using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>What became of a try to sign in: somebody, nobody, or later.</summary>
/// <param name="Again">When can be tried again; null when the try was looked at.</param>
internal readonly record struct Tried(Account? Account, DateTimeOffset? Again);

/// <summary>Tries a password. Nothing in the answer, nor how long it takes, tells whether the account is there.</summary>
internal static class PasswordTry
{
    private const string Purpose = "inloggen";

    public static async Task<Tried> Run(FlexDb db, string mail, string password, string origin, KnownDevice? device, CancellationToken stop)
    {
        Account? account;
        await using (var work = await db.Begin(Actor.System(Purpose), Purpose, stop))
        {
            account = await Account.ByMail(work, mail, stop);
            var caller = new Caller(origin, device?.For(account));
            if (await new SignInLimit(work.Keys, What(mail), caller, await Knows(work, account, origin, stop)).Claim(work, stop) is { } again)
            {
                return new(null, again);
            }

            // Counted before it is looked at: who tries a thousand at once has tried a thousand times.
            await work.Save();
        }

        if (Passwords.Match(account, password))
        {
            return new(account, null);
        }

        await Refused(db, account);
        return default;
    }

    /// <summary>What is counted for passwords of one address.</summary>
    public static string What(string mail) => "wachtwoord " + mail;

    /// <summary>Whether somebody signed in to this account from this place before.</summary>
    public static async Task<bool> Knows(Work work, Account? account, string origin, CancellationToken stop)
    {
        work.Add("select exists (select from sign_in where account_id = $1 and origin = $2)", account?.Id ?? Guid.Empty, OpenSession.OriginHash(work.Keys, origin));
        await using var row = await work.Read(stop);
        return await row.ReadAsync(stop) && row.GetBoolean(0);
    }

    /// <summary>Writes down that somebody was not let in, at which account.</summary>
    public static async Task Refused(FlexDb db, Account? account)
    {
        await using var work = await db.Begin(Actor.System(Purpose), Purpose);
        work.Journal(Act.SignInRefused, objects: account is null ? null : [account.Id]);
        await work.Save();
    }
}
