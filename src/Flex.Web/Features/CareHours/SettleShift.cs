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

/// <summary>A person chooses which holds where the provider's file and the page differ, with a reason. The other stays in the history; who pays is decided anew.</summary>
internal static class SettleShift
{
    private const string Purpose = "verschil in uren afhandelen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/zorg/verschil/{shift:guid}", Show).RequireAuthorization(Policies.SettleHours);
        app.MapPost("/dossiers/{id:guid}/zorg/verschil/{shift:guid}", Settle).RequireAuthorization(Policies.SettleHours).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid shift, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowHours.Look(http, id, db, library, Purpose, stop) is { } desk && ShiftChoice.Of(desk, shift) is { } choice
            ? Page(choice, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK, choice.Settled) : Results.NotFound();

    private static async Task<IResult> Settle(HttpContext http, Guid id, Guid shift, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = HoursDesk.Of(hand.Record, await FundingFacts.Read(hand.Work, id), http.Actor(), library, db.Clock);
        if (ShiftChoice.Of(desk, shift) is not { } choice)
        {
            await hand.Work.Save();
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], desk.Day);
        var (how, because) = (read.Code("welke_geldt", ShiftCodes.Ends, null), ContactActs.Because(read, "Vul in waarom dit geldt."));
        if (Told(choice, typed) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        var correction = how == ShiftCodes.File && because is not null ? choice.FromFile(typed.Act, because) : null;
        if (correction is not null && choice.InTheWay(correction) is { } why)
        {
            read.Wrong("welke_geldt", why);
        }

        if (read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(choice, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        hand.Work.Journal(Act.ShiftSettled, hand.Key, new ShiftSettledBody(choice.Shift.Number, choice.Shift.Began, choice.Shift.Quarters, how, because!));
        correction?.Add(hand.Work);
        new ShiftSettled(shift, how, because!).Add(hand.Work);
        var entry = hand.Work.EntryId;
        return await hand.TrySaveDecided(library, facts => facts.Shifts.Single(s => s.Id == shift).SettledEntry == entry && (correction is null || ContactActs.Fits(facts, correction))) switch
        {
            { Ok: true } => new SavedAct(desk.Address, "verschil"),
            { Unsure: true } => Page(choice, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowHours.Look(http, id, db, library, Purpose, stop) is { } now && ShiftChoice.Of(now, shift) is { } late => Told(late, typed) ?? Page(late, typed with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    private static IResult? Told(ShiftChoice choice, TypedFields typed) =>
        choice.Settled is { } settled
            ? (choice.Shift.SettledAs, choice.Shift.SettledBecause) == (typed["welke_geldt"], typed["reden"]) ? new SavedAct(choice.Desk.Address, "verschil") : Page(choice, typed, [], StatusCodes.Status409Conflict, settled)
        : choice.Desk.Record.Life.End is { } end ? Page(choice, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end)) : null;

    private static RazorComponentResult<SettleShiftPage> Page(ShiftChoice choice, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Choice = choice, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
