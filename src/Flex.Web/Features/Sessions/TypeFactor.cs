using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Sessions;

/// <summary>The second step of signing in: the code of an app, or a recovery code. Only here a session begins.</summary>
internal static class TypeFactor
{
    public const string Path = "/inloggen/code";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, string? terug, FlexDb db) => HalfWay.Read(http, db.Clock.Now) is null ? Begin(http) : Page(terug, null, null)).AllowAnonymous();
        app.MapPost(Path, Try).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>The network address that asks; behind a proxy the one that the proxy names.</summary>
    public static string OriginOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "onbekend";

    /// <summary>What is said when it was tried too often.</summary>
    public static FormNotice Later(DateTimeOffset again, DateTimeOffset now) => new(
        "U kunt nu niet inloggen", $"Er is te vaak geprobeerd in te loggen. Probeer het over {Minutes(again - now)} opnieuw. Op een apparaat waarop u eerder inlogde, kan het vaak meteen.");

    private static async Task<IResult> Try(HttpContext http, FlexDb db, LiveSessions live, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (HalfWay.Read(http, db.Clock.Now) is not { } half)
        {
            return Begin(http);
        }

        if (Typed.Text(form["code"])?.Trim() is not { Length: > 0 } typed)
        {
            return Page(form["terug"], null, "Vul de code uit uw app in.");
        }

        var (tried, session) = await FactorTry.Run(db, half, typed, OriginOf(http), KnownDevice.Read(http), work => SessionDoor.End(work, http), stop);
        if (session is null)
        {
            return tried.Account is null ? Begin(http) : tried.Again is { } again ? Page(form["terug"], Later(again, db.Clock.Now), null)
                : Page(form["terug"], null, "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.");
        }

        live.AskAgain();
        await SessionDoor.Open(http, session);
        return See(http, Persona.StartOf(Roles.Find(session.Account.Role)!, form["terug"]));
    }

    private static string Minutes(TimeSpan left) => Math.Ceiling(left.TotalMinutes) is var minutes and > 1 ? $"{minutes:0} minuten" : "een minuut";

    private static IResult Begin(HttpContext http) => See(http, "/inloggen");

    private static IResult See(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static RazorComponentResult<TypeFactorPage> Page(string? back, FormNotice? said, string? wrong) =>
        new(new { ReturnTo = back, Said = said, Errors = wrong is null ? [] : new FieldError[] { new("code", wrong) } })
        {
            StatusCode = said is not null ? StatusCodes.Status429TooManyRequests : wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
