using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>Everything that a batch of applications, or one settled row, writes in its transaction.</summary>
internal sealed record ApplicationWriter(Programme Programme, string Sender, IReadOnlyList<NewDossier> Dossiers, IReadOnlyList<NewDecision> Decisions, IReadOnlyList<WaitingApplication> Waiting)
{
    /// <summary>Adds all but the places, which are taken last.</summary>
    public void Add(Work work)
    {
        JournalLines.Add(work, [.. Lines(work)]);
        if (Dossiers.Count > 0)
        {
            DossierTables.Add(work, Programme.Code, Dossiers, Sender);
            NewDecision.Add(work, Decisions);
        }

        WaitingApplication.Add(work, Programme.Code, Sender, Waiting);
    }

    /// <summary>Takes the places, which everybody claims, and then says what is open in these dossiers.</summary>
    public void TakePlaces(Work work)
    {
        HeldPlace.Add(work, Programme.Code, [.. Decisions.Where(d => d.Outcome == NewDecision.Admitted).Select(HeldPlace.Confirmed)]);
        OpenWork.Refresh(work, Programme, [.. Dossiers.Select(d => d.Id)]);
    }

    private IEnumerable<Entry> Lines(Work work) =>
        Dossiers.Select(d => work.Line(Act.ApplicationReceived, d.EntryId, d.Key, d.Body, d.Application.ReceivedOn))
            .Concat(Decisions.Select(d => work.Line(Act.Decided, d.EntryId, d.Key, BodyOf(d), d.DecidedOn)))
            .Concat(Waiting.Select(w => w.Line(work, Sender)));

    private static DecisionBody BodyOf(NewDecision d) =>
        new(d.Facts.Pillar, d.Outcome, NewDecision.CodeOf(d.Facts.Proposal), d.DecidedBy, d.Reason, d.Facts.CriteriaVersion);
}
