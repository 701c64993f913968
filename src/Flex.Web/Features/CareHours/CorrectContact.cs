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

namespace Flex.Web.Features.CareHours;

/// <summary>Corrects a contact, or takes it back, with a reason. The old one stays; who pays is decided anew. A correction can be corrected, the newest only.</summary>
internal static class CorrectContact
{
    private const string Purpose = "zorg verbeteren";
    private const int LongestReason = 2_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/zorg/contact/{contact:guid}", Show).RequireAuthorization(Policies.RegisterCare);
        app.MapPost("/dossiers/{id:guid}/zorg/contact/{contact:guid}", Correct).RequireAuthorization(Policies.RegisterCare).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid contact, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowHours.Look(http, id, db, library, Purpose, stop) is { } desk && desk.Funding.Contacts.FirstOrDefault(c => c.Id == contact) is { } row
            ? Page(desk, row, CorrectionForm.Fresh(row, db.Clock), [], StatusCodes.Status200OK, CorrectionForm.Meanwhile(desk, row) ?? CorrectionForm.Closed(desk, row))
            : Results.NotFound();

    private static async Task<IResult> Correct(HttpContext http, Guid id, Guid contact, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = HoursDesk.Of(hand.Record, await FundingFacts.Read(hand.Work, id), http.Actor(), library, db.Clock);
        if (desk.Funding.Contacts.FirstOrDefault(c => c.Id == contact) is not { } row)
        {
            await hand.Work.Save();
            return Results.NotFound();
        }

        var sent = desk.Funding.Contacts.FirstOrDefault(c => c.Id == typed.Act);
        var read = new FieldReader(name => typed[name], desk.Day);
        var given = read.Ticked("terug") == true ? ContactActs.GivenOf(row) with { Length = default } : ContactText.Parse(read, desk.ContextFor(http.Actor(), sent?.Id ?? contact));
        var because = ReasonOf(read);
        if (ContactActs.Told(desk, typed, given, db.Clock) is { } told)
        {
            await hand.Work.Save();
            return told((d, t, e, s, n) => Page(d, row, t, e, s, n));
        }

        if ((CorrectionForm.Meanwhile(desk, row) ?? CorrectionForm.Closed(desk, row)) is { } meanwhile)
        {
            await hand.Work.Save();
            return Page(desk, row, typed, [], StatusCodes.Status409Conflict, meanwhile);
        }

        if (given is null || because is null)
        {
            await hand.Work.Save();
            return Page(desk, row, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        return await Save(http, hand, desk, row, new(typed.Act, id, given, contact, row.Caregiver, row.Carer, because), typed, (db, library), stop);
    }

    private static async Task<IResult> Save(HttpContext http, DossierInHand hand, HoursDesk desk, ContactRow row, NewContact correction, TypedFields typed, (FlexDb Db, ProgrammeLibrary Library) house, CancellationToken stop)
    {
        hand.Work.Journal(Act.ContactCorrected, hand.Key, correction.Body, Flex.Domain.Shared.Amsterdam.DayOf(correction.Given.From));
        correction.Add(hand.Work);
        return await hand.TrySaveDecided(house.Library, facts => ContactActs.Fits(facts, correction) && facts.Contacts.Count(c => c.Replaces == row.Id) == 1) switch
        {
            { Ok: true } => ContactActs.Done(desk),
            { Unsure: true } => Page(desk, row, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowHours.Look(http, correction.Dossier, house.Db, house.Library, Purpose, stop) is { } now =>
                ContactActs.Told(now, typed, correction.Given, house.Db.Clock)?.Invoke((d, t, e, s, n) => Page(d, row, t, e, s, n)) ?? Page(now, row, typed with { Act = house.Db.Clock.NewId() }, [], StatusCodes.Status409Conflict, CorrectionForm.Meanwhile(now, row) ?? FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    private static string? ReasonOf(FieldReader read)
    {
        if (read.Text("reden") is null)
        {
            read.Wrong("reden", "Vul in wat er niet klopte.");
        }

        return read.Note("reden", LongestReason) is { } because && read.Problems.Count == 0 ? because : null;
    }

    private static RazorComponentResult<CorrectContactPage> Page(HoursDesk desk, ContactRow contact, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Contact = contact, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
