using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Log;

/// <summary>A page of who looked into the data of one family and what was done with them, in order of time; similar events of one day are one line with the first time.</summary>
internal sealed record FamilyLog(DossierHead Head, IReadOnlyList<FamilyLogLine> Lines, HistoryKey? Next)
{
    internal const int PageSize = 200;

    // Lists and files name many families at once: those are found by another index, hence a part of their own.
    internal static readonly string Query = $"""
        with e as (
            select id, at, act, actor, role, organisation, outcome, context, version from journal.entry where dossier_id = $1 and {LogPeriod.Holds(2, 3)}
            union all
            select id, at, act, actor, role, organisation, outcome, context, version from journal.entry where objects @> array[$1] and dossier_id is distinct from $1 and {LogPeriod.Holds(2, 3)})
        select * from (
            select min(at) as at, (array_agg(id order by at, id))[1] as id, act, role, organisation, coalesce(outcome, 0) <> 0 as refused, count(*)::int, count(distinct actor)::int, (array_agg(context order by at, id))[1], (array_agg(version order by at, id))[1]
            from e where act not in ('{nameof(Act.WithholdAsked)}', '{nameof(Act.WithholdJudged)}')
                and not exists (select from log_withholding w where w.dossier_id = $1 and w.organisation = e.organisation and w.day = (e.at at time zone 'Europe/Amsterdam')::date and w.hidden_until > $4)
            group by act, role, organisation, coalesce(outcome, 0) <> 0, (at at time zone 'Europe/Amsterdam')::date, case when role = 'gezin' then actor end) g
        where (at, id) > ($5, $6) order by at, id limit {PageSize + 1}
        """;

    /// <summary>Reads a page with the family beside; null when this person does not reach it.</summary>
    public static async Task<FamilyLog?> Read(FlexDb db, Actor actor, Guid id, LogPeriod period, HistoryKey after, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "samen met het gezin: wie keek er in mijn gegevens", stop);
        object?[] values = [id, period.From, period.Until, work.Clock.Now, after.At, after.Id];
        if (await OpenDossier.Beside(work, (id, Act.FamilyLogRead), (Query, values), row => FamilyLogLine.Read(row, work.Keys), stop) is not var (head, _, lines))
        {
            return null;
        }

        var shown = lines.Take(PageSize).ToList();
        return new(head, shown, lines.Count > shown.Count ? new(shown[^1].At, shown[^1].Id) : null);
    }
}

/// <summary>What somebody of one organisation did in one role on one day.</summary>
/// <param name="People">How many different people; no names.</param>
/// <param name="Relations">By which relations it was given, the first time; null where that was not kept.</param>
internal sealed record FamilyLogLine(DateTimeOffset At, Guid Id, string Act, string Role, string Organisation, bool Refused, int Times, int People, IReadOnlyList<string>? Relations)
{
    /// <summary>Whether by what right it was given cannot be opened: what is stored of it was changed. The line itself is shown.</summary>
    public bool Unreadable { get; init; }

    /// <summary>Who of the family it was, by whom the link was for; null for everybody else, of whom the family reads organisation and role.</summary>
    public string? Relative { get; init; }

    internal static FamilyLogLine Read(NpgsqlDataReader row, KeyRing keys)
    {
        var context = EntryContext.TryOf(row, 8, keys, row.GetGuid(1), out var readable);
        return new(row.GetFieldValue<DateTimeOffset>(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), row.GetInt32(6), row.GetInt32(7), context?.Relations)
        {
            Unreadable = !readable,
            Relative = row.GetString(3) == Access.Roles.Gezin ? context?.Name.Split(',')[0] : null,
        };
    }
}
