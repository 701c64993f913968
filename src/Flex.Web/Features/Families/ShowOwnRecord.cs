using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>What is sensitive and hers, for the mother who signed in herself.</summary>
internal static class ShowOwnRecord
{
    public const string Path = "/gezin/mijn-gegevens";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).RequireAuthorization(Policies.OwnPart);

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), "eigen gegevens", stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var record = await OwnRecord.Read(hand.Work, stop);
        await hand.Work.Save();
        return record is null ? Results.LocalRedirect(ShowOwnPart.Path)
            : new RazorComponentResult<OwnRecordPage>(new { Record = record, Names = new ProgrammeNames(library.Programmes[hand.Visit.Programme], library.National) });
    }
}
