using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.CareHours;

/// <summary>Every hour of a family and, one click further, who pays it, why, by which rule and tariff.</summary>
internal static class ShowHours
{
    private const string Purpose = "uren en wie ze betaalt bekijken";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/dossiers/{id:guid}/zorg", Show).RequireAuthorization(Policies.SeeHours);

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await Look(http, id, db, library, Purpose, stop) is { } desk ? new RazorComponentResult<ShowHoursPage>(new { Desk = desk }) : Results.NotFound();

    /// <summary>Opens the hours of a family to look at; null when for this person it is not there.</summary>
    internal static async Task<HoursDesk?> Look(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, string purpose, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), purpose, id, stop);
        if (hand is null)
        {
            return null;
        }

        var funding = await FundingFacts.Read(hand.Work, id);
        await hand.Work.Save();
        return HoursDesk.Of(hand.Record, funding, http.Actor(), library, db.Clock);
    }
}
