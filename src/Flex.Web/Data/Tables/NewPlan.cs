using System.Text.Json;
using Flex.Domain.Plans;
using Flex.Web.Data.Plans;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>A plan of hours that is about to be written; its id is the act.</summary>
internal sealed record NewPlan(Guid Id, Guid Dossier, int Pillar, HoursPlan Said)
{
    /// <summary>Writes it; one that waited for approval is withdrawn.</summary>
    public void Add(Work work)
    {
        work.Add("update plan_request set state = 'ingetrokken' where dossier_id = $1 and pillar = $2 and state = 'wacht'", Dossier, Pillar);
        work.Add("insert into care_plan (id, dossier_id, pillar, question, parts, quarters, because, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            Id, Dossier, Pillar, Said.Question, Work.Optional(JsonSerializer.Serialize(Said.Parts.Select(PartRow.Of), PlanFacts.Snake), NpgsqlDbType.Jsonb), Said.Total.Count,
            Work.Optional(Said.Because, NpgsqlDbType.Text), work.Clock.Today, work.Actor.Name, work.EntryId);
    }

    /// <summary>Asks somebody of another organisation to approve it.</summary>
    public void Ask(Work work, string programme, string summary, string paid) => work.Add(
        "insert into plan_request (id, dossier_id, programme, pillar, summary, requested_on, requested_by, requester, asked_organisation, paid_organisation, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        Id, Dossier, programme, Pillar, summary, work.Clock.Today, work.Actor.Name, work.Actor.Id, work.Actor.Organisation, paid, work.EntryId);
}
