using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>What somebody sees of the own account: where it is signed in, and how many recovery codes are left.</summary>
internal sealed record OwnAccount(IReadOnlyList<SessionLine> Sessions, int CodesLeft)
{
    private const string Open = "select began_at, seen_at from sign_in s join account a on a.id = s.account_id and a.stamp = s.stamp where s.account_id = $1 and ended_at is null and seen_at > $2 order by seen_at desc limit 20";

    /// <summary>The account itself; null when it was closed.</summary>
    public static async Task<Account?> Of(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "eigen account", stop);
        return await Account.ById(work, id, stop);
    }

    public static async Task<OwnAccount> Look(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "eigen account", stop);
        work.Add("select count(*)::int from account_recovery where account_id = $1 and gone_at is null", id).Add(Open, id, work.Clock.Now.AddHours(-OpenSession.LongestHours));
        var sessions = new List<SessionLine>();
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        await row.ReadAsync(stop);
        var left = row.GetInt32(0);
        await row.NextResultAsync(stop);
        while (await row.ReadAsync(stop))
        {
            sessions.Add(new(row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<DateTimeOffset>(1)));
        }

        return new(sessions, left);
    }
}

/// <summary>A session that goes on: since when, and when it was used last.</summary>
public sealed record SessionLine(DateTimeOffset Began, DateTimeOffset Seen);
