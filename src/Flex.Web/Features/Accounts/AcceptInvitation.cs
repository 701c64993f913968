using System.Security.Cryptography;
using Flex.Domain.Accounts;
using Flex.Web.Data;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Accounts;

/// <summary>Somebody who was invited sets a password and an app for codes, and is signed in. Both in one form: an account with a password alone never exists.</summary>
internal static class AcceptInvitation
{
    private const string Path = "/uitnodiging/{token}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).AllowAnonymous();
        app.MapPost(Path, Make).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, string token, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await Invitation.Find(db, token, stop) is { } invited ? Page(http, token, invited, library, Secrets.NewFactor(), []) : Over();

    private static async Task<IResult> Make(HttpContext http, string token, FlexDb db, ProgrammeLibrary library, LiveSessions live, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (await Invitation.Find(db, token, stop) is not { } invited || Factor(http, token, form["geheim"]) is not { } factor)
        {
            return Over();
        }

        var (password, code) = (Typed.Text(form["wachtwoord"]) ?? "", new string([.. form["code"].ToString().Where(char.IsAsciiDigit)]));
        var step = OneTimeCode.Match(factor, code, db.Clock.Now, used: 0);
        var errors = Errors(invited, password, Typed.Text(form["nogmaals"]) ?? "", step);
        if (errors.Count > 0)
        {
            return Page(http, token, invited, library, factor, errors);
        }

        if (await NewAccount.Make(db, invited, password, factor, step!.Value, Origin(http), stop) is not { } made)
        {
            return Over();
        }

        live.AskAgain();
        await SessionDoor.Open(http, made.Session);
        return new RazorComponentResult<RecoveryCodesPage>(new { made.Codes });
    }

    private static List<FieldError> Errors(Invitation invited, string password, string again, long? step)
    {
        var errors = ChosenPassword.Errors(password, again, invited.Mail, invited.Name);
        if (step is null)
        {
            errors.Add(new("code", "Deze code klopt niet. Wacht op de volgende code in uw app en typ die."));
        }

        return errors;
    }

    private static string Origin(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "onbekend";

    // The secret goes to the browser and back: sealed, and for this link only.
    private static IDataProtector Protector(HttpContext http, string token) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("app voor codes", token);

    private static byte[]? Factor(HttpContext http, string token, string? kept)
    {
        try
        {
            return Convert.FromBase64String(Protector(http, token).Unprotect(kept ?? ""));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static RazorComponentResult<AcceptInvitationPage> Page(HttpContext http, string token, Invitation invited, ProgrammeLibrary library, byte[] factor, IReadOnlyList<FieldError> errors) => new(new
    {
        Action = "/uitnodiging/" + token,
        invited.Name,
        invited.Mail,
        Organisation = OrganisationRoles.NameOf(library, invited.Organisation),
        Role = Data.Access.Roles.Find(invited.Role)?.Label,
        Secret = Base32.Of(factor),
        Kept = Protector(http, token).Protect(Convert.ToBase64String(factor)),
        Errors = errors,
    }) { StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };

    private static RazorComponentResult<InvitationOverPage> Over() => new() { StatusCode = StatusCodes.Status404NotFound };
}
