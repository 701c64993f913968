using Flex.Web.Data.Access;
using Flex.Web.Data.Figures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Api.Programme;

/// <summary>GET /api/v1/factsheets/{programme}: the figures of the factsheet page as JSON.</summary>
internal static class GetFactsheet
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/factsheets/{programme}", Get)
        .RequireAuthorization(Policies.SeeFigures)
        .WithName("getFactsheet")
        .WithTags("factsheets")
        .WithSummary("De cijfers van een factsheet")
        .WithDescription("Elk cijfer met definitie, n, ontbrekende en categorieën. Te kleine aantallen zijn null met suppressed true.")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<FactsheetJson>, ProblemHttpResult>> Get(HttpContext http, string programme, FigureReader figures, CancellationToken stop) =>
        await figures.Show(http.Actor(), programme, stop) is { } factsheet
            ? TypedResults.Ok(FactsheetJson.Of(factsheet))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Niet gevonden", detail: $"Er is geen programma met de code {programme}.");
}
