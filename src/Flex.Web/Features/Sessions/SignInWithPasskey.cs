using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Flex.Web.Features.Sessions;

/// <summary>Signing in with a passkey alone: the device checks who holds it, so that it is both factors.</summary>
internal static class SignInWithPasskey
{
    public const string Path = "/inloggen/passkey";
    private const string Kind = "inloggen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async Task<IResult> (HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys) => await Page(http, db, passkeys, failed: false)).AllowAnonymous();
        app.MapPost(Path, Try).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Try(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, LiveSessions live, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var state = await PasskeyDoor.Take(http, db, Kind, stop);
        var shown = state is null ? null : await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = form["sleutel"].ToString(), AssertionState = state });
        if (shown is not { Succeeded: true } || await Open(http, db, shown.User, shown.Passkey, stop) is not { } session)
        {
            await PasswordTry.Refused(db, null);
            return await Page(http, db, passkeys, failed: true);
        }

        live.AskAgain();
        await SessionDoor.Open(http, session);
        http.Response.Headers.Location = Persona.StartOf(Roles.Find(session.Account.Role)!, null);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<OpenSession?> Open(HttpContext http, FlexDb db, Account account, UserPasskeyInfo key, CancellationToken stop)
    {
        await using var work = await db.Begin(account.Actor, "inloggen", stop);
        work.Journal(Act.SignedIn, objects: [account.Id]);
        StoredPasskey.Used(work, account.Id, key);
        if (!await Invitation.Is(work, stop))
        {
            return null;
        }

        var session = OpenSession.Begin(work, account, TypeFactor.OriginOf(http));
        SessionDoor.End(work, http);
        await work.Save();
        return session;
    }

    private static async Task<RazorComponentResult<SignInWithPasskeyPage>> Page(HttpContext http, FlexDb db, IPasskeyHandler<Account> passkeys, bool failed)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, http);
        PasskeyDoor.Keep(http, Kind, asked.AssertionState, db.Clock.Now);
        return new(new { Options = asked.RequestOptionsJson, Failed = failed }) { StatusCode = failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
