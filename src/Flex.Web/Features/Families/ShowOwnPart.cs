using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>The own page of somebody of a family: by link and code only what is not sensitive.</summary>
internal static class ShowOwnPart
{
    public const string Path = FamilyDoor.HomePath;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).RequireAuthorization(Policies.OwnPart);

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, SiteOptions site, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), "eigen deel", stop);
        if (hand is not { Visit: var visit })
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var hours = visit.Who.IsMothers ? await OwnHours.Read(hand.Work, stop) : [];
        await hand.Work.Save();
        var programme = library.Programmes[visit.Programme];
        return new RazorComponentResult<OwnPartPage>(new
        {
            Visit = visit,
            programme.Work.Contact,
            HasHours = hours.Count > 0,
            Lists = OwnList.Of(visit, programme, db.Clock.Today),
            SignIn = SignInAsFamily.Of(site, visit) is { } broker ? new Ui.NavItem($"Log in met {broker.Provider.Label}", broker.Provider.Path) : null,
        });
    }
}
