using System.Security.Cryptography;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>Makes the account of somebody who was invited, in one transaction with the first session: none exists with a password and without an app.</summary>
internal static class NewAccount
{
    private const string Upsert = """
        insert into account (id, organisation, role, name, mail, password, factor, factor_step, stamp, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (mail) do update set role = excluded.role, name = excluded.name, password = excluded.password, factor = excluded.factor, factor_step = excluded.factor_step,
            stamp = excluded.stamp, active = true, entry_id = excluded.entry_id
        where account.organisation = excluded.organisation and account.id = excluded.id
        """;

    /// <summary>The session with its recovery codes, to be shown once; null when the invitation was used in the meantime.</summary>
    /// <param name="step">The half minute of the code that was typed; it does not count again.</param>
    public static async Task<(OpenSession Session, IReadOnlyList<string> Codes)?> Make(FlexDb db, Invitation invited, string password, byte[] factor, long step, string origin, CancellationToken stop)
    {
        var (id, renewed) = await IdOf(db, invited.Mail, stop);
        var account = new Account(id, invited.Organisation, invited.Role, invited.Name, invited.Mail, Passwords.Hash(password), Secrets.Close(db.Keys, id, factor), step, new(RandomNumberGenerator.GetBytes(16)));
        await using var work = await db.Begin(account.Actor, "account maken", stop);
        work.Journal(renewed ? Act.AccountRenewed : Act.AccountMade, objects: [id]);
        work.As(Actor.System("uitnodiging")).Add("update account_invitation set used_at = $2 where id = $1 and used_at is null returning true", invited.Id, work.Clock.Now);
        if (!await Invitation.Is(work, stop))
        {
            return null;
        }

        work.Add(Upsert, id, account.Organisation, account.Role, account.Name, account.Mail, account.Password, account.Factor, step, account.Stamp, work.EntryId);
        work.Add("update account_passkey set removed_at = $2, entry_id = $3 where account_id = $1 and removed_at is null", id, work.Clock.Now, work.EntryId);
        var codes = Secrets.NewCodes();
        Secrets.Store(work, id, codes);
        var session = OpenSession.Begin(work, account, origin);
        await work.Save();
        return (session, codes);
    }

    private static async Task<(Guid Id, bool Known)> IdOf(FlexDb db, string mail, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("uitnodiging"), "uitnodiging", stop);
        work.Add("select id from account where mail = $1", mail);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? (row.GetGuid(0), true) : (work.Clock.NewId(), false);
    }
}
