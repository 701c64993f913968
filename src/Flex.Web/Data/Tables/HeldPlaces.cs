using Flex.Domain.Places;
using Flex.Domain.Programmes;
using Flex.Web.Data.Bulk;

namespace Flex.Web.Data.Tables;

/// <summary>A place that a family is about to hold; the database refuses one too many.</summary>
internal sealed record HeldPlace(Guid Id, Guid EntryId, Guid Dossier, int Pillar, PlaceState State, DateOnly HeldOn, DateOnly? Until)
{
    /// <summary>A place kept for an admitted family, as long as the programme says.</summary>
    public static HeldPlace Reserve(NewDecision admitted, WorkRules rules) => new(
        admitted.Id, admitted.EntryId, admitted.Key.Dossier, admitted.Facts.Pillar, PlaceState.Reserved, admitted.DecidedOn,
        rules.ReservationDays is { } days ? admitted.DecidedOn.AddDays(days) : null);

    /// <summary>A place for a family in hand: offered, or reserved again; as long as the programme says.</summary>
    public static HeldPlace For(DossierInHand hand, int pillar, PlaceState state, int? days) => new(
        hand.Work.Clock.NewId(), hand.Work.EntryId, hand.Key.Dossier, pillar, state, hand.Work.Clock.Today, days is { } known ? hand.Work.Clock.Today.AddDays(known) : null);

    /// <summary>A place that was taken long ago, as a file says.</summary>
    public static HeldPlace Confirmed(NewDecision admitted) =>
        new(admitted.Id, admitted.EntryId, admitted.Key.Dossier, admitted.Facts.Pillar, PlaceState.Confirmed, admitted.DecidedOn, null);

    /// <summary>Writes them; last in a transaction but for the work, because everybody claims the rows that count them. A reserved place that is in use already has no last day.</summary>
    public static void Add(Work work, string programme, IReadOnlyList<HeldPlace> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        work.Add(
            """
            insert into held_place (id, programme, pillar, dossier_id, state, held_on, until, confirmed_on, entry_id)
            select i, $7, p, d, s, h, case when s <> 'gereserveerd' or not place_in_use(d, p) then u end, case when s = 'bevestigd' then h end, e from unnest($1, $2, $3, $4, $5, $6, $8) t(i, d, p, s, h, u, e)
            """,
            Column.Uuid(rows, r => r.Id), Column.Uuid(rows, r => r.Dossier), Column.Int(rows, r => r.Pillar), Column.Text(rows, r => PlaceStates.CodeOf(r.State)),
            Column.Day(rows, r => r.HeldOn), Column.Day(rows, r => r.Until), programme, Column.Uuid(rows, r => r.EntryId));
    }
}
