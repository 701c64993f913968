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

/// <summary>Registers care from when to when; in the same act it is decided who pays it.</summary>
internal static class RegisterContact
{
    private const string Purpose = "zorg vastleggen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/zorg/contact", Show).RequireAuthorization(Policies.RegisterCare);
        app.MapPost("/dossiers/{id:guid}/zorg/contact", Register).RequireAuthorization(Policies.RegisterCare).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowHours.Look(http, id, db, library, Purpose, stop) is { } desk
            ? Page(desk, TypedFields.Fresh(db.Clock, "", ("dag", Dutch.Date(desk.Day))), [], StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Register(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = HoursDesk.Of(hand.Record, await FundingFacts.Read(hand.Work, id), http.Actor(), library, db.Clock);
        var read = new FieldReader(name => typed[name], desk.Day);
        // What this act stored before is not in its own way.
        var given = ContactText.Parse(read, desk.ContextFor(http.Actor(), desk.Funding.Contacts.FirstOrDefault(c => c.Id == typed.Act)?.Id));
        if (ContactActs.Told(desk, typed, given, db.Clock) is { } told)
        {
            await hand.Work.Save();
            return told(Page);
        }

        if (given is null)
        {
            await hand.Work.Save();
            return Page(desk, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        var contact = new NewContact(typed.Act, id, given, null, hand.Work.Actor.Name, hand.Work.Actor.Id, null);
        hand.Work.Journal(Act.ContactRegistered, hand.Key, contact.Body, Flex.Domain.Shared.Amsterdam.DayOf(given.From));
        contact.Add(hand.Work);
        return await hand.TrySaveDecided(library, facts => ContactActs.Fits(facts, contact)) switch
        {
            { Ok: true } => ContactActs.Done(desk),
            { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowHours.Look(http, id, db, library, Purpose, stop) is { } now => ContactActs.Told(now, typed, given, db.Clock)?.Invoke(Page) ?? Page(now, typed with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    private static RazorComponentResult<RegisterContactPage> Page(HoursDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
