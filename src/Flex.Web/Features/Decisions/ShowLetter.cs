using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Decisions;

/// <summary>The letter about a decision, to read out or print, and that the family was told by a person.</summary>
internal static class ShowLetter
{
    private const string Purpose = "uitslag vertellen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/brief/{pillar:int}", Show).RequireAuthorization(Policies.SeeDossiers);
        app.MapPost("/dossiers/{id:guid}/brief/{pillar:int}", Tell).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null || LetterDesk.Of(hand.Record, hand.Key, pillar, library, db.Clock) is not { } desk)
        {
            return Results.NotFound();
        }

        hand.Work.Journal(Act.LetterShown, hand.Key, new LetterBody(pillar, desk.Decided.Outcome));
        await hand.Work.Save();
        return Page(desk with { Form = new(db.Clock.NewId(), desk.Decided.Id, null) }, http.Actor(), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Tell(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = ToldForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null || LetterDesk.Of(hand.Record, hand.Key, pillar, library, db.Clock) is not { } read)
        {
            return Results.NotFound();
        }

        var desk = read with { Form = form };
        if (desk.Told is { } told && told.ActId == form.Act && told.How == form.How)
        {
            await hand.Work.Save();
            return new SavedAct($"/dossiers/{id}", "verteld");
        }

        if (Refuses(desk) is { } refusal)
        {
            await hand.Work.Save();
            return Page(desk with { Form = form with { Decision = desk.Decided.Id }, Said = refusal }, http.Actor(), StatusCodes.Status409Conflict);
        }

        if (form.Errors(desk.Allowed, desk.MayCall) is { Count: > 0 } errors)
        {
            await hand.Work.Save();
            return Page(desk with { Errors = errors }, http.Actor(), StatusCodes.Status422UnprocessableEntity);
        }

        return await Store(hand, desk);
    }

    private static async Task<IResult> Store(DossierInHand hand, LetterDesk desk)
    {
        var work = hand.Work;
        work.Journal(Act.OutcomeTold, hand.Key, new ToldBody(desk.Decided.Pillar, desk.Decided.Outcome, desk.Form.How!));
        new NewTold(desk.Decided.Id, desk.Head.Id, work.EntryId, desk.Form.Act, desk.On, work.Actor.Name, desk.Form.How!).Add(work);
        OpenWork.Refresh(work, desk.Programme, desk.Head.Id);
        return await hand.TrySave() switch
        {
            // Told at the same moment, by this form or by a colleague: the dossier says by whom.
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{desk.Head.Id}", "verteld"),
            { Unsure: true } => Page(desk with { Said = FormNotice.Unsure }, work.Actor, StatusCodes.Status503ServiceUnavailable),
            _ => Page(desk with { Said = HasEnded }, work.Actor, StatusCodes.Status409Conflict),
        };
    }

    private static FormNotice HasEnded { get; } = new("Dit is niet opgeslagen", "Dit dossier is afgesloten.");

    private static FormNotice? Refuses(LetterDesk desk) =>
        desk.Form.Decision != desk.Decided.Id ? new("Dit is nog niet opgeslagen", "Er is intussen anders besloten. Lees de brief hieronder; vertel eerst dit besluit.")
        : desk.Told is { } told ? new("Dit is niet opgeslagen", $"{told.ToldBy} heeft dit op {Dutch.Date(told.ToldOn)} al verteld, {ToldForm.InSentence(told.How)}.")
        : desk.Allowed == Domain.Decisions.LetterAllowed.Ended ? HasEnded
        : null;

    private static RazorComponentResult<LetterPage> Page(LetterDesk desk, Actor actor, int status) =>
        new(new { Desk = desk with { MayTell = Policies.May(actor.Role, Policies.Decide) } }) { StatusCode = status };
}
