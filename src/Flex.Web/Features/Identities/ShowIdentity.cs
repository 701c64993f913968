using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Ui;

namespace Flex.Web.Features.Identities;

/// <summary>Shows how the identity of one person was checked, and that there is a BSN or why not; the number itself is asked for (<see cref="ShowNumber"/>).</summary>
internal static class ShowIdentity
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/dossiers/{id:guid}/identiteit", Show).RequireAuthorization(Policies.SeeIdentity);

    private static async Task<IResult> Show(HttpContext http, Guid id, string? van, FlexDb db, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), IdentityDesk.Purpose, id, stop) is var (record, _) && IdentityDesk.Of(record, van, TypedFields.Fresh(db.Clock)) is { } desk ? desk.Page() : Results.NotFound();
}
