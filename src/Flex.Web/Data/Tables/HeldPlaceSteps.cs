using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>What happens to a place that a family holds. Each statement answers a row when it did something; none: somebody was first, or the time is over.</summary>
internal static class HeldPlaceSteps
{
    // A place whose day is over is not confirmed or taken any more, also when nobody has let it lapse yet; one in use has no such day.
    private const string InTime = "dossier_id = $1 and pillar = $2 and (until is null or until >= $3";

    /// <summary>A reserved place becomes surely taken.</summary>
    public static void Confirm(Work work, Guid dossier, int pillar) => work.Add(
        $"update held_place set state = 'bevestigd', confirmed_on = $3, until = null, entry_id = $4 where {InTime} or place_in_use($1, $2)) and state = 'gereserveerd' returning id", dossier, pillar, work.Clock.Today, work.EntryId);

    /// <summary>An offered place becomes surely taken: the family said yes.</summary>
    public static void Accept(Work work, Guid dossier, int pillar) => work.Add(
        $"update held_place set state = 'bevestigd', confirmed_on = $3, until = null, entry_id = $4 where {InTime}) and state = 'aangeboden' returning id", dossier, pillar, work.Clock.Today, work.EntryId);

    /// <summary>An offered place is not wanted.</summary>
    public static void Decline(Work work, Guid dossier, int pillar, string because) => work.Add(
        "update held_place set state = 'geweigerd', ended_on = $3, ended_because = $4, entry_id = $5 where dossier_id = $1 and pillar = $2 and state = 'aangeboden' returning id", dossier, pillar, work.Clock.Today, because, work.EntryId);

    /// <summary>Nobody has to find this family another place in the pillar.</summary>
    public static void Finish(Work work, Guid dossier, int pillar) => work.Add(
        """
        update held_place set done_on = $3, entry_id = $4
        where id = (select id from held_place where dossier_id = $1 and pillar = $2 order by held_on desc, id desc limit 1) and ended_on is not null and done_on is null returning id
        """,
        dossier, pillar, work.Clock.Today, work.EntryId);

    /// <summary>The place is given back; after care was given only what is left of the planned hours returns, and the pillar is done.</summary>
    public static void Release(Work work, Guid dossier, int pillar, string because, string? askedBy = null) => work.Add(
        """
        update held_place h set ended_on = $3, ended_because = $4, entry_id = $5, asked_by = $6,
            state = case when used_quarters(h.dossier_id, h.pillar) > 0 then 'deels-teruggegeven' else 'vrijgegeven' end,
            done_on = case when used_quarters(h.dossier_id, h.pillar) > 0 then $3::date end,
            returned_quarters = case when used_quarters(h.dossier_id, h.pillar) > 0
                then greatest((select p.average_quarters from place p where p.programme = h.programme and p.pillar = h.pillar) - used_quarters(h.dossier_id, h.pillar), 0) end
        where dossier_id = $1 and pillar = $2 and state in ('gereserveerd', 'bevestigd', 'aangeboden') returning id
        """,
        dossier, pillar, work.Clock.Today, Work.Optional(because, NpgsqlDbType.Text), work.EntryId, Work.Optional(askedBy, NpgsqlDbType.Text));
}
