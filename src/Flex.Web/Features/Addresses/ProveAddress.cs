using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Addresses;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Addresses;

/// <summary>A professional without an account proves an e-mail address with a code from a mail. No answer tells whether the address was seen before.</summary>
internal static class ProveAddress
{
    private const string Code = DoorCookie.Path + "/code";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(DoorCookie.Path, IResult () => AskPage(null, null)).AllowAnonymous();
        app.MapPost(DoorCookie.Path, Ask).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet(Code, (HttpContext http, SiteOptions site) => DoorCookie.Read(http) is null ? SeeOther(http, DoorCookie.Path) : CodePage(site, null, over: false)).AllowAnonymous();
        app.MapPost(Code, Try).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Ask(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var typed = Typed.Text((await http.Request.ReadFormAsync(stop))["mail"]);
        var read = new FieldReader(_ => typed, db.Clock.Today);
        if (read.Mail("mail") is not { } address || read.Problems.Count > 0)
        {
            return AskPage(typed, read.Problems is [var wrong, ..] ? wrong.Message : "Vul uw e-mailadres in.");
        }

        if (await AddressCheck.Ask(db, address, http.Connection.RemoteIpAddress?.ToString(), stop) is not { } check)
        {
            return AskPage(typed, "Er worden nu te veel codes gevraagd. Probeer het over een uur opnieuw, of bel de intaker.", StatusCodes.Status429TooManyRequests);
        }

        DoorCookie.Give(http, check);
        return SeeOther(http, Code);
    }

    private static async Task<IResult> Try(HttpContext http, FlexDb db, SiteOptions site, CancellationToken stop)
    {
        var typed = (await http.Request.ReadFormAsync(stop))["code"].ToString();
        if (DoorCookie.Read(http) is not { } check)
        {
            return SeeOther(http, DoorCookie.Path);
        }

        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        return digits.Length != 8 ? CodePage(site, "Een code heeft acht cijfers.", over: false)
            : await AddressProof.Try(db, check, digits, stop) switch
            {
                CodeAnswer.Right => new SavedAct(DoorCookie.Path + "/formulier", "code"),
                CodeAnswer.Wrong => CodePage(site, "Deze code klopt niet. Kijk hem na in de mail.", over: false),
                CodeAnswer.Over => CodePage(site, null, over: true),
            };
    }

    private static RazorComponentResult<AskCodePage> AskPage(string? typed, string? wrong, int status = StatusCodes.Status422UnprocessableEntity) =>
        new(new { Mail = typed, Errors = Errors("mail", wrong) }) { StatusCode = wrong is null ? StatusCodes.Status200OK : status };

    private static RazorComponentResult<TypeCodePage> CodePage(SiteOptions site, string? wrong, bool over) =>
        new(new { Errors = Errors("code", wrong), Over = over, site.Demo }) { StatusCode = over ? StatusCodes.Status409Conflict : wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };

    private static IReadOnlyList<FieldError> Errors(string field, string? wrong) => wrong is null ? [] : [new(field, wrong)];

    private static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
