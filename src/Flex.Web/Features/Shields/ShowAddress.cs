using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Shields;

/// <summary>Shows a shielded address, once, because who comes to the family asked for it; that look is in the journal before it is on the page. Posted, so that it stands in no address and no history of a browser.</summary>
internal static class ShowAddress
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/adres/tonen", Show).RequireAuthorization(Policies.ShowAddress).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), ShieldAddress.Purpose, id, stop);
        if (hand is null || hand.Record.Head.Shield is null || !AddressShield.Shows(hand.Work.Actor.Role, hand.Record.Head.Relations))
        {
            return Results.NotFound();
        }

        var address = await NewShield.Show(hand, stop);
        await hand.Work.Save();
        return address is null ? Results.NotFound() : ShieldAddress.Page(hand.Record, TypedFields.Fresh(db.Clock, "", ("afscherming", hand.Record.Head.Shield)), [], StatusCodes.Status200OK, null, address);
    }
}
