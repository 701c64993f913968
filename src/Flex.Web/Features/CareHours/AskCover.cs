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

/// <summary>Asks before a contribution is waived: supplementary cover, who bills, and what was paid already. A later answer counts in the place of an earlier one, which stays.</summary>
internal static class AskCover
{
    private const string Purpose = "aanvullende verzekering vragen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/zorg/verzekering", Show).RequireAuthorization(Policies.Indicate);
        app.MapPost("/dossiers/{id:guid}/zorg/verzekering", Ask).RequireAuthorization(Policies.Indicate).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowHours.Look(http, id, db, library, Purpose, stop) is { } desk ? Page(desk, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<IResult> Ask(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = HoursDesk.Of(hand.Record, await FundingFacts.Read(hand.Work, id), http.Actor(), library, db.Clock);
        var read = new FieldReader(name => typed[name], desk.Day);
        var said = CoverText.Parse(read);
        if (Told(desk, typed, said, db.Clock) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (said is null)
        {
            await hand.Work.Save();
            return Page(desk, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        hand.Work.Journal(Act.CoverAsked, hand.Key, said);
        new NewCoverAsked(typed.Act, id, said, desk.Programme.Pillars.FirstOrDefault(p => p.WaivesOwnContribution)?.Number).Add(hand.Work);
        return await hand.TrySaveDecided(library) switch
        {
            { Ok: true } => Done(desk),
            { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowHours.Look(http, id, db, library, Purpose, stop) is { } now => Told(now, typed, said, db.Clock) ?? Page(now, typed with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    // Sent twice, or with something else under the same act, or for a dossier that ended.
    private static IResult? Told(HoursDesk desk, TypedFields typed, SaidCover? said, ProgrammeClock clock) => desk.Funding.Asked.FirstOrDefault(a => a.Id == typed.Act) is { } before
        ? said is not null && (before.Covered, before.BilledBy, before.Paid) == (said.Covered, said.BilledBy, said.Paid?.Value)
            ? Done(desk)
            : Page(desk, typed with { Act = clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.SentBefore(null))
        : desk.Record.Life.End is { } end ? Page(desk, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end)) : null;

    private static SavedAct Done(HoursDesk desk) => new(desk.Address, "verzekering");

    private static RazorComponentResult<AskCoverPage> Page(HoursDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
