using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Confidences;

/// <summary>The confidential notes of one dossier as one discipline has them, with what was typed.</summary>
/// <param name="Notes">What may be read, newest first.</param>
public sealed record NoteDesk(DossierRecord Record, Discipline Own, bool MayWrite, IReadOnlyList<ConfidentialNote> Notes, TypedFields Typed)
{
    public const string Purpose = "vertrouwelijke notities";

    public string Path => $"/dossiers/{Record.Head.Id}/vertrouwelijk";

    /// <summary>The notes that this discipline can share: its own.</summary>
    public IReadOnlyList<ConfidentialNote> CanShare => [.. Notes.Where(n => n.Discipline == Own.Code)];

    /// <summary>The desk of a dossier in hand; that the notes are read is in the journal, and saved with the rest.</summary>
    internal static async Task<NoteDesk> Of(DossierInHand hand, TypedFields typed, CancellationToken stop)
    {
        var own = Discipline.Of(hand.Work.Actor.Role)!;
        var notes = await ConfidentialNote.Read(hand, own, stop);
        return new(hand.Record, own, Confidentiality.Writes(hand.Work.Actor.Role, hand.Record.Head.Relations) && hand.Record.Life.End is null, notes, typed);
    }

    /// <summary>Shows it, after the look was saved.</summary>
    internal async Task<IResult> Look(DossierInHand hand, FieldReader? read = null)
    {
        await hand.Work.Save();
        return read is null ? Page() : Page(StatusCodes.Status422UnprocessableEntity, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))]);
    }

    /// <summary>What became of saving: stored, or not known; told too to who saved just when the dossier ended.</summary>
    internal async Task<IResult> Saved(DossierInHand hand, FlexDb db, string what, CancellationToken stop)
    {
        var saved = await hand.TrySave();
        if (saved.Refusal != Refusal.DossierEnded)
        {
            return saved.Unsure ? Page(StatusCodes.Status503ServiceUnavailable, [], FormNotice.Unsure) : new SavedAct(Path, what);
        }

        return await OpenDossier.Read(db, hand.Work.Actor, Purpose, Record.Head.Id, stop) is var (now, _) ? (this with { Record = now, MayWrite = false }).Ended() : Results.NotFound();
    }

    /// <summary>The answer of a dossier that has ended, in which nothing is written any more.</summary>
    internal async Task<IResult> Over(DossierInHand hand)
    {
        await hand.Work.Save();
        return Ended();
    }

    private IResult Ended() => Page(StatusCodes.Status409Conflict, [], Record.Life.End is { } end ? EndWords.Notice(end) : FormNotice.Changed);

    private RazorComponentResult<NotesPage> Page(int status = StatusCodes.Status200OK, IReadOnlyList<FieldError>? errors = null, FormNotice? said = null) =>
        new(new { Desk = this, Errors = errors ?? [], Said = said }) { StatusCode = status };
}
