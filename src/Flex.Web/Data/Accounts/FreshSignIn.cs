using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>
/// That somebody who comes in through the own organisation only signed in there anew, just now, because this site asked for it (prompt=login, max_age=0, and auth_time
/// looked at): what a code of the app is for who has an account here. It counts once, for a short while.
/// </summary>
internal static class FreshSignIn
{
    /// <summary>For how long it counts; long enough to say who and why. Assumption.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Whether the session of this browser began so, not long ago, and was not used for it yet.</summary>
    public static async Task<bool> Is(FlexDb db, Actor actor, string key, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "opnieuw bewijzen", stop);
        work.Add("select true from sign_in where id = $1 and ended_at is null and proved_at > $2", OpenSession.Hash(work.Keys, key), work.Clock.Now - Lasts);
        return await Invitation.Is(work, stop);
    }

    /// <summary>Uses it up in the act that it is for; answers true as the last of what is sent when nobody used it in the meantime.</summary>
    public static Action<Work> UseUp(string key) => work =>
        work.Add("update sign_in set proved_at = null where id = $1 and ended_at is null and proved_at > $2 returning true", OpenSession.Hash(work.Keys, key), work.Clock.Now - Lasts);
}
