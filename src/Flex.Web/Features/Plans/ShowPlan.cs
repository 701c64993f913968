using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Plans;

/// <summary>What a family asks, its goals, the plan of hours with the ledger, and what was said of it.</summary>
internal static class ShowPlan
{
    private const string Purpose = "plan bekijken";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/dossiers/{id:guid}/plan", Show).RequireAuthorization(Policies.SeeHours);

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await Look(http, id, db, library, Purpose, stop) is { } desk ? new RazorComponentResult<ShowPlanPage>(new { Desk = desk }) : Results.NotFound();

    /// <summary>Opens the plan of a family to look at; null when for this person it is not there.</summary>
    internal static async Task<PlanDesk?> Look(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, string purpose, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), purpose, id, stop);
        if (hand is null)
        {
            return null;
        }

        var desk = await PlanDesk.Of(hand, library);
        await hand.Work.Save();
        return desk;
    }
}
