using Flex.Domain.Dossiers;
using Flex.Domain.Ends;
using Flex.Domain.Places;
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

/// <summary>Opens an ended dossier again, with a reason. A place is taken again where there is one; where there is none, that becomes work.</summary>
internal static class ReopenDossier
{
    private const string Purpose = "dossier heropenen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/heropenen", Show).RequireAuthorization(Policies.EndDossier);
        app.MapPost("/dossiers/{id:guid}/heropenen", Reopen).RequireAuthorization(Policies.EndDossier).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is not var (record, _) ? Results.NotFound()
            : record.Life.End is null ? Done(id)
            : Page(record, TypedFields.Fresh(db.Clock, $"{record.Life.End.Id}"), [], StatusCodes.Status200OK);

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

            var answer = await Once(hand, library.Programmes[hand.Record.Head.Programme], typed, withPlaces);
            if (answer is not null)
            {
                return answer;
            }
        }

        return Done(id);
    }

    // Null when a place was gone just now.
    private static async Task<IResult?> Once(DossierInHand hand, Domain.Programmes.Programme programme, TypedFields typed, bool withPlaces)
    {
        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, hand.Work.Clock));
        var why = read.Line("reden", "Vul in waarom het dossier weer open gaat.");
        if (hand.Record.Life.End is not { } end || read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return hand.Record.Life.End is null ? Done(hand.Record.Head.Id)
                : Page(hand.Record, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        Write(hand, programme, end, why, withPlaces);
        return await hand.TrySave() switch
        {
            { Ok: true } => Done(hand.Record.Head.Id),
            { Unsure: true } => Page(hand.Record, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ => null,
        };
    }

    private static void Write(DossierInHand hand, Domain.Programmes.Programme programme, EndLine end, string why, bool withPlaces)
    {
        var (work, record, day) = (hand.Work, hand.Record, DossierFacts.DayOf(hand.Record, hand.Work.Clock));
        var pillars = record.WithPlace.Where(p => withPlaces && record.Places.Any(x => x.Pillar == p && x.Left > 0)).ToList();
        work.Journal(Act.DossierReopened, hand.Key, new ReopenedBody(why, pillars), day);
        work.Add("update dossier_end set reopened_on = $2, reopened_by = $3, reopened_because = $4 where id = $1 and reopened_on is null", end.Id, day, work.Actor.Name, why);
        if (pillars.Count > 0)
        {
            // The family takes back what it returned: the budget must not count those hours twice.
            work.Add("update held_place set returned_quarters = 0 where dossier_id = $1 and pillar = any($2) and returned_quarters > 0", record.Head.Id, pillars.ToArray());
        }

        HeldPlace.Add(work, programme.Code, [.. pillars.Select(p => new HeldPlace(work.Clock.NewId(), work.EntryId, record.Head.Id, p, PlaceState.Reserved, day,
            record.BornOn is null && programme.Work.ReservationDays is { } days ? day.AddDays(days) : null))]);
        ApplicantNotice.Queue(hand);
        OpenWork.Refresh(work, programme, record.Head.Id);
    }

    private static IResult Done(Guid id) => Results.LocalRedirect($"/dossiers/{id}");

    private static RazorComponentResult<ReopenDossierPage> Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Record = record, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
