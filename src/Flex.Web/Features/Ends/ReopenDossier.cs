using Flex.Domain.Dossiers;
using Flex.Domain.Places;
using Flex.Domain.Programmes;
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

/// <summary>Opens an ended dossier again, with a reason. A place is taken again where one is free and nobody waits for it; otherwise the family waits in its turn.</summary>
internal static class ReopenDossier
{
    private const string Purpose = "dossier heropenen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/heropenen", Show).RequireAuthorization(Policies.EndDossier);
        app.MapPost("/dossiers/{id:guid}/heropenen", Reopen).RequireAuthorization(Policies.EndDossier).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is not var (record, _) ? Results.NotFound()
            : record.Life.End is null ? Done(id)
            : Page(record, ReopenedPlaces.Of(record, library.Programmes[record.Head.Programme], DossierFacts.DayOf(record, db.Clock)), TypedFields.Fresh(db.Clock, $"{record.Life.End.Id}"), [], StatusCodes.Status200OK);

    private static async Task<IResult> Reopen(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        // Somebody may take the last place between looking and saving: then once more, without one.
        foreach (var withPlaces in (bool[])[true, false])
        {
            await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
            if (hand is null)
            {
                return Results.NotFound();
            }

            var answer = await Once(hand, library, typed, withPlaces);
            if (answer is not null)
            {
                return answer;
            }
        }

        return Done(id);
    }

    // Null when a place was gone just now.
    private static async Task<IResult?> Once(DossierInHand hand, ProgrammeLibrary library, TypedFields typed, bool withPlaces)
    {
        var (record, day) = (hand.Record, DossierFacts.DayOf(hand.Record, hand.Work.Clock));
        var programme = library.Programmes[record.Head.Programme];
        var places = ReopenedPlaces.Of(record, programme, day, withPlaces);
        var read = new FieldReader(name => typed[name], day);
        var why = read.Line("reden", "Vul in waarom het dossier weer open gaat.");
        if (record.Life.End is not { MergedInto: null } end || read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return record.Life.End is not { } now ? Done(record.Head.Id)
                : now.MergedInto is not null ? Page(record, places, typed, [], StatusCodes.Status409Conflict)
                : Page(record, places, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        Write(hand, programme, end, why, places);
        return await hand.TrySaveDecided(library) switch
        {
            { Ok: true } => Done(record.Head.Id),
            { Unsure: true } => Page(record, places, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ => null,
        };
    }

    private static void Write(DossierInHand hand, Programme programme, EndLine end, string why, ReopenedPlaces places)
    {
        var (work, record, day) = (hand.Work, hand.Record, DossierFacts.DayOf(hand.Record, hand.Work.Clock));
        work.Journal(Act.DossierReopened, hand.Key, new ReopenedBody(why, places.Taken, places.Waits), day);
        work.Add("update dossier_end set reopened_on = $2, reopened_by = $3, reopened_because = $4 where id = $1 and reopened_on is null", end.Id, day, work.Actor.Name, why);
        if (places.Taken.Count > 0)
        {
            // The family takes back what it returned: the budget must not count those hours twice.
            work.Add("update held_place set returned_quarters = 0 where dossier_id = $1 and pillar = any($2) and returned_quarters > 0", record.Head.Id, places.Taken.ToArray());
        }

        NewDecision.Add(work, [.. places.Waits.Select(p => new NewDecision(
            work.Clock.NewId(), work.EntryId, work.Clock.NewId(), hand.Key, DossierFacts.Propose(record, p, day, programme), NewDecision.Waiting, day, work.Actor.Name, why)
            { Instead = new(record.Decision(p)!.Id, Replacement.Lapsed) })]);
        ApplicantNotice.QueueAll(hand);
        HeldPlace.Add(work, programme.Code, [.. places.Taken.Select(p => new HeldPlace(work.Clock.NewId(), work.EntryId, record.Head.Id, p, PlaceState.Reserved, day,
            record.BornOn is null && programme.Work.ReservationDays is { } days ? day.AddDays(days) : null))]);
    }

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "heropend");

    private static RazorComponentResult<ReopenDossierPage> Page(DossierRecord record, ReopenedPlaces places, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Record = record, Places = places, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
