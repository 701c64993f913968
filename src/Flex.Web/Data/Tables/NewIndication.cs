using Flex.Domain.CareHours;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>An indication, with what the mother wished, that is about to be written; its id is the act.</summary>
internal sealed record NewIndication(Guid Id, Guid Dossier, SaidIndication Said)
{
    /// <param name="entry">The journal line of this one, where one unit of work has more; null for its first.</param>
    public void Add(Work work, Guid? entry = null)
    {
        work.Add(
            "insert into indication (id, dossier_id, kind, quarters, from_day, until_day, method, by_whom, moment, note, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            Id, Dossier, Said.Kind, Said.Hours.Count, Said.From, Work.Optional(Said.Until, NpgsqlDbType.Date), Said.Method, Said.By, Said.Moment, Work.Optional(Said.Note, NpgsqlDbType.Text),
            work.Clock.Today, work.Actor.Name, entry ?? work.EntryId);
        if (Said.Wish is { } wish)
        {
            work.Add("insert into hours_wish (id, dossier_id, if_paying, now_wanted, reason, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                Id, Dossier, Work.Optional(wish.IfPaying?.Count, NpgsqlDbType.Integer), Work.Optional(wish.Now?.Count, NpgsqlDbType.Integer), Work.Optional(wish.Reason, NpgsqlDbType.Text),
                work.Clock.Today, work.Actor.Name, entry ?? work.EntryId);
        }
    }
}
