using Flex.Domain.Plans;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>A goal of the family that is about to be written; its id is the act.</summary>
internal sealed record NewGoal(Guid Id, Guid Dossier, SaidGoal Said)
{
    public void Add(Work work) => work.Add(
        "insert into plan_goal (id, dossier_id, kind, words, actions, waits_for, from_whom, since, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        Id, Dossier, Said.Kind, Said.Words, Said.Actions.ToArray(), Work.Optional(Said.WaitsFor, NpgsqlDbType.Text), Work.Optional(Said.From, NpgsqlDbType.Text), Work.Optional(Said.Since, NpgsqlDbType.Date),
        work.Clock.Today, work.Actor.Name, work.EntryId);
}
