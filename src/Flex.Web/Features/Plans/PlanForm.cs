using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Plans;

/// <summary>One form about a plan: what it reads, what it writes, and whether it was sent before.</summary>
/// <param name="Part">The last part of its address, which is also the code of what is said after it.</param>
/// <param name="Sent">What an act with this id said before; null when there is none.</param>
internal sealed record PlanForm<T>(string Part, string Purpose, Func<FieldReader, PlanDesk, T?> Parse, Func<PlanDesk, Guid, T?> Sent, Action<DossierInHand, PlanDesk, Guid, T> Journal, Action<DossierInHand, PlanDesk, Guid, T> Add)
    where T : class
{
    /// <summary>Whether it decides anew who pays: the end of a pillar does.</summary>
    public bool Decides { get; init; }

    /// <summary>Whether two texts of a form say the same.</summary>
    public Func<T, T, bool> Same { get; init; } = (a, b) => a.Equals(b);

    public async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowPlan.Look(http, id, db, library, Purpose, stop) is { } desk ? Page(desk, PlanFormWords.Fresh(Part, desk, db.Clock), [], StatusCodes.Status200OK) : Results.NotFound();

    public async Task<IResult> Take(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null || await PlanDesk.Of(hand, library) is not { } desk)
        {
            return Results.NotFound();
        }

        if (Answer(desk, typed, db.Clock, out var said) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        // The journal line takes the family: from here on nobody else changes what is looked at once more.
        Journal(hand, desk, typed.Act, said!);
        if (await Again(hand, desk, library) is { } fresh && Answer(fresh, typed, db.Clock, out said) is { } overtaken)
        {
            return overtaken;
        }

        Add(hand, desk, typed.Act, said!);
        return await Save(hand, desk, library) switch
        {
            { Ok: true } => Done(desk),
            { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowPlan.Look(http, id, db, library, Purpose, stop) is { } now => Answer(now, typed, db.Clock, out _) ?? Page(now, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    // Null when the database went away: then saving says so.
    private static async Task<PlanDesk?> Again(DossierInHand hand, PlanDesk desk, ProgrammeLibrary library)
    {
        try
        {
            return await PlanDesk.Of(hand, library);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return null;
        }
    }

    private Task<Saved> Save(DossierInHand hand, PlanDesk desk, ProgrammeLibrary library)
    {
        if (Decides)
        {
            return hand.TrySaveDecided(library);
        }

        OpenWork.Refresh(hand.Work, desk.Programme, desk.Record.Head.Id);
        return hand.TrySave();
    }

    // Sent twice, or with something else under the same act, or nothing can be written, or something typed is wrong; null: it can be stored.
    private IResult? Answer(PlanDesk desk, TypedFields typed, ProgrammeClock clock, out T? said)
    {
        var read = new FieldReader(name => typed[name], desk.Day);
        said = Parse(read, desk);
        if (Sent(desk, typed.Act) is { } before)
        {
            return Parse(new FieldReader(name => typed[name], desk.Day), desk with { Plan = desk.Plan.Without(typed.Act) }) is { } again && Same(again, before) ? Done(desk)
                : Page(desk, typed with { Act = clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.SentBefore(null));
        }

        return desk.Stopped is { } stopped ? Page(desk, typed, [], StatusCodes.Status409Conflict, stopped)
            : said is null ? Page(desk, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity)
            : null;
    }

    private IResult Done(PlanDesk desk) => new SavedAct(desk.Address, "plan-" + Part);

    private RazorComponentResult<PlanFormPage> Page(PlanDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Part, Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
