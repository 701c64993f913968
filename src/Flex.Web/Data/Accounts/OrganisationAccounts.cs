using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Accounts;

/// <summary>An account of an organisation, or an invitation that waits, as its administrator sees it.</summary>
public sealed record AccountLine(Guid Id, string Name, string Mail, string Role, bool Active, DateTimeOffset? InvitedUntil);

/// <summary>The accounts of one organisation, for its own administrator.</summary>
internal static class OrganisationAccounts
{
    private const int PageSize = 50;

    private const string Lines = """
        select id, name, coalesce(mail, ''), role, active, null::timestamptz from account where organisation = $1 and id > $2
        union all
        select id, name, mail, role, true, expires_at from account_invitation where organisation = $1 and id > $2 and used_at is null and expires_at > $3
        order by 1 limit $4
        """;

    /// <summary>One page, oldest first; <paramref name="after"/> is the last id of the page before it.</summary>
    public static async Task<(IReadOnlyList<AccountLine> Lines, bool More)> Page(FlexDb db, Actor actor, Guid? after, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "accounts beheren", stop);
        work.Add(Lines, actor.Organisation, after ?? Guid.Empty, work.Clock.Now, PageSize + 1);
        var lines = new List<AccountLine>();
        await using var row = await work.Read(stop);
        await row.NextResultAsync(stop);
        while (await row.ReadAsync(stop))
        {
            lines.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5)));
        }

        return ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }

    /// <summary>Closes an account: its sessions end and nobody signs in with it, until it is invited again. False when there is none, or it is one's own.</summary>
    public static async Task<bool> Close(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        if (Account.IdOf(actor) == id)
        {
            return false;
        }

        await using var work = await db.Begin(actor, "accounts beheren", stop);
        work.Journal(Act.AccountClosed, objects: [id]);
        work.Add("update account set active = false, stamp = $3, entry_id = $4 where id = $1 and organisation = $2 and active returning true", id, actor.Organisation, work.Clock.NewId(), work.EntryId);
        if (!await Invitation.Is(work, stop))
        {
            return false;
        }

        await work.Save();
        return true;
    }
}
