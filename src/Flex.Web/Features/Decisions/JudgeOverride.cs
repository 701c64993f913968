using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Decisions;

/// <summary>Somebody of another organisation than the one paid for the care approves or refuses an override, on a summary without name.</summary>
internal static class JudgeOverride
{
    private const string Purpose = "afwijkend besluit beoordelen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/werk/afwijking/{id:guid}", Show).RequireAuthorization(Policies.JudgeOverride);
        app.MapPost("/werk/afwijking/{id:guid}", Judge).RequireAuthorization(Policies.JudgeOverride).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var waiting = await WaitingOverride.Open(db, http.Actor(), Purpose, id, stop);
        if (waiting is null)
        {
            return Results.NotFound();
        }

        var seen = await See(waiting, library, stop);
        return Page(seen, new(db.Clock.NewId(), null, null), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Judge(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = JudgementForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var waiting = await WaitingOverride.Open(db, http.Actor(), Purpose, id, stop);
        if (waiting is null)
        {
            return Results.NotFound();
        }

        var seen = await Look(waiting, library, stop);
        if (seen.Open && form.Errors(seen.Changed) is { Count: > 0 } errors)
        {
            await waiting.Work.Save();
            return Page(seen, form, StatusCodes.Status422UnprocessableEntity, errors: errors);
        }

        try
        {
            return seen is { Open: true, Today: { } today } && today.Mark == form.Seen && await JudgementWork.Do(waiting, form, today, library, stop)
                ? new SavedAct("/werk", "afwijking")
                : await Stopped(db, library, waiting, form, stop);
        }
        catch (PostgresException error) when (Refusals.Of(error) is { } refusal)
        {
            return Page(seen, form, StatusCodes.Status409Conflict, JudgementText.Of(refusal, seen.Case.Pillar));
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(seen, form, StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }

    // Somebody was first, this person may not, or the facts changed while the page was open: look again at what is there now, and tell.
    private static async Task<IResult> Stopped(FlexDb db, ProgrammeLibrary library, WaitingOverride before, JudgementForm form, CancellationToken stop)
    {
        var actor = before.Work.Actor;
        await before.DisposeAsync();
        await using var now = await WaitingOverride.Open(db, actor, Purpose, before.Case.Id, stop);
        if (now is null)
        {
            return Results.NotFound();
        }

        var seen = await See(now, library, stop);
        return form.Said(seen.Case, actor) ? new SavedAct("/werk", "afwijking") : Page(seen, form, StatusCodes.Status409Conflict, JudgementText.Stopped(seen.Case, actor));
    }

    private static async Task<SeenOverride> See(WaitingOverride waiting, ProgrammeLibrary library, CancellationToken stop)
    {
        var seen = await Look(waiting, library, stop);
        await waiting.Work.Save();
        return seen;
    }

    private static async Task<SeenOverride> Look(WaitingOverride waiting, ProgrammeLibrary library, CancellationToken stop)
    {
        var programme = library.Programmes[waiting.Facts.Programme];
        var today = await FactsToday.Look(waiting, programme, stop);
        var found = waiting.Case with { PaidToday = today?.Paid(programme) };
        return new(found, today, found.State == "wacht" && found.MayBeJudgedBy(waiting.Work.Actor));
    }

    private static RazorComponentResult<JudgeOverridePage> Page(SeenOverride seen, JudgementForm form, int status, FormNotice? said = null, IReadOnlyList<FieldError>? errors = null) =>
        new(new { seen.Case, seen.Today, seen.Open, Form = form, Errors = errors ?? [], Said = said }) { StatusCode = status };

    private sealed record SeenOverride(OverrideCase Case, FactsToday? Today, bool Open)
    {
        public bool Changed => Today is { Changes.Count: > 0 };
    }
}
