using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Flex.Web.Features.Sessions;

/// <summary>Ends the session.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/uitloggen", Leave).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Leave(HttpContext http, FlexDb db, LiveSessions live, CancellationToken stop)
    {
        _ = await http.Request.ReadFormAsync(stop);
        await using (var work = await db.Begin(http.Actor(), "uitloggen", stop))
        {
            work.Journal(Act.SignedOut);
            SessionDoor.End(work, http);
            await work.Save();
        }

        live.AskAgain();

        var provider = SessionDoor.ProviderOf(http.User);
        await http.SignOutAsync();
        if (provider is null)
        {
            return new SavedAct("/", "uitgelogd");
        }

        http.Response.Headers.Location = IdentityProvider.LeftPath(provider);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
