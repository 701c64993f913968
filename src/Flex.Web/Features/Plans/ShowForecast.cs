using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Plans;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Plans;

/// <summary>The programme's average per family in the pillar of hours after the lying-in, what it will come to, and what each new plan does to it.</summary>
internal static class ShowForecast
{
    private const string Purpose = "vooruitblik bekijken";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/vooruitblik", Show).RequireAuthorization(Policies.SeeForecast);

    private static async Task<IResult> Show(HttpContext http, string? programma, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var programme = library.Programmes.Values.Where(p => PlanDesk.PillarOf(p) is not null && (programma is null ? p.AcceptsApplications : p.Code == programma)).OrderBy(p => p.Code, StringComparer.Ordinal).FirstOrDefault();
        if (programme is null || PlanDesk.PillarOf(programme) is not { } pillar)
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), Purpose, stop);
        var rows = ProgrammeHours.Ask(list, programme, pillar.Number);
        var plans = PlanLine.Ask(list, programme, pillar.Number);
        await list.Read(stop);
        return new RazorComponentResult<ForecastPage>(new { View = ForecastView.Of(programme, pillar, rows, plans.Lines) });
    }
}
