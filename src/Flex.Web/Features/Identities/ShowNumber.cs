using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Identities;

/// <summary>Shows a BSN whole, once, because somebody asked for it; that look is in the journal before the number is on the page. Posted, so that it stands in no address and no history of a browser.</summary>
internal static class ShowNumber
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/identiteit/tonen", Show).RequireAuthorization(Policies.SeeIdentity).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), IdentityDesk.Purpose, id, stop);
        if (hand is null || IdentityDesk.Of(hand.Record, typed) is not { } desk)
        {
            return Results.NotFound();
        }

        hand.Work.Journal(Act.BsnRead, hand.Key, new IdentityBody(desk.Person), id: hand.Work.Clock.NewId());
        var number = await SealedBsn.Read(hand, desk.Person, stop);
        await hand.Work.Save();
        return number is null ? Results.NotFound() : (desk with { Typed = TypedFields.Fresh(db.Clock) }).Page(number: number);
    }
}
