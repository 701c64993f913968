using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Log;

/// <summary>Lines of one organisation on one day that the family's page does not show for a time, because they could tell of a step of the Meldcode.</summary>
public sealed record Withholding(Guid Id, int? Number, string Organisation, DateOnly Day, DateOnly Until, string Reason, string AskedBy, string AskedByName, DateTimeOffset AskedAt)
{
    private const string Waiting = "select id, log_number(dossier_id), organisation, day, until_day, reason, asked_by, asked_by_name, asked_at from log_withholding where state = 'wacht' order by asked_at, id limit 50";

    private const string Insert = """
        insert into log_withholding (id, act_id, dossier_id, organisation, day, until_day, reason, asked_by, asked_by_name, asked_at, hidden_until, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    // The second one is somebody else: a constraint of the table says so again.
    private const string Judged = """
        update log_withholding set state = $2, judged_by = $3, judged_because = $4, judged_at = $5,
            hidden_until = case when $2 = 'goedgekeurd' then (until_day + 1)::timestamp at time zone 'Europe/Amsterdam' else $5 end
        where id = $1 and state = 'wacht'
        """;

    /// <summary>Asks, in a unit of work that opened the dossier; hidden from now on, for a few days until somebody judged.</summary>
    internal static void Ask(Work work, (Guid Dossier, Guid Act) of, DateOnly day, DateOnly until, string reason)
    {
        work.Journal(Act.WithholdAsked, dossier: of.Dossier);
        work.Add(Insert, work.Clock.NewId(), of.Act, of.Dossier, work.Actor.Organisation, day, until, reason, work.Actor.Id, work.Actor.Name, work.Clock.Now, work.Clock.Now.AddDays(LogRules.UnjudgedDays), work.EntryId);
    }

    /// <summary>The requests that nobody judged yet, the oldest first.</summary>
    internal static async Task<IReadOnlyList<Withholding>> Read(FlexDb db, Actor actor, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "verzoeken om regels niet te tonen", stop);
        work.Add(Waiting);
        var found = new List<Withholding>();
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            while (await row.ReadAsync(stop))
            {
                found.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<DateOnly>(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetFieldValue<DateTimeOffset>(8)));
            }
        }

        work.Journal(Act.LogRead);
        await work.Save();
        return found;
    }

    /// <summary>Judges a request that waits; when it was judged before, nothing is done and nothing written.</summary>
    internal static async Task Judge(FlexDb db, Actor actor, Guid id, bool approves, string because)
    {
        await using var work = await db.Begin(actor, approves ? "niet tonen goedgekeurd" : "niet tonen afgewezen");
        work.Add("select dossier_id from log_withholding where id = $1 and state = 'wacht' for update", id);
        Guid dossier;
        await using (var row = await work.Read())
        {
            await row.NextResultAsync();
            if (!await row.ReadAsync())
            {
                return;
            }

            dossier = row.GetGuid(0);
        }

        work.Journal(Act.WithholdJudged, dossier: dossier);
        work.Add(Judged, id, approves ? "goedgekeurd" : "afgewezen", actor.Id, because, work.Clock.Now);
        await work.Save();
    }
}
