using Flex.Web.Data;
using Flex.Web.Data.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Dossiers;

/// <summary>All dossiers that this person may see, newest first, page after page by key.</summary>
internal static class ListDossiers
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/dossiers", Show).RequireAuthorization(Policies.SeeDossiers);

    private static async Task<IResult> Show(HttpContext http, string? voor, FlexDb db, CancellationToken stop)
    {
        Guid? before = Guid.TryParse(voor, out var id) ? id : null;
        if (voor is not null && before is null)
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), "dossiers bekijken", stop);
        var page = DossierLines.Newest(list, before);
        await list.Read(stop);
        return new RazorComponentResult<ListDossiersPage>(new { page.Lines, page.More, First = before is null, MayApply = Policies.May(http.Actor().Role, Policies.Apply) });
    }
}
