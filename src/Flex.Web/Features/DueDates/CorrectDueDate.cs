using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.DueDates;

/// <summary>Corrects the due date before the birth; what hangs on it is found anew in the same act.</summary>
internal static class CorrectDueDate
{
    private const string Purpose = "uitgerekende datum verbeteren";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/uitgerekend", Show).RequireAuthorization(Policies.ConfirmFacts);
        app.MapPost("/dossiers/{id:guid}/uitgerekend", Correct).RequireAuthorization(Policies.ConfirmFacts).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop) => await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _)
        ? Page(record, TypedFields.Fresh(db.Clock, VersionOf(record)), [], StatusCodes.Status200OK, null)
        : Results.NotFound();

    private static Task<IResult> Correct(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        new Correcting<CorrectedDueDate>(
            Purpose,
            (read, record) => DueDateText.Parse(read, record.Head.DueDate, record.Head.ReceivedOn),
            (hand, said, _) => Write(hand, library.Programmes[hand.Record.Head.Programme], said)) { Told = Told, Page = Page, Done = Done }.Post(http, id, db, stop);

    private static void Write(DossierInHand hand, Domain.Programmes.Programme programme, CorrectedDueDate said)
    {
        var (work, id) = (hand.Work, hand.Record.Head.Id);
        var body = new DueDateBody(hand.Record.Head.DueDate, said.Day, said.Source);
        work.Journal(Act.DueDateCorrected, hand.Key, body, DossierFacts.DayOf(hand.Record, work.Clock));
        body.Add(work, id);
        OpenWork.Refresh(work, programme, id);
    }

    // Nothing to correct any more (it ended, the child is born), sent twice, or somebody corrected it since the form was opened.
    private static IResult? Told(DossierRecord record, TypedFields typed) => record switch
    {
        { Life.End: { } end } => Page(record, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end)),
        { BornOn: { } born } => Page(record, typed, [], StatusCodes.Status409Conflict, new("Dit is niet opgeslagen", $"Het kind is geboren op {Dutch.Date(born)}. De uitgerekende datum verandert niet meer.")),
        _ when typed.Version == VersionOf(record) => null,
        _ when FieldReader.DayOf(typed[DueDateText.Field]) == record.Head.DueDate => Done(record.Head.Id),
        _ => Page(record, typed with { Version = VersionOf(record) }, [], StatusCodes.Status409Conflict, new(
            "Dit is nog niet opgeslagen", $"Iemand heeft de datum intussen verbeterd: {VersionOf(record)}. Wat u invulde staat er nog. Verstuur het opnieuw als het klopt.")),
    };

    private static string VersionOf(DossierRecord record) => record.Head.DueDate is { } due ? Dutch.Date(due) : "";

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "uitgerekend");

    private static IResult Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said) =>
        new RazorComponentResult<CorrectDueDatePage>(new { Record = record, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
