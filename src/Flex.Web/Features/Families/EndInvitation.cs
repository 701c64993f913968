using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Families;

/// <summary>A professional shuts a link, and with it the visit that began with it.</summary>
internal static class EndInvitation
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/gezin/intrekken", End).RequireAuthorization(Policies.InviteFamily).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> End(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), InviteFamily.Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = await InviteFamily.Desk(hand, library, stop);
        if (desk.Lines.FirstOrDefault(l => l.Id.ToString() == typed["link"]) is not { } line)
        {
            await hand.Work.Save();
            return InviteFamily.Page(desk, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed);
        }

        // Shut twice, or shut by something else in the meantime: it is shut.
        if (line.Ended is null)
        {
            hand.Work.Journal(Act.FamilyInvitationEnded, hand.Key, new FamilyInvitedBody(line.Who, line.Way));
            FamilyInvitation.End(hand.Work, line.Id, $"ingetrokken door {hand.Work.Actor.Name}");
        }

        return await hand.TrySave() is { Ok: true } ? new SavedAct(InviteFamily.PathOf(id), "link-ingetrokken") : InviteFamily.Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
    }
}
