using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.CareHours;

/// <summary>Registers hours of care with a family that is admitted.</summary>
internal static class RegisterHours
{
    private const string Purpose = "uren vastleggen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/uren", Show).RequireAuthorization(Policies.RegisterCare);
        app.MapPost("/dossiers/{id:guid}/uren", Register).RequireAuthorization(Policies.RegisterCare).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        if (await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is not var (record, _))
        {
            return Results.NotFound();
        }

        var admitted = record.Admitted;
        var fresh = new HoursForm(db.Clock.NewId(), admitted.Count == 1 ? $"{admitted[0]}" : null, Dutch.Date(DossierFacts.DayOf(record, db.Clock)), null, null);
        return Page(record, library, fresh, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Register(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = HoursForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        if (hand.Record.Life.End is { } end && hand.Record.Care.All(c => c.ActId != form.Act))
        {
            await hand.Work.Save();
            return Page(hand.Record, library, form, [], StatusCodes.Status409Conflict, EndWords.Notice(end));
        }

        var (sent, funding) = (hand.Record.Care.Any(c => c.ActId == form.Act), await FundingFacts.Read(hand.Work, id));
        // Who registers gave the care: that is not asked again.
        var read = new FieldReader(name => name == "zorgverlener" ? hand.Work.Actor.Name : form.Field(name), DossierFacts.DayOf(hand.Record, db.Clock));
        if (CareText.Parse(read, new(hand.Record.Admitted, hand.Record.BornOn) { Timed = sent ? [] : Timed(hand, funding) }) is not { } care)
        {
            await hand.Work.Save();
            return Page(hand.Record, library, form, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        var first = Flex.Domain.Shared.Amsterdam.FirstOf(care.Day);
        if (!sent && ClosedMonth.Of(funding.Closed, first, first) is { } closed)
        {
            await hand.Work.Save();
            return Page(hand.Record, library, form, [], StatusCodes.Status409Conflict, ContactActs.Closed(closed));
        }

        try
        {
            return await Store(hand, library, care, form.Act) ? Done(id) : await SentBefore(db, library, hand, form, care, stop);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(hand.Record, library, form, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }

    private static IReadOnlyCollection<DateOnly> Timed(DossierInHand hand, FamilyFunding funding) =>
        [.. funding.StandingContacts.Where(c => c.Carer == hand.Work.Actor.Id).Select(c => Flex.Domain.Shared.Amsterdam.DayOf(HoursDesk.FromOf(c)))];

    // False when this act was counted before, a moment ago or long since, or when the dossier ended just now.
    private static async Task<bool> Store(DossierInHand hand, ProgrammeLibrary library, CareGiven given, Guid act)
    {
        var work = hand.Work;
        var care = new NewCare(work.Clock.NewId(), hand.Record.Head.Id, work.EntryId, act, given);
        work.Journal(Act.CareRegistered, hand.Key, new CareBody([care.Body]), given.Day);
        NewCare.Add(work, [care]);
        OpenWork.Refresh(work, library.Programmes[hand.Record.Head.Programme], care.Dossier);
        try
        {
            await work.Save();
            return true;
        }
        catch (PostgresException error) when (Refusals.Of(error) is Refusal.AlreadyCounted or Refusal.DossierEnded)
        {
            await hand.DisposeAsync();
            return false;
        }
    }

    // The same again is a double click; something else would be lost in silence, so it comes back under a new act.
    private static async Task<IResult> SentBefore(FlexDb db, ProgrammeLibrary library, DossierInHand hand, HoursForm form, CareGiven care, CancellationToken stop)
    {
        var id = hand.Record.Head.Id;
        if (await OpenDossier.Read(db, hand.Work.Actor, Purpose, id, stop) is not var (record, _))
        {
            return Results.NotFound();
        }

        var before = record.Care.FirstOrDefault(c => c.ActId == form.Act);
        if (before is null && record.Life.End is { } end)
        {
            return Page(record, library, form, [], StatusCodes.Status409Conflict, EndWords.Notice(end));
        }

        return before is not null && before.Given == care
            ? Done(id)
            : Page(record, library, form with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict,
                FormNotice.SentBefore(before is null ? null : $"{Dutch.Hours(before.Quarters)} uur op {Dutch.Date(before.Day)}"));
    }

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "uren");

    private static RazorComponentResult<RegisterHoursPage> Page(DossierRecord record, ProgrammeLibrary library, HoursForm form, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) => new(new
    {
        record.Head,
        Form = form,
        Errors = errors,
        Said = said,
        record.Admitted,
        Names = new ProgrammeNames(library.Programmes[record.Head.Programme], library.National),
    }) { StatusCode = status };
}
