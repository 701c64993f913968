using System.Security.Cryptography;
using Flex.Domain.Shared;
using Flex.Web.Data;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Flex.Web.Features.Sessions;

/// <summary>
/// A form that was sent when the session had ended is kept, and offered again after signing in: to whom the form was made for, in that
/// browser, for half an hour. A BSN is never kept.
/// </summary>
internal static class ExpiredSession
{
    public const string Path = "/inloggen/verder";

    private const string Cookie = "flex-bewaard";
    private const string Where = "@pad";
    private const string Proof = "__RequestVerificationToken";
    private const int MostCharacters = 200_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show);
        app.MapPost(Path, GoOn).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>Where a request without a session is sent: to sign in, and from there to its form when that could be kept. A form that could not be is said to be lost.</summary>
    public static async Task<string> SignInFor(HttpContext http, string signIn) => await Keep(http) switch
    {
        true => "/inloggen?terug=" + Path,
        false => QueryHelpers.AddQueryString(signIn, "kwijt", "ja"),
        null => signIn,
    };

    // Null when there is nothing to keep: no form of ours, or one that ends the session.
    private static async Task<bool?> Keep(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || http.Request.Path == "/uitloggen" || http.Request.Path == Path)
        {
            return null;
        }

        var fields = (await http.Request.ReadFormAsync()).Where(f => f.Key is not ("bsn" or "wachtwoord" or "wachtwoord_nu" or "nogmaals")).ToDictionary(f => f.Key, f => f.Value.OfType<string>().Select(Typed).ToArray(), StringComparer.Ordinal);
        if (!fields.ContainsKey(Proof))
        {
            return null;
        }

        fields[Where] = [http.Request.Path + http.Request.QueryString];
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        try
        {
            if (fields.Sum(f => f.Key.Length + f.Value.Sum(v => v.Length)) > MostCharacters
                || !await ExpiredForms.Keep(http.RequestServices.GetRequiredService<FlexDb>(), id, fields, http.RequestAborted))
            {
                return false;
            }
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return false;
        }

        http.Response.Cookies.Append(Cookie, id.ToString(), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/inloggen", MaxAge = ExpiredForms.KeptFor });
        return true;

        static string Typed(string text) => Bsn.Without(text.Replace("\0", "", StringComparison.Ordinal));
    }

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, IAntiforgery antiforgery, CancellationToken stop) =>
        await Kept(http, db, antiforgery, stop) is { } kept
            ? new RazorComponentResult<ResumeFormPage>(new { Form = Resumed(kept, library) })
            : Results.Redirect("/");

    // The browser sends the same fields on to where they were meant for, under the token of the new session.
    private static async Task<IResult> GoOn(HttpContext http, FlexDb db, ProgrammeLibrary library, IAntiforgery antiforgery, CancellationToken stop)
    {
        _ = await http.Request.ReadFormAsync(stop);
        if (await Kept(http, db, antiforgery, stop) is not { } kept)
        {
            return Results.LocalRedirect("/");
        }

        await ExpiredForms.Empty(db, kept.Id, stop);
        http.Response.Cookies.Delete(Cookie, new() { Path = "/inloggen" });
        var form = Resumed(kept, library);
        return Results.LocalRedirect(form.Path, preserveMethod: !form.Ends);
    }

    private static ResumedForm Resumed(Draft kept, ProgrammeLibrary library) => new(kept.Fields[Where][0], kept.Fields.Where(f => f.Key is not (Where or Proof)).ToDictionary(), name => FieldWords.Of(name, library));

    // The token in the form says for whom it was made: somebody else at the same computer gets nothing.
    private static async Task<Draft?> Kept(HttpContext http, FlexDb db, IAntiforgery antiforgery, CancellationToken stop)
    {
        if (!Guid.TryParse(http.Request.Cookies[Cookie], out var id) || await ExpiredForms.Read(db, id, stop) is not { } kept)
        {
            return null;
        }

        var then = new DefaultHttpContext { RequestServices = http.RequestServices, User = http.User };
        then.Request.Method = HttpMethods.Post;
        then.Request.Headers.Cookie = http.Request.Headers.Cookie;
        then.Request.Headers["RequestVerificationToken"] = kept.Fields[Proof][0];
        return await antiforgery.IsRequestValidAsync(then) ? kept : null;
    }
}
