using System.Globalization;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Erasing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Rights;

/// <summary>The requests of families that are open, the first due first, and what was erased last.</summary>
internal static class ListRequests
{
    private const string Path = "/beheer/verzoeken";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).RequireAuthorization(Policies.KeepRights);

    private static async Task<IResult> Show(HttpContext http, string? na, FlexDb db, CancellationToken stop)
    {
        var (due, id) = (DateOnly.MinValue, Guid.Empty);
        if (na is not null && (na.Split('_') is not [var day, var after] || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out due) || !Guid.TryParse(after, out id)))
        {
            return Results.NotFound();
        }

        var list = await DossierList.For(db, http.Actor(), "verzoeken van gezinnen", stop);
        var open = list.Families(new ListPage<RequestLine>(RequestLine.Of, l => l.Dossier), RequestLine.Open, due, id);
        var erased = new List<ErasedLine>();
        await list.With(ErasedLine.Newest, [], r => erased.Add(ErasedLine.Of(r))).Read(stop);
        var next = open.More ? FormattableString.Invariant($"{Path}?na={open.Lines[^1].DueOn:yyyy-MM-dd}_{open.Lines[^1].Id}") : null;
        return new RazorComponentResult<ListRequestsPage>(new { open.Lines, Erased = (IReadOnlyList<ErasedLine>)erased, list.Clock.Today, Next = next });
    }
}
