using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Relations;

/// <summary>Who is involved with a family: the casemanager asks an organisation in, offers the handover, or ends what is over.</summary>
internal static class GiveAccess
{
    private const string Purpose = "betrokkenen bijhouden";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/betrokken", Show).RequireAuthorization(Policies.SeeDossiers);
        app.MapPost("/dossiers/{id:guid}/betrokken", Give).RequireAuthorization(Policies.GiveAccess).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var lines = await RelationLine.Read(hand.Work, id, stop);
        await hand.Work.Save();
        return Page(AccessDesk.Of(hand, lines, library), TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Give(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = AccessDesk.Of(hand, await RelationLine.Read(hand.Work, id, stop), library);
        var read = new FieldReader(name => typed[name], desk.Day);
        var step = AccessStep.Parse(read, desk);
        if (step is null || read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(desk, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        // The same said twice, by a double click or by two people, is there once.
        if (!step.IsDone(desk))
        {
            Write(hand, desk, step, typed.Act);
        }

        return await hand.TrySave() switch
        {
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{id}/betrokken", "betrokken"),
            _ => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
        };
    }

    private static void Write(DossierInHand hand, AccessDesk desk, AccessStep step, Guid act)
    {
        var (work, id) = (hand.Work, hand.Record.Head.Id);
        work.Journal(step.Act, hand.Key, new RelationBody(act, RelationCodes.CodeOf(step.Kind), step.Organisation, work.Actor.Name, step.Reason), desk.Day);
        if (step.Ends is { } ends)
        {
            NewRelation.End(work, ends.Id, desk.Day, step.Reason);
        }
        else
        {
            new NewRelation(work.Clock.NewId(), id, work.EntryId, step.Kind, step.Organisation, desk.Day, step.Reason, step.ByConsent).Add(work, desk.Names.Programme.Work.AfterCareDays);
        }
    }

    private static RazorComponentResult<GiveAccessPage> Page(AccessDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
