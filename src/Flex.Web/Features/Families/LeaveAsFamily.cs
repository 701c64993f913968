using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Flex.Web.Features.Families;

/// <summary>Ends the visit. On a professional's device the next page asks her to sign in, and nothing of the visit is left.</summary>
internal static class LeaveAsFamily
{
    public const string Path = FamilyDoor.LeavePath;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, Leave).RequireAuthorization(Policies.OwnPart).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Leave(HttpContext http, FlexDb db, CancellationToken stop)
    {
        _ = await http.Request.ReadFormAsync(stop);
        FamilyVisit? visit = null;
        await using (var hand = await FamilyVisit.ToAct(db, http.Actor(), "gezin sluit", stop))
        {
            if (hand is not null)
            {
                visit = hand.Visit;
                hand.Work.Journal(Act.FamilyLeft, dossier: visit.Dossier, objects: [visit.Id]);
                FamilySession.End(hand.Work, FamilyDoor.KeyOf(http.User)!);
                await hand.Work.Save();
            }
        }

        await http.SignOutAsync(FamilyDoor.Scheme);
        return visit is { IsTogether: true } ? new SavedAct($"/inloggen?terug=/dossiers/{visit.Dossier}", "apparaat-terug") : new SavedAct(FamilyDoor.OverPath, "gesloten");
    }
}
