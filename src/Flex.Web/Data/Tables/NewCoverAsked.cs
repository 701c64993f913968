using Flex.Domain.CareHours;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>What was said of cover and bills, about to be written; its id is the act, and that of the policy that came with it.</summary>
/// <param name="Pillar">The pillar in which the programme takes the contribution over; null when it does in none.</param>
internal sealed record NewCoverAsked(Guid Id, Guid Dossier, SaidCover Said, int? Pillar)
{
    /// <param name="entry">The journal line of this one, where one unit of work has more; null for its first.</param>
    public void Add(Work work, Guid? entry = null)
    {
        work.Add("insert into cover_asked (id, dossier_id, covered, billed_by, paid, pillar, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Id, Dossier, Said.Covered, Said.BilledBy, Work.Optional(Said.Paid?.Value, NpgsqlDbType.Bigint), Work.Optional(Pillar, NpgsqlDbType.Integer), work.Clock.Today, work.Actor.Name, entry ?? work.EntryId);
        if (Said.Policy is { } policy)
        {
            work.Add("insert into cover (id, dossier_id, during, name, pays_contribution, at_most, late_quarters, late_days, said_on, said_by, entry_id) values ($1, $2, daterange($3, $4::date + 1), $5, $6, $7, $8, $9, $10, $11, $12)",
                Id, Dossier, policy.From, Work.Optional(policy.Until, NpgsqlDbType.Date), policy.Name, policy.PaysContribution, Work.Optional(policy.AtMost?.Value, NpgsqlDbType.Bigint),
                Work.Optional(policy.LateHours?.Count, NpgsqlDbType.Integer), Work.Optional(policy.LateDays, NpgsqlDbType.Integer), work.Clock.Today, work.Actor.Name, entry ?? work.EntryId);
        }
    }

    /// <summary>Writes down that who bills was told, or that what was paid came back; once.</summary>
    public static void Done(Work work, Guid id, string how, Guid? entry = null) => work.Add(
        "update cover_asked set done_on = $2, done_by = $3, done_how = $4, done_entry = $5 where id = $1 and done_on is null", id, work.Clock.Today, work.Actor.Name, how, entry ?? work.EntryId);
}

/// <summary>The sealed body of <see cref="Journal.Act.ContributionSettled"/>.</summary>
internal sealed record ContributionSettledBody(string BilledBy, long? Paid, string How);
