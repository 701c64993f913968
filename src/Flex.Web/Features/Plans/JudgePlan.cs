using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Plans;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;

namespace Flex.Web.Features.Plans;

/// <summary>Somebody of another organisation approves or refuses a plan above the programme's bound, on a summary without name.</summary>
internal static class JudgePlan
{
    public const string Approve = "goedkeuren";
    public const string Refuse = "afkeuren";
    private const string Purpose = "plan beoordelen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/werk/plan/{id:guid}", Show).RequireAuthorization(Policies.JudgeOverride);
        app.MapPost("/werk/plan/{id:guid}", Judge).RequireAuthorization(Policies.JudgeOverride).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var waiting = await WaitingPlan.Open(db, http.Actor(), Purpose, id, stop);
        if (waiting is null)
        {
            return Results.NotFound();
        }

        await waiting.Work.Save();
        return Page(waiting, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Judge(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var waiting = await WaitingPlan.Open(db, http.Actor(), Purpose, id, stop);
        if (waiting is null)
        {
            return Results.NotFound();
        }

        var errors = Errors(typed);
        if (Told(waiting, typed) is { } told || errors.Count > 0)
        {
            await waiting.Work.Save();
            return Told(waiting, typed) ?? Page(waiting, typed, errors, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await Write(waiting, typed, library);
            return new SavedAct("/werk", "plan-oordeel");
        }
        catch (PostgresException error) when (Refusals.Of(error) is not null)
        {
            return await Overtaken(db, waiting, typed, stop);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(waiting, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
    }

    // Somebody was first: look again at what is there now, and tell.
    private static async Task<IResult> Overtaken(FlexDb db, WaitingPlan before, TypedFields typed, CancellationToken stop)
    {
        await before.DisposeAsync();
        await using var now = await WaitingPlan.Open(db, before.Work.Actor, Purpose, before.Case.Id, stop);
        if (now is null)
        {
            return Results.NotFound();
        }

        await now.Work.Save();
        return Told(now, typed) ?? Page(now, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed);
    }

    // Of a request one judgement: the same act again is a double click.
    private static IResult? Told(WaitingPlan waiting, TypedFields typed) => waiting.Case switch
    {
        { JudgedAct: { } act } when act == typed.Act => new SavedAct("/werk", "plan-oordeel"),
        { State: not "wacht" } => Page(waiting, typed, [], StatusCodes.Status409Conflict, new("Dit is niet opgeslagen", JudgePlanWords.State(waiting.Case))),
        var found when !found.MayBeJudgedBy(waiting.Work.Actor) => Page(waiting, typed, [], StatusCodes.Status409Conflict, new("U mag dit niet beoordelen", JudgePlanWords.NotYou)),
        _ => null,
    };

    private static async Task Write(WaitingPlan waiting, TypedFields typed, ProgrammeLibrary library)
    {
        var (work, found, approved, reason) = (waiting.Work, waiting.Case, typed["oordeel"] == Approve, typed["reden"]?.Trim());
        work.Journal(Act.PlanJudged, waiting.Key, new PlanJudgedBody(found.Pillar, approved, work.Actor.Name, work.Actor.Organisation, reason));
        work.Add("select judge_plan($1, $2, $3, $4, $5, $6, $7, $8)",
            found.Id, approved ? "goedgekeurd" : "afgekeurd", work.Clock.Today, work.Actor.Name, work.Actor.Id, work.Actor.Organisation, Work.Optional(reason, NpgsqlDbType.Text), typed.Act);
        OpenWork.Refresh(work, library.Programmes[found.Programme], waiting.Key.Dossier);
        await work.Save();
    }

    private static List<FieldError> Errors(TypedFields typed)
    {
        var read = new FieldReader(name => typed[name], DateOnly.MaxValue);
        if (read.Text("oordeel") is not (Approve or Refuse))
        {
            read.Wrong("oordeel", "Kies wat u vindt.");
        }

        if (read.Note("reden", 2_000) is null && read.Text("oordeel") == Refuse && read.Problems.Count == 0)
        {
            read.Wrong("reden", "Vul in waarom u dit afkeurt.");
        }

        return [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))];
    }

    private static RazorComponentResult<JudgePlanPage> Page(WaitingPlan waiting, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { waiting.Case, Open = waiting.Case.State == "wacht" && waiting.Case.MayBeJudgedBy(waiting.Work.Actor), Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
