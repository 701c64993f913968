using Flex.Domain.Families;
using Flex.Web.Data;
using Flex.Web.Data.Families;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>Somebody of a family comes in with a link and the code that was given in person. Without the code nothing says what it is about.</summary>
internal static class EnterAsFamily
{
    private const string Path = FamilyKey.Path + "{token}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).AllowAnonymous();
        app.MapPost(Path, Try).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet(FamilyDoor.OverPath, IResult () => Over(StatusCodes.Status200OK)).AllowAnonymous();
    }

    private static async Task<IResult> Show(HttpContext http, string token, FlexDb db, CancellationToken stop) =>
        !await FamilyEntry.IsOpen(db, token, stop) ? Over(StatusCodes.Status404NotFound)
        : http.User.Identity is { IsAuthenticated: true } ? Page(token, SignedIn, null, StatusCodes.Status409Conflict)
        : Page(token, null, null, StatusCodes.Status200OK);

    private static async Task<IResult> Try(HttpContext http, string token, FlexDb db, CancellationToken stop)
    {
        var typed = HandedCode.Plain((await http.Request.ReadFormAsync(stop))["gezin_code"].ToString());
        if (http.User.Identity is { IsAuthenticated: true })
        {
            return Page(token, SignedIn, null, StatusCodes.Status409Conflict);
        }

        if (typed.Length != HandedCode.Digits)
        {
            return Page(token, null, "Vul de code van acht cijfers in.", StatusCodes.Status422UnprocessableEntity);
        }

        switch (await FamilyEntry.Try(db, token, typed, stop))
        {
            case { Person: { } person, Key: { } key }:
                await FamilyDoor.Open(http, person, key);
                http.Response.Headers.Location = ShowOwnPart.Path;
                return Results.StatusCode(StatusCodes.Status303SeeOther);
            case { Left: > 0 and var left }:
                return Page(token, null, $"Deze code klopt niet. U kunt het nog {(left == 1 ? "één keer" : $"{left} keer")} proberen.", StatusCodes.Status422UnprocessableEntity);
            default:
                return Over(StatusCodes.Status404NotFound);
        }
    }

    // A professional's session and a family's never live in one browser.
    private static FormNotice SignedIn { get; } = new("In deze browser is iemand anders ingelogd", "Log eerst uit, of open de link in een andere browser.");

    private static RazorComponentResult<FamilyOverPage> Over(int status) => new() { StatusCode = status };

    private static RazorComponentResult<EnterAsFamilyPage> Page(string token, FormNotice? said, string? wrong, int status) =>
        new(new { Action = FamilyKey.Path + Uri.EscapeDataString(token), Said = said, Errors = wrong is null ? [] : new FieldError[] { new("gezin_code", wrong) } }) { StatusCode = status };
}
