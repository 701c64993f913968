using Flex.Domain.Places;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>The place of one family in one pillar: confirm, give back, offer, answer, reserve again or wait again.</summary>
internal static class KeepPlace
{
    private const string Purpose = "plaats bijhouden";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/plaats/{pillar:int}", Show).RequireAuthorization(Policies.Decide);
        app.MapPost("/dossiers/{id:guid}/plaats/{pillar:int}", Take).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var (hand, desk) = await Open(db, library, http.Actor(), (id, pillar), stop);
        await using var opened = hand;
        if (hand is null || desk is null)
        {
            return Results.NotFound();
        }

        await hand.Work.Save();
        return Page(desk, new(db.Clock.NewId(), desk.Steps.Count == 1 ? desk.Steps[0] : null, null), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Take(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = PlaceForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        var answer = await Do(db, library, http.Actor(), (id, pillar), form, stop);
        if (answer is { Refusal: Refusal.NoPlaceLeft } && await LapsedPlaces.Lapse(db, library, stop) > 0)
        {
            answer = await Do(db, library, http.Actor(), (id, pillar), form, stop);
        }

        return answer switch
        {
            null => Results.NotFound(),
            { Done: true } => new SavedAct($"/dossiers/{id}", "plaats-" + form.Code),
            { Unsure: true } => Page(answer.Desk, form, StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            { Said: { } said } => Page(answer.Desk, form, StatusCodes.Status409Conflict, said),
            _ => Page(answer.Desk, form, StatusCodes.Status422UnprocessableEntity, errors: answer.Desk.Errors(form)),
        };
    }

    /// <summary>Does the step, or says why not with everything that the page needs; null when the dossier or a decision about this pillar is not there.</summary>
    internal static async Task<PlaceAnswer?> Do(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, int Pillar) about, PlaceForm form, CancellationToken stop)
    {
        var (hand, desk) = await Open(db, library, actor, about, stop);
        await using var opened = hand;
        if (hand is null || desk is null)
        {
            return null;
        }

        var open = form.Step is null || desk.Steps.Contains(form.Step.Value);
        if (open && desk.Errors(form).Count > 0)
        {
            await hand.Work.Save();
            return new(desk);
        }

        try
        {
            if (open && await PlaceWork.Do(hand, desk, form, stop))
            {
                return new(desk) { Done = true };
            }
        }
        catch (PostgresException error) when (Refusals.Of(error) is { } refusal)
        {
            await hand.DisposeAsync();
            return await Overtaken(db, library, hand, about, form, refusal, stop);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return new(desk) { Unsure = true };
        }

        await hand.DisposeAsync();
        return await Overtaken(db, library, hand, about, form, null, stop);
    }

    // Somebody was first, or this very form was: look again at what is there now, and tell.
    private static async Task<PlaceAnswer?> Overtaken(FlexDb db, ProgrammeLibrary library, DossierInHand hand, (Guid Dossier, int Pillar) about, PlaceForm form, Refusal? refusal, CancellationToken stop)
    {
        if (await OpenDossier.Read(db, hand.Work.Actor, Purpose, about.Dossier, stop) is not var (record, key) || PlaceDesk.Of(record, about.Pillar, library, db.Clock) is not { } desk)
        {
            return null;
        }

        var last = await LastPlaceAct.Read(db, hand.Work.Actor, Purpose, (key, about.Pillar), stop);
        return last?.Act == form.Act ? new(desk) { Done = true } : new(desk) { Refusal = refusal, Said = PlaceText.Stopped(desk, refusal, last) };
    }

    // A place whose time is over lapses before anybody acts on it.
    private static async Task<(DossierInHand?, PlaceDesk?)> Open(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, int Pillar) about, CancellationToken stop)
    {
        for (var again = true; ; again = false)
        {
            var hand = await OpenDossier.ToAct(db, actor, Purpose, about.Dossier, stop);
            var desk = hand is null ? null : PlaceDesk.Of(hand.Record, about.Pillar, library, db.Clock);
            if (hand is null || desk is null || !desk.Overdue || !again)
            {
                var first = hand is not null && desk is not null && desk.Steps.Contains(PlaceStep.Offer) ? await WaitingFamilies.First(hand.Work, desk.Names.Programme, about.Pillar, stop) : null;
                return (hand, desk is null ? null : desk with { IsFirst = first == about.Dossier });
            }

            await hand.DisposeAsync();
            await LapsedPlaces.Lapse(db, library, stop);
        }
    }

    private static RazorComponentResult<KeepPlacePage> Page(PlaceDesk desk, PlaceForm form, int status, FormNotice? said = null, IReadOnlyList<FieldError>? errors = null) =>
        new(new { Desk = desk, Form = form, Errors = errors ?? [], Said = said }) { StatusCode = status };
}
