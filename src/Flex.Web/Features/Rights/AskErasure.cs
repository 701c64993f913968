using Flex.Domain.Dossiers;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Erasing;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Rights;

/// <summary>Records that somebody asks to destroy what is kept of a family; the term for an answer runs from the day it was asked.</summary>
internal static class AskErasure
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/vernietigen", Show).RequireAuthorization(Policies.KeepRights);
        app.MapPost("/dossiers/{id:guid}/vernietigen", Ask).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());
        DecideErasure.Map(app);
        CarryOutErasure.Map(app);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        if (await ErasureView.Open(http, id, db, stop) is not var (hand, request, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            return await ErasureView.Look(hand, ErasureView.Of(hand, request, typed));
        }
    }

    private static async Task<IResult> Ask(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        if (await ErasureView.Open(http, id, db, stop) is not var (hand, request, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            var view = ErasureView.Of(hand, request, typed);
            var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
            if (ErasureText.Ask(read) is not { } asked)
            {
                return await ErasureView.Look(hand, view, read);
            }

            ErasureActs.Ask(hand, asked, typed.Act);
            return ErasureView.Answer(view, await hand.TrySave(), $"/dossiers/{id}/vernietigen", "vernietigen-gevraagd");
        }
    }
}
