using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Erasing;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Rights;

/// <summary>Carries out a granted request: by another person than who granted it, and it cannot be undone.</summary>
internal static class CarryOutErasure
{
    private const string Sure = "zeker";
    private const string Requests = "/beheer/verzoeken";
    private const string Done = "vernietigd";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/vernietigen/uitvoeren", Erase).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Erase(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        if (await WasDone(http, db, stop))
        {
            return new SavedAct(Requests, Done);
        }

        if (await ErasureView.Open(http, id, db, stop) is not var (hand, request, typed))
        {
            return Results.NotFound();
        }

        await using (hand)
        {
            var view = ErasureView.Of(hand, request, typed);
            if (request is not { Granted: true })
            {
                return await ErasureView.Look(hand, view);
            }

            var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
            if (read.Ticked(Sure) != true)
            {
                read.Wrong(Sure, "Bevestig dat u dit dossier wilt vernietigen.");
                return await ErasureView.Look(hand, view, read);
            }

            await EraseDossier.OnRequest(hand, request.Id, typed.Act, stop);
            return ErasureView.Answer(view, await hand.TrySave(), Requests, Done);
        }
    }

    // Sent twice: the dossier is gone by this very form.
    private static async Task<bool> WasDone(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var work = await db.Begin(http.Actor(), ErasureView.Purpose, stop);
        work.Add(ErasedLine.ByAct, typed.Act);
        await using var row = await work.Read(stop);
        return await row.NextResultAsync(stop) && await row.ReadAsync(stop);
    }
}
