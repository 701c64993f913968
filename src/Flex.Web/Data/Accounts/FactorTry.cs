using Flex.Domain.Accounts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>Tries the second factor of somebody whose password was right, and opens the session: the code of an app or a recovery code, each once.</summary>
internal static class FactorTry
{
    private const string Purpose = "inloggen";

    /// <summary>The session when it was right; without an account it must begin with the password again.</summary>
    /// <param name="beside">What else is saved with the session.</param>
    public static async Task<(Tried Tried, OpenSession? Session)> Run(FlexDb db, HalfWay half, string typed, string origin, KnownDevice? device, Action<Work> beside, CancellationToken stop)
    {
        SignInLimit limit;
        Account? account;
        await using (var work = await db.Begin(Actor.System(Purpose), Purpose, stop))
        {
            account = await Account.ById(work, half.Account, stop);
            if (account is null || account.Stamp != half.Stamp)
            {
                return default;
            }

            limit = new(work.Keys, "code " + account.Id, new(origin, device?.For(account)), await PasswordTry.Knows(work, account, origin, stop));
            if (await limit.Claim(work, stop) is { } again)
            {
                return (new(account, again), null);
            }

            await work.Save();
        }

        if (await Open(db, account, typed, origin, Beside, stop) is { } session)
        {
            return (new(account, null), session);
        }

        await PasswordTry.Refused(db, account);
        return (new(account, null), null);

        void Beside(Work work)
        {
            limit.Forget(work);
            new SignInLimit(work.Keys, PasswordTry.What(account.Mail), new(origin, device?.For(account)), knownOrigin: false).Forget(work);
            beside(work);
        }
    }

    // Used up in the transaction that opens the session: of two that send the same code at the same moment one gets in.
    private static async Task<OpenSession?> Open(FlexDb db, Account account, string typed, string origin, Action<Work> beside, CancellationToken stop)
    {
        await using var work = await db.Begin(account.Actor, Purpose, stop);
        work.Journal(Act.SignedIn, objects: [account.Id]);
        var digits = new string([.. typed.Where(c => !char.IsWhiteSpace(c))]);
        if (digits.Length == 6 && OneTimeCode.Match(Secrets.Open(work.Keys, account), digits, work.Clock.Now, account.FactorStep) is { } step)
        {
            work.Add("update account set factor_step = $2 where id = $1 and stamp = $3 and factor_step < $2 returning true", account.Id, step, account.Stamp);
        }
        else
        {
            work.Add("update account_recovery set gone_at = $3 where account_id = $1 and code = $2 and gone_at is null returning true", account.Id, Secrets.CodeHash(work.Keys, account.Id, typed), work.Clock.Now);
        }

        if (!await UsedUp(work, stop))
        {
            return null;
        }

        var session = OpenSession.Begin(work, account, origin);
        beside(work);
        await work.Save();
        return session;
    }

    // Identity and journal line come before the answer of the update.
    private static async Task<bool> UsedUp(Work work, CancellationToken stop)
    {
        await using var row = await work.Read(stop);
        while (!await row.ReadAsync(stop) || row.GetValue(0) is not bool)
        {
            if (!await row.NextResultAsync(stop))
            {
                return false;
            }
        }

        return true;
    }
}
