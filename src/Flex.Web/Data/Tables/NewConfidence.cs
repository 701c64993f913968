using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>A confidential note, or the sharing of one, about to be written; the journal says that it happened and not what stands there.</summary>
internal sealed record NewConfidence(Guid Act, DossierInHand Hand, Discipline Own)
{
    private Work Work => Hand.Work;

    public void Write(string text)
    {
        var id = Work.Clock.NewId();
        Work.Journal(Journal.Act.NoteWritten, Hand.Key, new ConfidenceBody(id, Own.Code), Work.Clock.Today);
        Work.Add("insert into confidential_note (id, dossier_id, discipline, organisation, written_on, written_by, sealed, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, Hand.Record.Head.Id, Own.Code, Work.Actor.Organisation, Work.Clock.Today, Work.Actor.Name, Hand.Key.Close(text, id), Act, Work.EntryId);
    }

    public void Share(Guid note, SharedNote said)
    {
        Work.Journal(Journal.Act.NoteShared, Hand.Key, new ConfidenceBody(note, said.Discipline), Work.Clock.Today);
        Work.Add("insert into confidential_share (id, dossier_id, confidential_note_id, discipline, because, shared_on, shared_by, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Work.Clock.NewId(), Hand.Record.Head.Id, note, said.Discipline, said.Because, Work.Clock.Today, Work.Actor.Name, Act, Work.EntryId);
    }
}

/// <summary>The sealed body of <see cref="Act.NoteWritten"/> and <see cref="Act.NoteShared"/>: which note, and whose it is or with whom it is shared.</summary>
internal sealed record ConfidenceBody(Guid Note, string Discipline);
