using Flex.Domain.Accounts;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>Asks who is signed in for a code of the app once more, before what is not done every day. A code counts once, and guessing is as slow here as at the door.</summary>
internal sealed record FreshFactor(Account Account, long Step)
{
    private const string Purpose = "opnieuw bewijzen";

    /// <summary>Looks at a code without using it up. Null: it is not right, or it was tried too often.</summary>
    public static async Task<FreshFactor?> Look(FlexDb db, Guid id, string typed, string origin, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System(Purpose), Purpose, stop);
        if (await Account.ById(work, id, stop) is not { } account
            || await new SignInLimit(work.Keys, "code " + id, new(origin, null), await PasswordTry.Knows(work, account, origin, stop)).Claim(work, stop) is not null)
        {
            return null;
        }

        // Counted before it is looked at.
        await work.Save();
        var digits = new string([.. typed.Where(c => !char.IsWhiteSpace(c))]);
        if (account.Factor is not null && digits.Length == 6 && OneTimeCode.Match(Secrets.Open(work.Keys, account), digits, work.Clock.Now, account.FactorStep) is { } step)
        {
            return new(account, step);
        }

        await PasswordTry.Refused(db, account);
        return null;
    }

    /// <summary>Uses it up in the act that it is for; answers true as the last of what is sent when nobody used it in the meantime.</summary>
    public void UseUp(Work work) => work.Add("update account set factor_step = $2 where id = $1 and stamp = $3 and factor_step < $2 returning true", Account.Id, Step, Account.Stamp);
}
