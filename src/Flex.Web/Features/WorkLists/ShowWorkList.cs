using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.WorkLists;

/// <summary>What waits for the person who looks, by role: decisions and likely duplicates, families in care, or families to come.</summary>
internal static class ShowWorkList
{
    private const string Purpose = "werklijst";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/werk", Show).RequireAuthorization(Policies.SeeDossiers);

    private static Task<IResult> Show(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop) => http.Actor().Role switch
    {
        Roles.Kraamverzorgende => Care(http, db, stop),
        Roles.Jgz => Expected(http, db, stop),
        Roles.Verloskundige => Own(http, db, stop),
        _ => Decide(http, db, library, stop),
    };

    private static async Task<IResult> Decide(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var beside = new WorkBeside(library);
        var list = beside.Ask(await DossierList.For(db, http.Actor(), Purpose, stop));
        var waiting = await list.Undecided(stop);
        return new RazorComponentResult<DecideWorkPage>(new
        {
            waiting.Lines,
            waiting.More,
            Duplicates = (IReadOnlyList<WaitingDuplicate>)beside.Duplicates,
            Places = (IReadOnlyList<PillarPlaces>)beside.Places,
            db.Clock.Today,
        });
    }

    private static async Task<IResult> Care(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var families = await list.InCare(stop);
        return new RazorComponentResult<CareWorkPage>(new { families.Lines, families.More });
    }

    private static async Task<IResult> Expected(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var families = await list.Expected(stop);
        return new RazorComponentResult<FamiliesWorkPage>(new { families.Lines, families.More, Coming = true });
    }

    private static async Task<IResult> Own(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var families = await list.Page(null, stop);
        return new RazorComponentResult<FamiliesWorkPage>(new { families.Lines, families.More, Coming = false });
    }
}
