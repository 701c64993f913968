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

/// <summary>The coordinator settles a dispute of the family about a contact, with a reason; until then nothing of it is claimed. Who gave the care does not settle it.</summary>
internal static class SettleHours
{
    private const string Purpose = "betwiste uren beoordelen";
    private const int LongestReason = 2_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel", Show).RequireAuthorization(Policies.SettleHours);
        app.MapPost("/dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel", Settle).RequireAuthorization(Policies.SettleHours).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid contact, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowHours.Look(http, id, db, library, Purpose, stop) is { } desk && desk.Funding.DisputeOf(contact) is { } answer
            ? Page(desk, answer, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<IResult> Settle(HttpContext http, Guid id, Guid contact, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = HoursDesk.Of(hand.Record, await FundingFacts.Read(hand.Work, id), http.Actor(), library, db.Clock);
        if (desk.Funding.DisputeOf(contact) is not { } answer)
        {
            await hand.Work.Save();
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], desk.Day);
        var how = read.Code("hoe_verder", DisputeCodes.Ends, null);
        var because = Because(read);
        if (how == DisputeCodes.Corrected && desk.Funding.CorrectionOf(contact) is null)
        {
            read.Wrong("hoe_verder", "De uren zijn nog niet verbeterd. Verbeter ze eerst of neem ze terug.");
        }

        if (Told(desk, answer, typed, http.Actor()) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(desk, answer, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        hand.Work.Journal(Act.HoursSettled, hand.Key, new HoursSettledBody(answer.Because!, how, because!));
        new HoursSettled(answer.Id, how, because!).Add(hand.Work);
        var entry = hand.Work.EntryId;
        return await hand.TrySaveDecided(library, facts => facts.Answers.Single(a => a.Id == answer.Id).SettledEntry == entry) switch
        {
            { Ok: true } => Done(desk),
            { Unsure: true } => Page(desk, answer, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowHours.Look(http, id, db, library, Purpose, stop) is { } now && now.Funding.DisputeOf(contact) is { } settled => Told(now, settled, typed, http.Actor()) ?? Page(now, settled, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    private static string? Because(FieldReader read)
    {
        if (read.Text("reden") is null)
        {
            read.Wrong("reden", "Vul in waarom.");
        }

        return read.Note("reden", LongestReason);
    }

    private static IResult? Told(HoursDesk desk, AnswerRow answer, TypedFields typed, Actor actor) => answer switch
    {
        { SettledOn: { } on } => (answer.SettledAs, answer.SettledBecause) == (typed["hoe_verder"], typed["reden"]) ? Done(desk)
            : Page(desk, answer, typed, [], StatusCodes.Status409Conflict, new("Hierover is al beslist", $"{answer.SettledBy} heeft dit afgehandeld op {Dutch.Date(on)}: {answer.SettledBecause}")),
        _ when desk.Funding.Contacts.First(c => c.Id == answer.ContactId).Carer == actor.Id => Page(desk, answer, typed, [], StatusCodes.Status409Conflict, new("Dit beoordeelt een ander", "U gaf deze zorg zelf. Laat een collega beoordelen of de uren kloppen.")),
        _ => null,
    };

    private static SavedAct Done(HoursDesk desk) => new(desk.Address, "uren-oordeel");

    private static RazorComponentResult<SettleHoursPage> Page(HoursDesk desk, AnswerRow answer, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Answer = answer, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
