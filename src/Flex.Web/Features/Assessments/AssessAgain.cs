using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Assessments;

/// <summary>A professional weighs a family again; what was weighed before stays.</summary>
internal static class AssessAgain
{
    private const string Purpose = "opnieuw wegen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/beoordeling", Show).RequireAuthorization(Policies.Assess);
        app.MapPost("/dossiers/{id:guid}/beoordeling", Assess).RequireAuthorization(Policies.Assess).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is ({ ShowsFactors: true } record, _)
            ? Page(AssessmentDesk.Of(record, library.National.Factors, AssessmentForm.Fresh(record.Assessment, library.National.Factors, db.Clock.NewId())), StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Assess(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = AssessmentForm.Posted(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is not { Record.ShowsFactors: true })
        {
            return Results.NotFound();
        }

        var list = library.National.Factors;
        var desk = AssessmentDesk.Of(hand.Record, list, form);
        var read = form.Read(list, hand.Work.Actor.Name, DossierFacts.DayOf(hand.Record, db.Clock));
        if (ReassessmentText.Parse(read, list) is not { } weighed)
        {
            await hand.Work.Save();
            return Page(desk with { Errors = [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))] }, StatusCodes.Status422UnprocessableEntity);
        }

        if (form.Look)
        {
            await hand.Work.Save();
            return Page(desk with { Seen = weighed }, StatusCodes.Status200OK);
        }

        return SentBefore(hand.Record, form.Act, weighed, list) ?? await Store(hand, library, desk, weighed);
    }

    private static async Task<IResult> Store(DossierInHand hand, ProgrammeLibrary library, AssessmentDesk desk, Reassessment weighed)
    {
        var (record, work) = (hand.Record, hand.Work);
        if (AssessmentDesk.Refuses(record, desk.Form) is { } refusal)
        {
            await work.Save();
            return Page(desk with { Form = desk.Form with { Version = AssessmentForm.VersionOf(record.Assessment), Act = work.Clock.NewId() }, Said = refusal }, StatusCodes.Status409Conflict);
        }

        Add(hand, desk, weighed);
        return await hand.TrySaveDecided(library) switch
        {
            // The same act at the same moment: it is there.
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{record.Head.Id}", "weging"),
            { Unsure: true } => Page(desk with { Said = FormNotice.Unsure }, StatusCodes.Status503ServiceUnavailable),
            _ => Page(desk with { Said = AssessmentDesk.HasEnded(null) }, StatusCodes.Status409Conflict),
        };
    }

    private static void Add(DossierInHand hand, AssessmentDesk desk, Reassessment weighed)
    {
        var (record, work) = (hand.Record, hand.Work);
        var row = new NewAssessment(work.Clock.NewId(), work.EntryId, record.Head.Id, weighed.Form, weighed.Found, weighed.Form.Named(desk.List), desk.List.Version) { ActId = desk.Form.Act, Set = weighed.Set };
        work.Journal(Act.Reassessed, hand.Key, row.Body(record.Assessment is { } last ? AssessmentStep.Words(last) : null), weighed.Form.JudgedOn);
        NewAssessment.Add(work, [row]);
    }

    // The same act again with the same answers is a double click; with others it would be lost in silence, so it goes on as a new one.
    private static IResult? SentBefore(DossierRecord record, Guid act, Reassessment weighed, FactorList list) =>
        record.Assessments.FirstOrDefault(a => a.ActId == act) is { } before && AssessmentStep.Same(before, weighed, list)
            ? new SavedAct($"/dossiers/{record.Head.Id}", "weging")
            : null;

    private static RazorComponentResult<AssessAgainPage> Page(AssessmentDesk desk, int status) => new(new { Desk = desk }) { StatusCode = status };
}
