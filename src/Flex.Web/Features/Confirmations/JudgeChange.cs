using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Confirmations;

/// <summary>The coordinator writes down what a change means for the family. Nothing happens by itself: a place that is to end is given back on its own page.</summary>
internal static class JudgeChange
{
    private const int LongestReason = 2_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/gegevens/oordeel", Judge).RequireAuthorization(Policies.JudgeChange).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Judge(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), ConfirmFacts.Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = ConfirmFacts.Desk(http, hand.Record, library, db);
        var read = new FieldReader(name => typed[name], desk.Day);
        var why = read.Note("oordeel", LongestReason);
        if (why is null && read.Problems.Count == 0)
        {
            read.Wrong("oordeel", "Vul in wat u hebt besloten.");
        }

        if (desk.Unjudged.Count == 0 || typed.Version != desk.Changes || read.Problems.Count > 0 || hand.Record.Life.End is not null)
        {
            await hand.Work.Save();
            return Refused(desk, typed, read.Problems, db.Clock);
        }

        Write(hand, desk, why!);
        return await hand.TrySave() switch
        {
            { Ok: true } => ConfirmFacts.Done(id, "oordeel"),
            _ => ConfirmFacts.Page(desk, Typed(desk, typed, db.Clock) with { Act = typed.Act }, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
        };
    }

    private static IResult Refused(FactsDesk desk, TypedFields typed, IReadOnlyList<Problem> problems, ProgrammeClock clock) => desk switch
    {
        { Record.Life.End: { } end } => ConfirmFacts.Page(desk, Typed(desk, typed, clock), [], StatusCodes.Status409Conflict, EndWords.Notice(end)),
        // Somebody judged it a moment ago, or this was sent twice.
        { Unjudged.Count: 0 } => ConfirmFacts.Done(desk.Record.Head.Id, "oordeel"),
        _ when typed.Version != desk.Changes => ConfirmFacts.Page(desk, Typed(desk, typed, clock), [], StatusCodes.Status409Conflict, new(
            "Uw oordeel is nog niet opgeslagen", "Er is intussen nog iets anders veranderd. Kijk wat er nu staat. Wat u invulde staat er nog; verstuur het opnieuw als het zo klopt.")),
        _ => ConfirmFacts.Page(desk, Typed(desk, typed, clock), [.. problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity),
    };

    private static void Write(DossierInHand hand, FactsDesk desk, string why)
    {
        var work = hand.Work;
        Guid[] judged = [.. desk.Unjudged.Select(c => c.Id)];
        work.Journal(Act.ChangeJudged, hand.Key, new ChangeJudgedBody([.. desk.Unjudged.SelectMany(c => c.Changed).Distinct()], why), desk.Day);
        work.Add("update fact_check set judged_on = $2, judged_by = $3, judged_because = $4 where id = any($1) and judged_on is null", judged, desk.Day, work.Actor.Name, why);
        OpenWork.Refresh(work, desk.Names.Programme, hand.Record.Head.Id);
    }

    // The form of the facts stands on the same page, as it was.
    private static TypedFields Typed(FactsDesk desk, TypedFields typed, ProgrammeClock clock)
    {
        var fresh = desk.Fresh(clock);
        return fresh with { Values = new Dictionary<string, string>(fresh.Values, StringComparer.Ordinal) { ["oordeel"] = typed["oordeel"] ?? "" } };
    }
}
