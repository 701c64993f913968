using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Searches;

/// <summary>Finds a family by name, day of birth or number. It is posted, so that no name stands in an address; the journal keeps who was found, not what was typed.</summary>
internal static class SearchFamilies
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/zoeken", IResult () => Page(SearchForm.Empty, [], null)).RequireAuthorization(Policies.SeeDossiers);
        app.MapPost("/zoeken", Search).RequireAuthorization(Policies.SeeDossiers).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Search(HttpContext http, FlexDb db, CancellationToken stop)
    {
        var form = SearchForm.Posted(await http.Request.ReadFormAsync(stop));
        if (form.Read(db.Clock.Today, out var errors) is not { } search)
        {
            return Page(form, errors, null);
        }

        var list = await DossierList.For(db, http.Actor(), "zoeken", stop);
        var (found, alike) = (search.Ask(list), search.AskSounds(list));
        await list.Read(stop, Act.SearchDone);
        return Page(form, [], found, alike);
    }

    private static RazorComponentResult<SearchFamiliesPage> Page(SearchForm form, IReadOnlyList<FieldError> errors, ListPage<DossierLine>? found, ListPage<DossierLine>? alike = null) =>
        new(new { Form = form, Errors = errors, Searched = found is not null, Lines = found?.Lines ?? [], More = found?.More ?? false, Alike = alike?.Lines ?? [], MoreAlike = alike?.More ?? false })
        { StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
}
