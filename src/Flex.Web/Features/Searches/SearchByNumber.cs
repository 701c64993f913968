using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Bsn = Flex.Domain.Shared.Bsn;

namespace Flex.Web.Features.Searches;

/// <summary>Finds a family by the whole BSN of mother or child, through its keyed hash. Posted and never shown again: it stands in no address, title, error or draft; the journal keeps who was found.</summary>
internal static class SearchByNumber
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/zoeken/bsn", IResult () => Page([], null)).RequireAuthorization(Policies.SeeIdentity);
        app.MapPost("/zoeken/bsn", Search).RequireAuthorization(Policies.SeeIdentity).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Search(HttpContext http, FlexDb db, CancellationToken stop)
    {
        if (Bsn.TryParse((await http.Request.ReadFormAsync(stop))["bsn"]) is not { } number)
        {
            return Page([new("bsn", "Dit is geen geldig BSN. Typ alle negen cijfers.")], null);
        }

        var list = await DossierList.For(db, http.Actor(), "zoeken op BSN", stop);
        var found = DossierLines.WithNumber(list, db.Keys.BsnHashes(number.Digits));
        await list.Read(stop, Act.BsnSearched);
        return Page([], found);
    }

    private static RazorComponentResult<SearchByNumberPage> Page(IReadOnlyList<FieldError> errors, ListPage<DossierLine>? found) =>
        new(new { Errors = errors, Searched = found is not null, Lines = found?.Lines ?? [] }) { StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
}
