using System.Collections.Concurrent;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>
/// Whether a session goes on: it did not end, was used not long ago, and the account is as it was. Asked of the database at most every few seconds
/// per session, beside the statements of a page. What ends in this process is out at once; what ended in another one within <see cref="Trusted"/>.
/// </summary>
internal sealed class LiveSessions(FlexDb db, SiteOptions site)
{
    /// <summary>For how long an answer is believed.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private const int MostRemembered = 1_000;

    private const string See = """
        update sign_in s set seen_at = $2 from account a
        where s.id = $1 and s.ended_at is null and s.seen_at > $3 and s.began_at > $4 and a.id = s.account_id and a.active and a.stamp = s.stamp returning true
        """;

    private readonly ConcurrentDictionary<string, DateTimeOffset> asked = new(StringComparer.Ordinal);

    public async Task<bool> GoesOn(string key, CancellationToken stop)
    {
        var now = db.Clock.Now;
        if (asked.TryGetValue(key, out var at) && now - at < Trusted)
        {
            return true;
        }

        await using var work = await db.Begin(Actor.System("sessie"), "sessie", stop);
        work.Add(See, OpenSession.Hash(work.Keys, key), now, now - site.Idle, now.AddHours(-OpenSession.LongestHours));
        bool goesOn;
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            goesOn = await row.ReadAsync(stop);
        }

        await work.Save();
        Remember(key, goesOn ? now : null);
        return goesOn;
    }

    /// <summary>Asks of every session anew: one or more ended.</summary>
    public void AskAgain() => asked.Clear();

    private void Remember(string key, DateTimeOffset? at)
    {
        if (asked.Count > MostRemembered)
        {
            asked.Clear();
        }

        if (at is { } seen)
        {
            asked[key] = seen;
        }
        else
        {
            asked.TryRemove(key, out _);
        }
    }
}
