using Flex.Domain.Dossiers;
using Flex.Web.Api.Programme;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;

namespace Flex.Web.Features.Applications;

/// <summary>POST /api/v1/applications: applying for a family as JSON, with the fields, checks and journal of the page.</summary>
internal static class ApplyByJson
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications", Apply)
        .Act(Policies.Apply)
        .WithName("applyForFamily")
        .WithTags("applications")
        .WithSummary("Meld een gezin aan")
        .WithDescription("De velden heten zoals op de pagina en in een bestand. Met act (een UUID die u zelf maakt) telt hetzelfde verzoek één keer.")
        .Produces<AppliedJson>(StatusCodes.Status201Created);

    private static async Task<IResult> Apply(HttpContext http, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        if (await JsonForm.Read(http.Request, stop) is not { } posted)
        {
            return ApiProblems.Unreadable();
        }

        var open = library.Programmes.Values.Where(p => p.AcceptsApplications).ToList();
        if (open.Find(p => p.Code == posted["programma"]) is not { } programme)
        {
            return ApiProblems.Fields([new("programma", $"Noem een programma dat aanmeldingen aanneemt: {string.Join(", ", open.Select(p => p.Code))}.")]);
        }

        var form = ApplicationForm.Posted(http.Actor(), posted, db.Clock);
        var factors = library.National.Factors;
        var read = new FieldReader(name => form.Said(name, factors), db.Clock.Today) { NamesCodes = true };
        if (ApplicationText.Parse(read, programme, library.National) is not { } application)
        {
            return ApiProblems.Fields(read.Problems.Select(p => new FieldError(p.Field, p.Message)));
        }

        try
        {
            var answer = await new NewApplication(programme, factors, form, application).Store(db, http.Actor(), stop);
            return answer.Dossier is { } id ? Results.Created($"/dossiers/{id}", new AppliedJson(id)) : ApiProblems.Conflict("Dit act-nummer is al gebruikt voor een andere aanmelding. Maak een nieuw nummer als u dit ook wilt vastleggen.");
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return ApiProblems.Unsure();
        }
    }
}

/// <summary>The dossier that was opened.</summary>
internal sealed record AppliedJson(Guid Dossier);
