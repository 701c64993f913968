using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
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

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var waiting = await WaitingOverride.Open(db, http.Actor(), Purpose, id, stop);
        if (waiting is null)
        {
            return Results.NotFound();
        }

        await waiting.Work.Save();
        return Page(waiting.Case, new(db.Clock.NewId(), null, null), http.Actor(), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Judge(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = JudgementForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var waiting = await WaitingOverride.Open(db, http.Actor(), Purpose, id, stop);
        if (waiting is null)
        {
            return Results.NotFound();
        }

        var (found, actor) = (waiting.Case, http.Actor());
        if (found.State == "wacht" && found.MayBeJudgedBy(actor) && form.Errors.Count > 0)
        {
            await waiting.Work.Save();
            return Page(found, form, actor, StatusCodes.Status422UnprocessableEntity, errors: form.Errors);
        }

        try
        {
            return found.State == "wacht" && found.MayBeJudgedBy(actor) && await JudgementWork.Do(waiting, form, library, stop)
                ? Results.LocalRedirect("/werk")
                : await Stopped(db, waiting, form, stop);
        }
        catch (PostgresException error) when (Refusals.Of(error) is { } refusal)
        {
            return Page(found, form, actor, StatusCodes.Status409Conflict, JudgementText.Of(refusal, found.Pillar));
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(found, form, actor, StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }

    // Somebody was first, or this person may not: look again at what is there now, and tell.
    private static async Task<IResult> Stopped(FlexDb db, WaitingOverride before, JudgementForm form, CancellationToken stop)
    {
        var actor = before.Work.Actor;
        await before.DisposeAsync();
        await using var now = await WaitingOverride.Open(db, actor, Purpose, before.Case.Id, stop);
        if (now is null)
        {
            return Results.NotFound();
        }

        await now.Work.Save();
        return form.Said(now.Case, actor) ? Results.LocalRedirect("/werk") : Page(now.Case, form, actor, StatusCodes.Status409Conflict, JudgementText.Stopped(now.Case, actor));
    }

    private static RazorComponentResult<JudgeOverridePage> Page(OverrideCase found, JudgementForm form, Actor actor, int status, FormNotice? said = null, IReadOnlyList<FieldError>? errors = null) =>
        new(new { Case = found, Form = form, Errors = errors ?? [], Said = said, Open = found.State == "wacht" && found.MayBeJudgedBy(actor) }) { StatusCode = status };
}
