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

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, SiteOptions site, CancellationToken stop) =>
        await FamilyVisit.Read(db, http.Actor(), "eigen deel", stop) is { } visit
            ? new RazorComponentResult<OwnPartPage>(new { Visit = visit, library.Programmes[visit.Programme].Work.Contact, Lists = OwnList.Of(visit, library.Programmes[visit.Programme], db.Clock.Today), SignIn = SignInAsFamily.Of(site, visit) is { } broker ? new Ui.NavItem($"Log in met {broker.Provider.Label}", broker.Provider.Path) : null })
            : Results.LocalRedirect(FamilyDoor.OverPath);
}
