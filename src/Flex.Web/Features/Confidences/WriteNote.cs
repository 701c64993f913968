using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Confidences;

/// <summary>Shows the confidential notes that the own discipline may read, and adds one.</summary>
internal static class WriteNote
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/vertrouwelijk", Show).RequireAuthorization(Policies.Confide);
        app.MapPost("/dossiers/{id:guid}/vertrouwelijk", Add).RequireAuthorization(Policies.Confide).WithMetadata(new RequireAntiforgeryTokenAttribute());
        ShareNote.Map(app);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), NoteDesk.Purpose, id, stop);
        return hand is null ? Results.NotFound() : await (await NoteDesk.Of(hand, TypedFields.Fresh(db.Clock), stop)).Look(hand);
    }

    private static async Task<IResult> Add(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), NoteDesk.Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = await NoteDesk.Of(hand, typed, stop);
        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        if (!desk.MayWrite || ConfidentialText.Note(read) is not { } text)
        {
            return desk.MayWrite ? await desk.Look(hand, read) : await desk.Over(hand);
        }

        new NewConfidence(typed.Act, hand, desk.Own).Write(text);
        return await desk.Saved(hand, db, "notitie", stop);
    }
}
