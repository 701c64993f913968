using Flex.Domain.Rights;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Erasing;

/// <summary>Writes a request to destroy and the decision about it, each with its line in the journal.</summary>
internal static class ErasureActs
{
    public static void Ask(DossierInHand hand, AskedErasure asked, Guid act)
    {
        var work = hand.Work;
        work.Journal(Act.ErasureAsked, hand.Key, asked, work.Clock.Today);
        work.Add(
            "insert into erasure_request (id, dossier_id, asked_on, asked_by, capacity, due_on, recorded_by, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            work.Clock.NewId(), hand.Record.Head.Id, asked.On, asked.By, asked.Capacity, asked.DueOn, work.Actor.Name, act, work.EntryId);
    }

    /// <summary>Of two who decide at once the first counts: the other finds it decided.</summary>
    public static void Decide(DossierInHand hand, Guid request, DecidedErasure decided, Guid act)
    {
        var work = hand.Work;
        work.Journal(Act.ErasureDecided, hand.Key, decided, work.Clock.Today);
        work.Add(
            """
            update erasure_request set state = $2, refused_ground = $3, because = $4, decided_on = $5, decided_by = $6, decider = $7, decision_act = $8, entry_id = $9
            where id = $1 and state = 'wacht'
            """,
            request, decided.Granted ? "toegewezen" : "geweigerd", Work.Optional(decided.Ground, NpgsqlDbType.Text), Work.Optional(decided.Because, NpgsqlDbType.Text),
            work.Clock.Today, work.Actor.Name, work.Actor.Id, act, work.EntryId);
    }
}
