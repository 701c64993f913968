using Flex.Domain.Programmes;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Factsheets;

/// <summary>Which programmes have figures, with the way to each factsheet and its check page.</summary>
internal static class ListFactsheets
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/cijfers", Show).RequireAuthorization(Policies.SeeFigures);

    private static RazorComponentResult Show(HttpContext http, ProgrammeLibrary library) => new RazorComponentResult<ListFactsheetsPage>(new
    {
        Programmes = (IReadOnlyList<Programme>)[.. library.Programmes.Values.Where(p => p.Factsheet.Count > 0).OrderBy(p => p.Name, StringComparer.Ordinal)],
        Checked = (IReadOnlySet<string>)library.Published.Where(p => p.Value.Count > 0).Select(p => p.Key).ToHashSet(StringComparer.Ordinal),
        MayTry = Policies.May(http.Actor().Role, Policies.Decide),
    });
}
