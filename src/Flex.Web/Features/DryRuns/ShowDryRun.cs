using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.DryRuns;

/// <summary>The page on which a coordinator tries changed criteria on past cases. Sending it stores nothing, so the answer is the page itself.</summary>
internal static class ShowDryRun
{
    private const string Path = "/beheer/proefberekening";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Decide);
        app.MapPost(Path, Run).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static RazorComponentResult Show(ProgrammeLibrary library) =>
        Page(library, DryRunForm.Empty(Programmes(library) is [var only] ? only.Value : null), [], null, StatusCodes.Status200OK);

    private static async Task<IResult> Run(HttpContext http, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = await DryRunForm.Read(await http.Request.ReadFormAsync(stop), stop);
        var (changed, errors) = form.Parse(library);
        return changed is null
            ? Page(library, form, errors, null, StatusCodes.Status422UnprocessableEntity)
            : Page(library, form, [], await JudgePastCases.Run(db, http.Actor(), changed, stop), StatusCodes.Status200OK);
    }

    // A concept has no decisions to try anything on.
    private static List<Choice> Programmes(ProgrammeLibrary library) =>
        [.. library.Programmes.Values.Where(p => p.Criteria.Count > 0).Select(p => new Choice(p.Code, p.Name))];

    private static RazorComponentResult<DryRunPage> Page(ProgrammeLibrary library, DryRunForm form, IReadOnlyList<FieldError> errors, DryRunResult? result, int status) => new(new
    {
        Form = form,
        Programmes = Programmes(library),
        Errors = errors,
        Result = result,
        Words = result is null ? null : new DryRunWords(result, library.National),
    })
    { StatusCode = status };
}
