using Flex.Domain.Dossiers;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>A decision otherwise than the rule, about to be asked of somebody of another organisation. Its identity becomes that of the decision, under which the facts are sealed.</summary>
/// <param name="Paid">The organisation that is paid for the care and therefore does not judge.</param>
internal sealed record NewOverride(Guid Id, DossierKey Key, Guid Replaces, DecisionFacts Facts, string Outcome, string Reason, string Summary, string Paid)
{
    /// <summary>Writes the request with its journal line; who asks is who works.</summary>
    public void Add(Work work, Guid act, DateOnly on)
    {
        var entry = work.Journal(Act.OverrideAsked, Key, new OverrideAskedBody(Facts.Pillar, Outcome, work.Actor.Name, Reason, Summary), on, id: work.Clock.NewId());
        work.Add(
            """
            insert into override_request (id, dossier_id, pillar, replaces, outcome, reason, summary, facts, requested_on, requested_by, requester, paid_organisation, act_id, entry_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            Id, Key.Dossier, Facts.Pillar, Replaces, Outcome, Reason, Summary, Key.Close(Facts, Id), on, work.Actor.Name, work.Actor.Id, Paid, act, entry);
    }
}
