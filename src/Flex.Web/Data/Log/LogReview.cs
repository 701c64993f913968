using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Log;

/// <summary>Proof that somebody looked through a period of the log, and what was found.</summary>
public sealed record LogReview(DateOnly From, DateOnly Until, string Found, string By, DateTimeOffset At)
{
    internal const string Newest = "select from_day, until_day, found, reviewed_by_name, reviewed_at from log_review order by reviewed_at desc, id desc limit 12";

    internal static LogReview Read(NpgsqlDataReader row) => new(row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4));

    /// <summary>Keeps that this person reviewed a period; sent twice, it is kept once.</summary>
    internal static async Task Keep(FlexDb db, Actor actor, Guid act, LogPeriod period, string found)
    {
        await using var work = await db.Begin(actor, "toezicht: periode beoordeeld");
        work.Journal(Act.LogReviewed, effective: period.From);
        work.Add("insert into log_review (id, act_id, from_day, until_day, found, reviewed_by, reviewed_by_name, reviewed_at, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            work.Clock.NewId(), act, period.From, period.Until, found, actor.Id, actor.Name, work.Clock.Now, work.EntryId);
        try
        {
            await work.Save();
        }
        catch (PostgresException twice) when (Refusals.Of(twice) == Refusal.AlreadyCounted)
        {
            return;
        }
    }
}
