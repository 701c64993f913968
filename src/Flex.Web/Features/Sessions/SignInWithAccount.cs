using Flex.Web.Data;
using Flex.Web.Data.Accounts;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Features.Sessions;

/// <summary>The first step of signing in with an account: e-mail address and password. It opens nothing yet.</summary>
internal static class SignInWithAccount
{
    /// <summary>What is said whatever was wrong: it must not tell which accounts there are.</summary>
    private static readonly FormNotice Wrong = new("U kon niet inloggen", "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.");

    public static async Task<IResult> Try(HttpContext http, IFormCollection form, SiteOptions site, FlexDb db, CancellationToken stop)
    {
        var (mail, password) = (Account.MailKey(Typed.Text(form["mail"]) ?? ""), Typed.Text(form["wachtwoord"]) ?? "");
        if (Missing(mail, password) is { Count: > 0 } missing)
        {
            return Page(site, form, null, missing, StatusCodes.Status422UnprocessableEntity);
        }

        var tried = await PasswordTry.Run(db, mail, password, TypeFactor.OriginOf(http), KnownDevice.Read(http), stop);
        if (tried.Again is { } again)
        {
            return Page(site, form, TypeFactor.Later(again, db.Clock.Now), [], StatusCodes.Status429TooManyRequests);
        }

        if (tried.Account is null)
        {
            return Page(site, form, Wrong, [], StatusCodes.Status422UnprocessableEntity);
        }

        HalfWay.Give(http, tried.Account, db.Clock.Now);
        http.Response.Headers.Location = Typed.Text(form["terug"]) is { } back ? QueryHelpers.AddQueryString(TypeFactor.Path, "terug", back) : TypeFactor.Path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static List<FieldError> Missing(string mail, string password) =>
    [
        .. mail.Length == 0 ? [new FieldError("mail", "Vul uw e-mailadres in.")] : Array.Empty<FieldError>(),
        .. password.Length == 0 ? [new FieldError("wachtwoord", "Vul uw wachtwoord in.")] : Array.Empty<FieldError>(),
    ];

    // A password is never sent back to a page.
    private static RazorComponentResult<SignInPage> Page(SiteOptions site, IFormCollection form, FormNotice? said, IReadOnlyList<FieldError> errors, int status) =>
        new(new { Offered = site.Demo, Organisations = SignInWithOrganisation.Choices(site, Typed.Text(form["terug"])), ReturnTo = Typed.Text(form["terug"]), Mail = Typed.Text(form["mail"]), Said = said, Errors = errors }) { StatusCode = status };
}
