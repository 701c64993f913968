using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Accounts;

/// <summary>The own account: where it is signed in, and signing out everywhere.</summary>
internal static class ShowOwnAccount
{
    public const string Path = "/account";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show);
        app.MapPost(Path + "/overal-uitloggen", LeaveEverywhere).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var actor = http.Actor();
        if (Account.IdOf(actor) is not { } id)
        {
            return Results.NotFound();
        }

        var own = await OwnAccount.Look(db, actor, id, stop);
        return new RazorComponentResult<OwnAccountPage>(new { actor.Name, Organisation = OrganisationRoles.NameOf(library, actor.Organisation), Role = Roles.Find(actor.Role)?.Label, own.Sessions, own.CodesLeft, HasPassword = SessionDoor.ProviderOf(http.User) is null });
    }

    private static async Task<IResult> LeaveEverywhere(HttpContext http, FlexDb db, LiveSessions live, CancellationToken stop)
    {
        _ = await http.Request.ReadFormAsync(stop);
        if (Account.IdOf(http.Actor()) is not { } id)
        {
            return Results.NotFound();
        }

        await using (var work = await db.Begin(http.Actor(), "overal uitloggen", stop))
        {
            work.Journal(Act.SessionsEnded, objects: [id]);
            OpenSession.EndAll(work, id);
            await work.Save();
        }

        live.AskAgain();
        var provider = SessionDoor.ProviderOf(http.User);
        await http.SignOutAsync();
        http.Response.Headers.Location = provider is null ? "/inloggen?uit=overal" : IdentityProvider.LeftPath(provider);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
