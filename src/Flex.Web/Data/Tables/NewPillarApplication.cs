using Flex.Domain.Dossiers;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>An application for one more pillar that is about to be written; the dossier's own list of pillars follows.</summary>
internal sealed record NewPillarApplication(Guid Dossier, Guid ActId, DateOnly On, PillarApplication Said)
{
    public void Add(Work work)
    {
        work.Add(
            """
            insert into pillar_application (id, dossier_id, pillar, applied_on, applicant, channel, question, goal, bridge_to, agreed_by, act_id, entry_id, applicant_name, applicant_mail, no_notice)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            work.Clock.NewId(), Dossier, Said.Pillar, On, Said.Applicant, Said.Channel, Said.Question, Said.Goal, Text(Said.BridgeTo), Said.AgreedBy, ActId, work.EntryId,
            Text(Said.Person?.Name), Text(Said.Person?.Mail), Said.Person?.NoNotice == true);
        work.Add("update application set pillars = (select array_agg(p order by p) from unnest(pillars || $2) p) where dossier_id = $1", Dossier, Said.Pillar);
    }

    private static Npgsql.NpgsqlParameter Text(string? value) => Work.Optional(value, NpgsqlDbType.Text);
}
