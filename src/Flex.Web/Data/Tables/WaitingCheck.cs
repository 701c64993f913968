namespace Flex.Web.Data.Tables;

/// <summary>Somebody asked a family that waits for a place whether it still does; it does.</summary>
internal static class WaitingCheck
{
    public static void Add(DossierInHand hand, int pillar, Guid act) => hand.Work.Add(
        "insert into waiting_check (id, dossier_id, pillar, checked_on, checked_by, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7)",
        hand.Work.Clock.NewId(), hand.Key.Dossier, pillar, hand.Work.Clock.Today, hand.Work.Actor.Name, act, hand.Work.EntryId);
}
