using Flex.Domain.Consents;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Consents;

/// <summary>What the family agrees to, each question apart; a withdrawal is an answer as well and works at once.</summary>
internal static class RecordConsent
{
    private const string Purpose = "toestemming vragen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/toestemming", Show).RequireAuthorization(Policies.SeeDossiers);
        app.MapPost("/dossiers/{id:guid}/toestemming", Record).RequireAuthorization(Policies.RecordConsent).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _)
            ? Page(ConsentDesk.Of(record, http.Actor(), library, db.Clock), TypedFields.Fresh(db.Clock, "", ("gegeven_op", Dutch.Date(db.Clock.Today))), [], StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Record(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = ConsentDesk.Of(hand.Record, http.Actor(), library, db.Clock);
        if (hand.Record.Life.Consents.Any(c => c.ActId == typed.Act))
        {
            await hand.Work.Save();
            return Done(id);
        }

        var read = new FieldReader(name => typed[name], desk.Day);
        if (ConsentText.Parse(read, desk.Context) is not { } said)
        {
            await hand.Work.Save();
            // After the end nothing is asked any more; taking back what was said is never refused.
            var over = typed["antwoord"] == ConsentCodes.Withdrawn ? null : hand.Record.Life.End;
            return Page(desk, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))],
                over is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict, over is null ? null : EndWords.Notice(over));
        }

        hand.Work.Journal(Act.ConsentSaid, hand.Key, said, said.SaidOn);
        new NewConsent(typed.Act, id, said).Add(hand.Work);
        return await hand.TrySave() switch
        {
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => Done(id),
            { Refusal: Refusal.DossierEnded } => Page(desk, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
        };
    }

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}/toestemming", "toestemming");

    private static RazorComponentResult<RecordConsentPage> Page(ConsentDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
