using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Flex.Web.Features.Applications;

/// <summary>A professional applies for a family, in the short form. (Drafts, authority and the door without an account come with their own issue.)</summary>
internal static class ApplyForFamily
{
    // Room for a remark that is far too long: it is then refused beside its field, with everything typed still there.
    private const int LargestForm = 16_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/aanmelden", Show).RequireAuthorization(Policies.Apply);
        app.MapPost("/aanmelden", Send).RequireAuthorization(Policies.Apply).WithFormOptions(valueLengthLimit: LargestForm)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(LargestForm));
        app.MapGet("/aanmelden/ontvangen", () => new RazorComponentResult<ApplicationReceivedPage>()).RequireAuthorization(Policies.Apply);
    }

    private static RazorComponentResult Show(HttpContext http, string? programma, ProgrammeLibrary library, FlexDb db)
    {
        var open = Open(library);
        return Chosen(open, programma) is { } programme
            ? Page(programme, library, ApplicationForm.Fresh(http.Actor(), db.Clock), db.Clock, [])
            : new RazorComponentResult<ChooseProgrammePage>(new { Programmes = open });
    }

    private static async Task<IResult> Send(HttpContext http, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        var posted = await http.Request.ReadFormAsync(stop);
        var open = Open(library);
        if (Chosen(open, posted["programma"]) is not { } programme)
        {
            return new RazorComponentResult<ChooseProgrammePage>(new { Programmes = open, Refused = true }) { StatusCode = StatusCodes.Status409Conflict };
        }

        var form = ApplicationForm.Posted(http.Actor(), posted, db.Clock);
        var read = new FieldReader(name => form.Said(name, library.National.Factors), db.Clock.Today);
        var application = ApplicationText.Parse(read, programme, library.National);
        if (application is null)
        {
            return Page(programme, library, form, db.Clock, read.Problems);
        }

        try
        {
            var answer = await new NewApplication(programme, library.National.Factors, form, application).Store(db, http.Actor(), stop);
            return answer.SaidOtherwise
                ? Page(programme, library, ApplicationForm.Posted(http.Actor(), posted, db.Clock, again: true), db.Clock, [], FormNotice.SentBefore(null))
                : SeeOther(http, answer.Dossier is { } id ? $"/dossiers/{id}" : "/aanmelden/ontvangen");
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(programme, library, form, db.Clock, [], FormNotice.Unsure);
        }
    }

    private static RazorComponentResult Page(Programme programme, ProgrammeLibrary library, ApplicationForm form, ProgrammeClock clock, IReadOnlyList<Problem> problems, FormNotice? said = null) =>
        new RazorComponentResult<ApplyForFamilyPage>(new
        {
            Programme = programme,
            library.National,
            Form = form,
            clock.Today,
            Errors = ApplicationFields.Errors(problems, library.National.Factors),
            Said = said,
        })
        { StatusCode = said == FormNotice.Unsure ? StatusCodes.Status503ServiceUnavailable : said is not null ? StatusCodes.Status409Conflict : problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };

    private static List<Programme> Open(ProgrammeLibrary library) =>
        [.. library.Programmes.Values.Where(p => p.AcceptsApplications).OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static Programme? Chosen(List<Programme> open, string? code) =>
        string.IsNullOrEmpty(code) && open.Count == 1 ? open[0] : open.Find(p => p.Code == code);

    private static StatusCodeHttpResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
