using System.Security.Cryptography;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Data.Accounts;

/// <summary>Somebody may make an account, once, with a link that only the mail holds. For who has one already it makes that account anew.</summary>
internal sealed record Invitation(Guid Id, string Organisation, string Role, string Name, string Mail)
{
    /// <summary>Days that a link can be used.</summary>
    public const int DaysValid = 7;

    private const string Open = "select id, organisation, role, name, mail from account_invitation where token = $1 and used_at is null and expires_at > $2";

    private const string Insert = """
        insert into account_invitation (id, token, organisation, role, name, mail, sent_at, expires_at, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning true
        """;

    private const string Elsewhere = "select exists (select from account where mail = $1 and organisation <> $2)";

    /// <summary>Invites; answers the path of the link, or null when the address has an account at another organisation. Sent twice it counts once.</summary>
    public static async Task<string?> Make(FlexDb db, Actor actor, Invitation invited, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "accounts beheren", stop);
        work.Journal(Act.AccountInvited);
        work.As(Actor.System("uitnodiging")).Add(Elsewhere, invited.Mail, invited.Organisation);
        if (await Is(work, stop))
        {
            return null;
        }

        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        work.As(actor).Add(Insert, invited.Id, Hash(work.Keys, token), invited.Organisation, invited.Role, invited.Name, invited.Mail, work.Clock.Now, work.Clock.Now.AddDays(DaysValid), work.EntryId);
        if (await Is(work, stop))
        {
            Outbox.Queue(work, Audience.Proof, MailOf(invited.Mail, PathOf(token)));
            await work.Save();
        }

        return PathOf(token);
    }

    /// <summary>The invitation of a link; null when it was used, is too old or was never given.</summary>
    public static async Task<Invitation?> Find(FlexDb db, string token, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("uitnodiging"), "uitnodiging", stop);
        work.Add(Open, Hash(work.Keys, token), work.Clock.Now);
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)) : null;
    }

    /// <summary>Whether the last statement of what is sent answers that it is so.</summary>
    internal static async Task<bool> Is(Work work, CancellationToken stop)
    {
        var last = false;
        await using var row = await work.Read(stop);
        do
        {
            last = await row.ReadAsync(stop) && row.GetValue(0) is true;
        }
        while (await row.NextResultAsync(stop));
        return last;
    }

    private static byte[] Hash(KeyRing keys, string token) => keys.LookUp("uitnodiging", token);

    private static string PathOf(string token) => "/uitnodiging/" + token;

    // Not who it is for, not which organisation: a mail is read by whoever reads the mailbox.
    private static Message MailOf(string mail, string path) => new(mail, "Uw uitnodiging", $"""
        U kunt een account maken voor Geboortezorg Flex. Open daarvoor de link hieronder.
        De link werkt één keer en is {DaysValid} dagen geldig. U hebt een app voor inlogcodes nodig, bijvoorbeeld op uw telefoon.
        Verwacht u dit niet? Dan hoeft u niets te doen.
        """, path);
}
