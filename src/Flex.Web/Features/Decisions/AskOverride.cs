using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Decisions;

/// <summary>Later than the decision: a professional asks another organisation to decide otherwise. Until it is judged the decision stands.</summary>
internal static class AskOverride
{
    private const string Purpose = "afwijken van een besluit";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/afwijken/{pillar:int}", Show).RequireAuthorization(Policies.Decide);
        app.MapPost("/dossiers/{id:guid}/afwijken/{pillar:int}", Ask).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _) && DecisionDesk.Of(record, pillar, library, db.Clock) is { Decided: not null } desk
            ? Page(desk, new DecisionForm(db.Clock.NewId(), null, null), [], StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Ask(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = DecisionForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null || DecisionDesk.Of(hand.Record, pillar, library, db.Clock) is not { Decided: { } stands } desk)
        {
            return Results.NotFound();
        }

        if (desk.Record.Life.Overrides.FirstOrDefault(o => o.ActId == form.Act) is { } before)
        {
            await hand.Work.Save();
            return (before.Pillar, before.Outcome, before.Reason) == (pillar, form.Outcome, form.Reason) ? Done(id, form)
                : Page(desk, form with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.SentBefore(null));
        }

        if (desk.Record.Life.Overrides.Any(o => o.KeptAct == form.Act))
        {
            await hand.Work.Save();
            return Done(id, form);
        }

        if (OverrideStop.Of(desk, form) is { } why)
        {
            await hand.Work.Save();
            return Page(desk, form, [], StatusCodes.Status409Conflict, why);
        }

        if (form.Outcome == DecisionForm.Stands && desk.Returned is { } back && KeptDecision.Errors(form) is { Count: 0 })
        {
            KeptDecision.Add(hand, desk, back, form);
            return await Save(db, library, hand, desk, form, stop);
        }

        if (Errors(desk, form) is { Count: > 0 } errors)
        {
            await hand.Work.Save();
            return Page(desk, form, errors, StatusCodes.Status422UnprocessableEntity);
        }

        if (Deviation.Of(desk, form) is not { Confirmed: true } deviation)
        {
            await hand.Work.Save();
            return Page(desk, form, [], StatusCodes.Status200OK);
        }

        deviation.Add(hand, stands.Id);
        OpenWork.Refresh(hand.Work, desk.Names.Programme, id);
        return await Save(db, library, hand, desk, form, stop);
    }

    private static SavedAct Done(Guid id, DecisionForm form) => new($"/dossiers/{id}", form.Outcome == DecisionForm.Stands ? "blijft" : "afwijken");

    private static async Task<IResult> Save(FlexDb db, ProgrammeLibrary library, DossierInHand hand, DecisionDesk desk, DecisionForm form, CancellationToken stop)
    {
        try
        {
            await hand.Work.Save();
            return Done(hand.Key.Dossier, form);
        }
        catch (PostgresException error) when (Refusals.Of(error) is not null)
        {
            await hand.DisposeAsync();
            return await OpenDossier.Read(db, hand.Work.Actor, Purpose, hand.Key.Dossier, stop) is var (record, _) && DecisionDesk.Of(record, desk.Pillar, library, db.Clock) is { } now
                ? now.Waiting?.ActId == form.Act || now.Record.Life.Overrides.Any(o => o.KeptAct == form.Act) ? Done(hand.Key.Dossier, form)
                    : Page(now, form, [], StatusCodes.Status409Conflict, OverrideStop.Of(now, form) ?? FormNotice.SentBefore(null))
                : Results.NotFound();
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(desk, form, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }

    private static IReadOnlyList<FieldError> Errors(DecisionDesk desk, DecisionForm form)
    {
        if (form.Outcome == DecisionForm.Stands && desk.Returned is not null)
        {
            return KeptDecision.Errors(form);
        }

        var errors = desk.Errors(form).DistinctBy(e => e.Field).ToList();
        if (form.Outcome == desk.Decided!.Outcome)
        {
            errors.Add(new("besluit", $"Dit is al besloten: {OutcomeText.InSentence(form.Outcome, desk.Pillar)}. Kies iets anders."));
        }

        if (form.Reason is null && errors.For("reden") is null)
        {
            errors.Add(new("reden", "Vul in waarom u wilt afwijken."));
        }

        return errors;
    }

    private static RazorComponentResult<AskOverridePage> Page(DecisionDesk desk, DecisionForm form, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Form = form, Errors = errors, Said = said }) { StatusCode = status };
}
