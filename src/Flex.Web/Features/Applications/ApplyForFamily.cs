using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Flex.Web.Features.Applications;

/// <summary>A professional applies for a family.</summary>
internal static class ApplyForFamily
{
    // Room for a remark that is far too long: it is then refused beside its field, with everything typed still there.
    private const int LargestForm = 16_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/aanmelden", Show).RequireAuthorization(Policies.Apply);
        app.MapPost("/aanmelden", Send).RequireAuthorization(Policies.Apply).WithFormOptions(valueLengthLimit: LargestForm)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(LargestForm));
        app.MapGet("/aanmelden/concept/{id:guid}", KeepDraft.Resume).RequireAuthorization(Policies.Apply);
    }

    private static async Task<IResult> Show(HttpContext http, string? programma, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        var (drafts, remembered) = await KeepDraft.Own(db, http.Actor(), stop);
        var open = Open(library);
        return Chosen(open, programma) is { } programme
            ? new ApplicationPage(programme, library, db.Clock.Today).Fresh(ApplicationForm.Fresh(http.Actor(), db.Clock, remembered?.Programme == programme.Code ? remembered : null), drafts)
            : new RazorComponentResult<ChooseProgrammePage>(new { Programmes = open, Drafts = drafts });
    }

    private static async Task<IResult> Send(HttpContext http, ProgrammeLibrary library, FlexDb db, CancellationToken stop)
    {
        var posted = await http.Request.ReadFormAsync(stop);
        var open = Open(library);
        if (Chosen(open, posted["programma"]) is not { } programme)
        {
            return new RazorComponentResult<ChooseProgrammePage>(new { Programmes = open, Refused = true }) { StatusCode = StatusCodes.Status409Conflict };
        }

        var page = new ApplicationPage(programme, library, db.Clock.Today);
        try
        {
            return posted["doe"].ToString() switch
            {
                KeepDraft.Keep => await KeepDraft.Save(http, posted, page, db, stop),
                KeepDraft.Throw => await KeepDraft.Discard(http, posted, db, stop),
                SessionResumed.Form => page.Resumed(ApplicationForm.Posted(http.Actor(), posted, db.Clock), SessionResumed.Title, SessionResumed.Text),
                _ => await Store(http, posted, page, db, stop),
            };
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return page.Unsure(ApplicationForm.Posted(http.Actor(), posted, db.Clock));
        }
    }

    private static async Task<IResult> Store(HttpContext http, IFormCollection posted, ApplicationPage page, FlexDb db, CancellationToken stop)
    {
        var factors = page.Library.National.Factors;
        var form = ApplicationForm.Posted(http.Actor(), posted, db.Clock);
        var read = new FieldReader(name => form.Said(name, factors), db.Clock.Today);
        if (ApplicationText.Parse(read, page.Programme, page.Library.National) is not { } application)
        {
            return page.Wrong(form, read.Problems);
        }

        var answer = await new NewApplication(page.Programme, factors, form, application).Store(db, http.Actor(), stop);
        return answer switch
        {
            { DraftChanged: true } => await KeepDraft.ChangedElsewhere(http, posted, page, db, stop),
            { SaidOtherwise: true } => page.Conflict(ApplicationForm.Posted(http.Actor(), posted, db.Clock, again: true), FormNotice.SentBefore(null)),
            _ => new SavedAct($"/dossiers/{answer.Dossier}", "aanmelding", page.Programme.Work.DecidedBy(application.ReceivedOn, application.Pillars)),
        };
    }

    /// <summary>The programmes that take applications, by name.</summary>
    public static List<Programme> Open(ProgrammeLibrary library) =>
        [.. library.Programmes.Values.Where(p => p.AcceptsApplications).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The programme that was meant; the only one needs no choice.</summary>
    public static Programme? Chosen(List<Programme> open, string? code) =>
        string.IsNullOrEmpty(code) && open.Count == 1 ? open[0] : open.Find(p => p.Code == code);
}
