using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Applications;

/// <summary>The page of the form in each of its states.</summary>
internal sealed record ApplicationPage(Programme Programme, ProgrammeLibrary Library, DateOnly Today)
{
    public RazorComponentResult Fresh(ApplicationForm form, IReadOnlyList<Draft> drafts) => Show(form, [], null, StatusCodes.Status200OK, drafts);

    /// <summary>A draft, or what was typed when the session ended.</summary>
    public RazorComponentResult Resumed(ApplicationForm form, string title, string text) => Show(form, [], null, StatusCodes.Status200OK, [], new FormNotice(title, text));

    public RazorComponentResult Wrong(ApplicationForm form, IReadOnlyList<Problem> problems) => Show(form, problems, null, StatusCodes.Status422UnprocessableEntity);

    public RazorComponentResult Conflict(ApplicationForm form, FormNotice said) => Show(form, [], said, StatusCodes.Status409Conflict);

    public RazorComponentResult Unsure(ApplicationForm form) => Show(form, [], FormNotice.Unsure, StatusCodes.Status503ServiceUnavailable);

    private RazorComponentResult Show(ApplicationForm form, IReadOnlyList<Problem> problems, FormNotice? said, int status, IReadOnlyList<Draft>? drafts = null, FormNotice? resumed = null) =>
        new RazorComponentResult<ApplyForFamilyPage>(new
        {
            Programme,
            Library.National,
            Form = form,
            Today,
            Errors = ApplicationFields.Errors(problems, Library.National.Factors),
            Said = said,
            Drafts = drafts ?? [],
            Resumed = resumed,
        })
        { StatusCode = status };
}
