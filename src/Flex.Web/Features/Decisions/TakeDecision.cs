using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Decisions;

/// <summary>A professional decides about one pillar of one dossier; the rule only proposes. Who is admitted takes a place in the same transaction; who wants otherwise than the rule asks another organisation.</summary>
internal static class TakeDecision
{
    private const string Purpose = "besluiten";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/besluit/{pillar:int}", Show).RequireAuthorization(Policies.Decide);
        app.MapPost("/dossiers/{id:guid}/besluit/{pillar:int}", Take).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>Stores the decision, or says why not with everything that the page needs; null when the dossier or the application for this pillar is not there.</summary>
    public static async Task<DecisionAnswer?> Decide(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, int Pillar) about, DecisionForm form, CancellationToken stop)
    {
        var answer = await Once(db, library, actor, about, form, stop);
        // Before anybody is sent away: a place whose time is over is no longer taken.
        return answer?.Refusal is Refusal.NoPlaceLeft && await LapsedPlaces.Lapse(db, library, stop) > 0
            ? await Once(db, library, actor, about, form, stop)
            : answer;
    }

    private static async Task<DecisionAnswer?> Once(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, int Pillar) about, DecisionForm form, CancellationToken stop)
    {
        try
        {
            return await TryOnce(db, library, actor, about, form, stop);
        }
        catch (PostgresException error) when (Refusals.Of(error) is { } refusal)
        {
            // Somebody was first: look again at what is there now, and tell.
            return await OpenDossier.Read(db, actor, Purpose, about.Dossier, stop) is var (record, _) && DecisionDesk.Of(record, about.Pillar, library, db.Clock) is { } desk
                ? Refused(desk, form, refusal)
                : null;
        }
    }

    private static async Task<DecisionAnswer?> TryOnce(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, int Pillar) about, DecisionForm form, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, actor, Purpose, about.Dossier, stop);
        if (hand is null || DecisionDesk.Of(hand.Record, about.Pillar, library, db.Clock) is not { } desk)
        {
            return null;
        }

        var deviation = Deviation.Of(desk, form);
        if (desk.Closed || desk.Errors(form).Count > 0 || deviation is { Possible: false } or { Confirmed: false })
        {
            await hand.Work.Save();
            return Refused(desk, form, desk.Record.Life.End is not null ? Refusal.DossierEnded : deviation is { Possible: false } ? Refusal.NoPlaceLeft : null);
        }

        Add(hand, desk, form, deviation);
        try
        {
            await Payers.Decide(hand.Work, library, desk.Names.Programme.Code, about.Dossier);
            OpenWork.Refresh(hand.Work, desk.Names.Programme, about.Dossier);
            await hand.Work.Save();
            return new(desk, Stored: true, null);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return new(desk, Stored: false, null, Unsure: true);
        }
    }

    // Otherwise than the rule: what the rule says is decided first, and stands until somebody of another organisation judged.
    private static void Add(DossierInHand hand, DecisionDesk desk, DecisionForm form, Deviation? deviation)
    {
        var work = hand.Work;
        var (outcome, reason) = deviation is null ? (form.Outcome!, form.Reason) : (deviation.Stands, null);
        var decision = new NewDecision(work.Clock.NewId(), work.EntryId, form.Act, hand.Key, desk.Facts, outcome, desk.Facts.Facts.DecidedOn, work.Actor.Name, reason);
        work.Journal(Act.Decided, hand.Key, decision.Body, decision.DecidedOn);
        NewDecision.Add(work, [decision]);
        deviation?.Add(hand, decision.Id);
        ApplicantNotice.Queue(hand, desk.Pillar);
        HeldPlace.Add(work, desk.Names.Programme.Code, outcome == NewDecision.Admitted ? [HeldPlace.Reserve(decision, desk.Names.Programme.Work)] : []);
    }

    // The same asked twice is no refusal: it is there. Something else under the same act is one.
    private static DecisionAnswer Refused(DecisionDesk desk, DecisionForm form, Refusal? refusal) => desk.Decided is { } decided
        ? new(desk, form.Asked(decided, desk.Record.Life.Overrides), Refusal.AlreadyDecided)
        : new(desk, Stored: false, refusal);

    private static async Task<IResult> Show(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is not var (record, _) || DecisionDesk.Of(record, pillar, library, db.Clock) is not { } desk ? Results.NotFound()
            : record.IsInDoubt ? FirstSettle(id)
            : Page(desk, new DecisionForm(db.Clock.NewId(), null, null), shown: true, StatusCodes.Status200OK);

    // The family may have another dossier: that is said first.
    private static IResult FirstSettle(Guid id) => Results.LocalRedirect($"/werk/lijkt-op/{id}");

    private static async Task<IResult> Take(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = DecisionForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        var answer = await Decide(db, library, http.Actor(), (id, pillar), form, stop);
        return answer switch
        {
            null => Results.NotFound(),
            { Desk.Record.IsInDoubt: true } => FirstSettle(id),
            { Stored: true } => new SavedAct($"/dossiers/{id}", Deviation.Of(answer.Desk, form) is null ? "besluit" : "besluit-afwijken"),
            { Unsure: true } => Page(answer.Desk, form, shown: false, StatusCodes.Status503ServiceUnavailable, said: FormNotice.Unsure),
            { Refusal: Refusal.AlreadyCounted } => Page(answer.Desk, form with { Act = db.Clock.NewId() }, shown: false, StatusCodes.Status409Conflict, said: FormNotice.SentBefore("voor een ander besluit")),
            { Refusal: not null } => Page(answer.Desk, form, shown: false, StatusCodes.Status409Conflict, answer.Refusal),
            _ when answer.Desk.Errors(form).Count == 0 => Page(answer.Desk, form, shown: false, StatusCodes.Status200OK),
            _ => Page(answer.Desk, form, shown: false, StatusCodes.Status422UnprocessableEntity),
        };
    }

    private static RazorComponentResult<TakeDecisionPage> Page(DecisionDesk desk, DecisionForm form, bool shown, int status, Refusal? refusal = null, FormNotice? said = null) =>
        new(new { Desk = desk, Form = form, Errors = shown || refusal is not null ? [] : desk.Errors(form), Refusal = refusal, Said = said, Shown = shown }) { StatusCode = status };
}

/// <summary>What became of a decision: stored (now or by the same act before), refused, or not known because the database went away; otherwise the form itself was not right, or its summary was not confirmed yet.</summary>
internal sealed record DecisionAnswer(DecisionDesk Desk, bool Stored, Refusal? Refusal, bool Unsure = false);
