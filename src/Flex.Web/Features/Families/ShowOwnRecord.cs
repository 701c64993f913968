using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>What is sensitive and the own, for who signed in: the mother hers, the other parent the child's part.</summary>
internal static class ShowOwnRecord
{
    public const string Path = FamilyDoor.RecordPath;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).RequireAuthorization(Policies.OwnPart);

    private static async Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), "eigen gegevens", stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var record = await OwnRecord.Read(hand, [.. library.National.Factors.Factors.Where(f => f.About is not null).Select(f => f.Code)], stop);
        await hand.Work.Save();
        var names = new ProgrammeNames(library.Programmes[hand.Visit.Programme], library.National);
        return record switch
        {
            null => Results.LocalRedirect(ShowOwnPart.Path),
            { More.Parent: true } => new RazorComponentResult<ParentsRecordPage>(new { Record = record }),
            _ => new RazorComponentResult<OwnRecordPage>(new { Record = record, Names = names, Application = OwnWords.Application(record.More, names, library.National), Weighed = OwnWords.Weighed(record.More, library.National.Factors) }),
        };
    }
}
