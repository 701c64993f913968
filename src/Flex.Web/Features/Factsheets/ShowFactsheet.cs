using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Figures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Factsheets;

/// <summary>The factsheet of a programme: every figure with its n, missing and definition.</summary>
internal static class ShowFactsheet
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/factsheet/{programme}", Show).RequireAuthorization(Policies.SeeFigures);

    private static async Task<IResult> Show(string programme, FigureReader figures, ProgrammeClock clock, CancellationToken stop) =>
        await figures.Read(programme, clock.AsOf, stop) is { } factsheet
            ? new RazorComponentResult<ShowFactsheetPage>(new { Factsheet = factsheet, HasPdf = FactsheetPdf.IsPossible, HasCheck = figures.Library.Published[programme].Count > 0 })
            : Unknown(programme);

    public static IResult Unknown(string programme) =>
        new RazorComponentResult<UnknownFactsheetPage>(new { Programme = programme }) { StatusCode = StatusCodes.Status404NotFound };
}
