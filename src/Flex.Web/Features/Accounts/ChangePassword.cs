using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Accounts;

/// <summary>Who signs in with a password takes another one: asked are the present one and a code that was not used yet. Every other session ends.</summary>
internal static class ChangePassword
{
    public const string Path = "/account/wachtwoord";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, IResult (HttpContext http) => FreshCode.OwnerOf(http) is null ? Results.NotFound() : Page([]));
        app.MapPost(Path, Change).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Change(HttpContext http, FlexDb db, LiveSessions live, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (FreshCode.OwnerOf(http) is not { } id || await OwnAccount.Of(db, http.Actor(), id, stop) is not { } own)
        {
            return Results.NotFound();
        }

        var password = Typed.Text(form["wachtwoord"]) ?? "";
        if (ChosenPassword.Errors(password, Typed.Text(form["nogmaals"]) ?? "", own.Mail, own.Name) is { Count: > 0 } errors)
        {
            return Page(errors);
        }

        // As slow to guess as at the door, and counted with it.
        var origin = http.Connection.RemoteIpAddress?.ToString() ?? "onbekend";
        var tried = await PasswordTry.Run(db, own.Mail, Typed.Text(form["wachtwoord_nu"]) ?? "", origin, KnownDevice.Read(http), stop);
        if (tried.Account is null)
        {
            return Page([new("wachtwoord_nu", tried.Again is null ? "Dit is niet uw wachtwoord van nu." : "Dit is te vaak geprobeerd. Wacht even en probeer het dan opnieuw.")],
                tried.Again is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests);
        }

        if (await FreshCode.Look(http, db, id, form, stop) is not { } fresh || await ChangedPassword.Save(db, fresh, password, origin, stop) is not { } session)
        {
            return Page([FreshCode.Wrong()]);
        }

        live.AskAgain();
        await SessionDoor.Open(http, session);
        return new SavedAct(ShowOwnAccount.Path, "wachtwoord");
    }

    // No password is sent back to a page.
    private static RazorComponentResult<ChangePasswordPage> Page(IReadOnlyList<FieldError> errors, int status = StatusCodes.Status422UnprocessableEntity) =>
        new(new { Errors = errors }) { StatusCode = errors.Count > 0 ? status : StatusCodes.Status200OK };
}
