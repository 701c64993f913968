using Flex.Domain.Vulnerability;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Assessments;

/// <summary>The page with which a professional explains to the family what was weighed and what it means.</summary>
internal static class ExplainClass
{
    private const string Purpose = "uitleg aan het gezin";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/dossiers/{id:guid}/uitleg", Show).RequireAuthorization(Policies.Assess);

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is ({ ShowsFactors: true } record, _)
            ? new RazorComponentResult<ExplainClassPage>(new { record.Head.Id, Said = Explain(record.Assessment, library.National.Factors) })
            : Results.NotFound();

    private static Explanation? Explain(AssessmentLine? last, Domain.Programmes.FactorList list)
    {
        if (last is null)
        {
            return null;
        }

        var form = StoredAssessment.Form(list, last.Judgement, last.Factors.Select(f => (f.Factor, f.State)));
        return ExplanationText.Of(list, form.States, form.SubFactors, last.Counts, last.SetClass is not null);
    }
}
