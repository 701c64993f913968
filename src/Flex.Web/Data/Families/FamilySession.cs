using System.Security.Cryptography;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Families;

/// <summary>A visit of somebody of a family: one per invitation, short, and of one dossier. Never a professional's session, and none becomes one.</summary>
internal static class FamilySession
{
    /// <summary>After so long without a request it ends. No source gives a number; shorter than a professional's, for a telephone that is shared.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>After so long it ends, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly Actor Keeper = Actor.System("gezin");

    private const string See = """
        update family_session s set seen_at = $2 from family_invitation i
        where s.id = $1 and i.id = s.invitation_id and s.ended_at is null and i.ended_at is null and s.seen_at > $3 and s.began_at > $4 returning true
        """;

    /// <summary>Begins one in the act that lets somebody in; answers what the cookie holds.</summary>
    public static string Begin(Work work, Guid invitation)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        work.As(Keeper).Add("insert into family_session (id, invitation_id, began_at, seen_at, entry_id) values ($1, $2, $3, $3, $4)", Hash(work.Keys, key), invitation, work.Clock.Now, work.EntryId).As(work.Actor);
        return key;
    }

    /// <summary>Whether it goes on; asked of the database with every request.</summary>
    public static async Task<bool> GoesOn(FlexDb db, string key, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, "gezin", stop);
        work.Add(See, Hash(work.Keys, key), work.Clock.Now, work.Clock.Now - Idle, work.Clock.Now - Longest);
        var goesOn = await Accounts.Invitation.Is(work, stop);
        await work.Save();
        return goesOn;
    }

    /// <summary>Goes on under another key, for who signed in; true as the last of what is sent when it still went on.</summary>
    public static string Raise(Work work, string key)
    {
        var next = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        work.As(Keeper).Add("update family_session set id = $2, level = 'hoog', entry_id = $3 where id = $1 and ended_at is null returning true", Hash(work.Keys, key), Hash(work.Keys, next), work.EntryId);
        return next;
    }

    /// <summary>Ends it in this unit of work.</summary>
    public static void End(Work work, string key) =>
        work.As(Keeper).Add("update family_session set ended_at = $2 where id = $1 and ended_at is null", Hash(work.Keys, key), work.Clock.Now).As(work.Actor);

    private static byte[] Hash(KeyRing keys, string key) => keys.LookUp("gezin sessie", key);
}
