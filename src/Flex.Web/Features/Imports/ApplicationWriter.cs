using Flex.Web.Data;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>A row that waits for a person, sealed under the key of the dossier it resembles.</summary>
internal sealed record WaitingRow(Guid Id, Guid EntryId, ImportRow Row, Resemblance Resemblance);

/// <summary>The sealed body of <see cref="Act.DuplicateWaits"/>.</summary>
internal sealed record WaitingBody(string Sender, string Number, string Why);

/// <summary>Everything that a batch of applications, or one settled row, writes in its transaction.</summary>
internal sealed record ApplicationWriter(string Programme, string Sender, IReadOnlyList<NewDossier> Dossiers, IReadOnlyList<NewDecision> Decisions, IReadOnlyList<WaitingRow> Waiting)
{
    /// <summary>Adds all but the places, which are taken last.</summary>
    public void Add(Work work)
    {
        JournalLines.Add(work, [.. Lines(work)]);
        if (Dossiers.Count > 0)
        {
            DossierTables.Add(work, Programme, Dossiers, Sender);
            NewDecision.Add(work, Decisions);
        }

        if (Waiting.Count > 0)
        {
            Wait(work);
        }
    }

    public void TakePlaces(Work work) => NewDecision.TakePlaces(work, Programme, Decisions);

    private IEnumerable<Entry> Lines(Work work) =>
        Dossiers.Select(d => work.Line(Act.ApplicationReceived, d.EntryId, d.Key, d.Body, d.Application.ReceivedOn))
            .Concat(Decisions.Select(d => work.Line(Act.Decided, d.EntryId, d.Key, BodyOf(d), d.DecidedOn)))
            .Concat(Waiting.Select(w => work.Line(Act.DuplicateWaits, w.EntryId, w.Resemblance.Key, new WaitingBody(Sender, w.Row.Number, w.Resemblance.Why))));

    private static DecisionBody BodyOf(NewDecision d) =>
        new(d.Facts.Pillar, d.Outcome, NewDecision.CodeOf(d.Facts.Proposal), d.DecidedBy, d.Reason, d.Facts.CriteriaVersion);

    private void Wait(Work work) => work.Add(
        """
        insert into likely_duplicate (id, programme, sender, number, resembles, why, row, waiting_since, entry_id)
        select i, $7, $8, n, r, w, s, $9, e from unnest($1, $2, $3, $4, $5, $6) t(i, n, r, w, s, e)
        """,
        Column.Uuid(Waiting, w => w.Id), Column.Text(Waiting, w => w.Row.Number), Column.Uuid(Waiting, w => w.Resemblance.Key.Dossier), Column.Text(Waiting, w => w.Resemblance.Why),
        Column.Bytes(Waiting, w => w.Resemblance.Key.Close(w.Row.Filled().ToDictionary(StringComparer.Ordinal), w.Id)), Column.Uuid(Waiting, w => w.EntryId), Programme, Sender, work.Clock.Today);
}
