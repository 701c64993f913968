using Flex.Domain.Plans;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>What was said of a plan with the family, about to be written; its id is the act.</summary>
internal sealed record NewReview(Guid Id, Guid Dossier, int Pillar, SaidReview Said)
{
    public void Add(Work work) => work.Add(
        "insert into plan_review (id, dossier_id, pillar, kind, held_on, how, next_on, reason, handed_to, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        Id, Dossier, Pillar, Said.Kind, Said.On, Said.How, Work.Optional(Said.NextOn, NpgsqlDbType.Date), Work.Optional(Said.Reason, NpgsqlDbType.Text), Work.Optional(Said.HandedTo, NpgsqlDbType.Text),
        work.Clock.Today, work.Actor.Name, work.EntryId);
}
