using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Home;

/// <summary>The public home page: what each programme is, for whom, and where to go.</summary>
internal static class ShowHome
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", IResult (ProgrammeLibrary library, ProgrammeClock clock) => new RazorComponentResult<HomePage>(new { Programmes = Ordered(library), clock.Today })).AllowAnonymous();
        app.Map("/fout/{code:int?}", IResult (int? code, HttpContext http) => new RazorComponentResult<ErrorPage>(new { Code = code ?? http.Response.StatusCode })).AllowAnonymous();
    }

    private static IReadOnlyList<Programme> Ordered(ProgrammeLibrary library) =>
        [.. library.Programmes.Values.OrderByDescending(p => p.AcceptsApplications).ThenBy(p => p.Name, StringComparer.Ordinal)];
}
