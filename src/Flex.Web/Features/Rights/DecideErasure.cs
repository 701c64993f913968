using Flex.Domain.Dossiers;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Erasing;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Rights;

/// <summary>Decides about a request to destroy: granted, or refused on a ground of the law with an explanation for the family.</summary>
internal static class DecideErasure
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/vernietigen/besluit", Decide).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Decide(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        if (await ErasureView.Open(http, id, db, stop) is not var (hand, request, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            var view = ErasureView.Of(hand, request, typed);
            if (request?.DecisionAct == typed.Act)
            {
                return Decided(view, default);
            }

            // Decided in the meantime by somebody else: the page says what was decided.
            if (request is not { Waits: true })
            {
                return await ErasureView.Look(hand, view);
            }

            var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
            if (ErasureText.Decide(read) is not { } decided)
            {
                return await ErasureView.Look(hand, view, read);
            }

            ErasureActs.Decide(hand, request.Id, decided, typed.Act);
            return Decided(view, await hand.TrySave());
        }
    }

    private static IResult Decided(ErasureView view, Saved saved) => ErasureView.Answer(view, saved, $"/dossiers/{view.Head.Id}/vernietigen", "vernietigen-besloten");
}
