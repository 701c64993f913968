using Flex.Web.Data.Access;
using Flex.Web.Data.Figures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Factsheets;

/// <summary>The factsheet of a programme: every figure with its n, missing and definition.</summary>
internal static class ShowFactsheet
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/factsheet/{programme}", Show).RequireAuthorization(Policies.SeeFigures);
        app.MapGet("/factsheet/{programme}/pdf", Pdf).RequireAuthorization(Policies.SeeFigures);
    }

    public static IResult Unknown(string programme) =>
        new RazorComponentResult<UnknownFactsheetPage>(new { Programme = programme }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<IResult> Show(HttpContext http, string programme, FigureReader figures, CancellationToken stop) =>
        await figures.Show(http.Actor(), programme, stop) is { } factsheet
            ? new RazorComponentResult<ShowFactsheetPage>(new { Factsheet = factsheet, HasPdf = FactsheetPdf.Browser is not null, HasCheck = figures.Library.Published[programme].Count > 0 })
            : Unknown(programme);

    private static async Task<IResult> Pdf(HttpContext http, string programme, FigureReader figures, CancellationToken stop)
    {
        if (FactsheetPdf.Browser is null || await figures.Show(http.Actor(), programme, stop) is not { } factsheet)
        {
            return Unknown(programme);
        }

        var pdf = await FactsheetPdf.Print(factsheet, http.RequestServices, stop);
        return Results.File(pdf, "application/pdf", $"factsheet-{programme}.pdf");
    }
}
