using System.Security.Cryptography;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Opens a session for somebody whom a provider vouches for. The account is made at the first time, and follows what the provider says of name and role.</summary>
internal static class ProviderSignIn
{
    private const string Purpose = "inloggen";

    // Another role ends the sessions that began in the old one.
    private const string Upsert = """
        insert into account (id, organisation, role, name, stamp, provider, subject, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (subject) do update set role = excluded.role, name = excluded.name, stamp = excluded.stamp, entry_id = excluded.entry_id
        where account.id = excluded.id and account.active returning true
        """;

    /// <summary>The session; null when the account was closed here.</summary>
    /// <param name="beside">What else is saved with the session.</param>
    public static async Task<OpenSession?> Open(FlexDb db, IdentityProvider provider, ProviderPerson person, string origin, Action<Work> beside, CancellationToken stop)
    {
        // Of two first times at the same moment one makes the account, the other finds it.
        for (var again = true; ; again = false)
        {
            var subject = db.Keys.LookUp("aanbieder persoon", $"{provider.Issuer} {person.Organisation} {person.Subject}");
            var known = await Find(db, subject, stop);
            if (known is { Active: false })
            {
                await PasswordTry.Refused(db, known.Account);
                return null;
            }

            var session = await Write(db, provider, person, (subject, known?.Account), origin, beside, stop);
            if (session is not null || !again)
            {
                return session;
            }
        }
    }

    private static async Task<OpenSession?> Write(FlexDb db, IdentityProvider provider, ProviderPerson person, (byte[] Subject, Account? Known) who, string origin, Action<Work> beside, CancellationToken stop)
    {
        var stamp = who.Known is { } same && same.Role == person.Role ? same.Stamp : new(RandomNumberGenerator.GetBytes(16));
        var account = new Account(who.Known?.Id ?? db.Clock.NewId(), person.Organisation, person.Role, person.Name, "", null, null, 0, stamp) { Provider = provider.Code };
        await using var work = await db.Begin(account.Actor, Purpose, stop);
        work.Journal(Act.SignedIn, objects: [account.Id]);
        if (who.Known is null || stamp != who.Known.Stamp)
        {
            work.Journal(who.Known is null ? Act.AccountMade : Act.RoleChanged, objects: [account.Id], id: work.Clock.NewId());
        }

        work.As(Actor.System(Purpose)).Add(Upsert, account.Id, account.Organisation, account.Role, account.Name, account.Stamp, provider.Code, who.Subject, work.EntryId);
        if (!await Invitation.Is(work, stop))
        {
            return null;
        }

        var session = OpenSession.Begin(work, account, origin, person.Anew);
        beside(work);
        await work.Save();
        return session;
    }

    private static async Task<Found?> Find(FlexDb db, byte[] subject, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System(Purpose), Purpose, stop);
        work.Add("select id, organisation, role, name, stamp, active from account where subject = $1", subject);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? new(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), "", null, null, 0, row.GetGuid(4)), row.GetBoolean(5)) : null;
    }

    private sealed record Found(Account Account, bool Active);
}
