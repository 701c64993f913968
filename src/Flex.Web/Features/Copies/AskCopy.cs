using Flex.Domain.Dossiers;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Copies;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Copies;

/// <summary>Records that somebody asks for a copy, in what capacity and of whose part; the term for an answer runs from the day it was asked.</summary>
internal static class AskCopy
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/afschrift", Show).RequireAuthorization(Policies.ReviewCopy);
        app.MapPost("/dossiers/{id:guid}/afschrift", Ask).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());
        ReviewCopy.Map(app);
        GiveCopy.Map(app);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        if (await CopyDesk.Open(http, id, db, stop) is not var (hand, desk, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            await hand.Work.Save();
            return Page(desk, typed with { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["gevraagd_op"] = Dutch.Date(db.Clock.Today) } }, [], StatusCodes.Status200OK);
        }
    }

    private static async Task<IResult> Ask(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        if (await CopyDesk.Open(http, id, db, stop) is not var (hand, desk, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
            if (CopyText.Ask(read) is not { } asked)
            {
                await hand.Work.Save();
                return Page(desk, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
            }

            CopyActs.Ask(hand, asked, asked.Reviewed(await CopyRequest.HasAnswers(hand, stop)), typed.Act);
            return await hand.TrySave() switch
            {
                { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
                { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{id}/afschrift", "afschrift-gevraagd"),
                _ => Page(desk, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            };
        }
    }

    private static RazorComponentResult<CopyRequestsPage> Page(CopyDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
