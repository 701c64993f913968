using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Accounts;

/// <summary>A new set of recovery codes in the place of the old one, shown once; a code of the app is asked for it.</summary>
internal static class RenewRecoveryCodes
{
    public const string Path = "/account/herstelcodes";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, IResult (HttpContext http) => FreshCode.OwnerOf(http) is null ? Results.NotFound() : Page(failed: false));
        app.MapPost(Path, Renew).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Renew(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (FreshCode.OwnerOf(http) is not { } id)
        {
            return Results.NotFound();
        }

        if (await FreshCode.Look(http, db, id, form, stop) is not { } fresh)
        {
            return Page(failed: true);
        }

        var codes = Secrets.NewCodes();
        await using var work = await db.Begin(http.Actor(), "herstelcodes", stop);
        work.Journal(Act.RecoveryCodesMade, objects: [id]);
        fresh.UseUp(work);
        if (!await Invitation.Is(work, stop))
        {
            return Page(failed: true);
        }

        Secrets.Store(work, id, codes);
        OwnerMail.Tell(work, fresh.Account, "Uw herstelcodes zijn vernieuwd", "Voor uw account zijn nieuwe herstelcodes gemaakt. De oude werken niet meer.");
        await work.Save();
        return new RazorComponentResult<RecoveryCodesPage>(new { Codes = codes });
    }

    private static RazorComponentResult<RenewRecoveryCodesPage> Page(bool failed) =>
        new(new { Failed = failed }) { StatusCode = failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
}
