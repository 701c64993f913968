using Flex.Domain.Dossiers;
using Flex.Domain.Ends;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Ends;

/// <summary>Ends a dossier in a named way: its places are free and everything that waited to be sent is stopped in the same act.</summary>
internal static class EndDossier
{
    private const string Purpose = "dossier afsluiten";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/einde", Show).RequireAuthorization(Policies.EndDossier);
        app.MapPost("/dossiers/{id:guid}/einde", End).RequireAuthorization(Policies.EndDossier).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _)
            ? Page(record, library, db.Clock, TypedFields.Fresh(db.Clock, "", ("dag", Dutch.Date(DossierFacts.DayOf(record, db.Clock)))), [], StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> End(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        if (hand.Record.Life.End is not null)
        {
            await hand.Work.Save();
            return Ended(hand.Record, library, db.Clock, typed);
        }

        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        if (EndText.Parse(read, Context(hand.Record, library, db.Clock)) is not { } ending)
        {
            await hand.Work.Save();
            return Page(hand.Record, library, db.Clock, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message) { Asks = p.Asks })], StatusCodes.Status422UnprocessableEntity);
        }

        Write(hand, ending with { Freed = [.. Held(hand.Record)] }, typed.Act);
        return await hand.TrySaveDecided(library) switch
        {
            { Ok: true } => Done(id),
            { Unsure: true } => Page(hand.Record, library, db.Clock, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (now, _) => Ended(now, library, db.Clock, typed),
            _ => Results.NotFound(),
        };
    }

    private static void Write(DossierInHand hand, DossierEnding ending, Guid act)
    {
        var (work, id) = (hand.Work, hand.Record.Head.Id);
        work.Journal(Act.DossierEnded, hand.Key, ending, ending.On);
        NewEnd.Add(work, new(work.Clock.NewId(), id, work.EntryId, act, ending, work.Actor.Name));
        if (ending.How == EndCodes.PlacedElsewhere)
        {
            // The old address is nobody's to use: until somebody asks again, nothing leaves.
            NewSafeContact.Add(work, [new(work.Clock.NewId(), id, work.EntryId, ending.On, new([], null, "onbekend"))]);
        }

        ApplicantNotice.QueueAll(hand);
    }

    // The same form sent twice did what it says; another end that came first is told.
    private static IResult Ended(DossierRecord record, ProgrammeLibrary library, ProgrammeClock clock, TypedFields typed) => record.Life.End is { } end && end.ActId != typed.Act
        ? Page(record, library, clock, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end))
        : Done(record.Head.Id);

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "einde");

    private static EndContext Context(DossierRecord record, ProgrammeLibrary library, ProgrammeClock clock) =>
        StillOpen.Of(record, library.Programmes[record.Head.Programme], DossierFacts.DayOf(record, clock));

    /// <summary>The pillars in which the family holds a place now.</summary>
    internal static IEnumerable<int> Held(DossierRecord record) => record.Life.Held.Where(h => h.EndedOn is null).Select(h => h.Pillar).Order();

    private static RazorComponentResult<EndDossierPage> Page(DossierRecord record, ProgrammeLibrary library, ProgrammeClock clock, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Record = record, Context = Context(record, library, clock), Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
