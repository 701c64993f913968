using Flex.Domain.Plans;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>Hours that are about to be reserved or given back; its id is the act. The database refuses to give back more than is left.</summary>
internal sealed record NewBooking(Guid Id, Guid Dossier, int Pillar, SaidBooking Said)
{
    public void Add(Work work) => work.Add(
        "insert into hours_booking (id, dossier_id, pillar, kind, quarters, because, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Id, Dossier, Pillar, Said.Kind, Said.Hours.Count, Work.Optional(Said.Because, NpgsqlDbType.Text), work.Clock.Today, work.Actor.Name, work.EntryId);
}
