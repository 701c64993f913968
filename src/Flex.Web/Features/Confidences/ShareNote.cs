using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Confidences;

/// <summary>Shares one note of the own discipline with one other, with a reason; from then on who of that discipline is related to the family reads it.</summary>
internal static class ShareNote
{
    public const string Which = "welke_notitie";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/vertrouwelijk/delen", Share).RequireAuthorization(Policies.Confide).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Share(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), NoteDesk.Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = await NoteDesk.Of(hand, typed, stop);
        var note = desk.CanShare.FirstOrDefault(n => n.Id.ToString() == typed[Which]);
        if (note is null && typed[Which] is not null)
        {
            await hand.DisposeAsync();
            return await Refused(db, http.Actor(), id, stop);
        }

        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        if (note is null)
        {
            read.Wrong(Which, "Kies welke notitie u deelt.");
        }

        var said = ConfidentialText.Share(read, desk.Own);
        if (!desk.MayWrite || said is null)
        {
            return desk.MayWrite ? await desk.Look(hand, read) : await desk.Over(hand);
        }

        new NewConfidence(typed.Act, hand, desk.Own).Share(note!.Id, said);
        return await desk.Saved(hand, db, "notitie-gedeeld", stop);
    }

    // Of another discipline, or of nobody: it is not there, and the log knows that it was tried.
    private static async Task<IResult> Refused(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, NoteDesk.Purpose, stop);
        work.Journal(Act.Refused, dossier: id);
        await work.Save();
        return Results.NotFound();
    }
}
