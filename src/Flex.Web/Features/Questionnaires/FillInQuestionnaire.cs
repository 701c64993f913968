using Flex.Domain.Dossiers;
using Flex.Domain.Questionnaires;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Questionnaires;

/// <summary>A professional fills in a list with the family, in one go or in parts; who decides about a place may not.</summary>
internal static class FillInQuestionnaire
{
    private const string Purpose = "vragenlijst invullen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/vragenlijst/{code}", Show).RequireAuthorization(Policies.FillIn);
        app.MapPost("/dossiers/{id:guid}/vragenlijst/{code}", Send).RequireAuthorization(Policies.FillIn).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await Look(db, library, http.Actor(), (id, code), stop) is { } desk ? Page(new(desk, FillInForm.Fresh(desk.Stored, db.Clock), StatusCodes.Status200OK) { Said = desk.Closed }) : Results.NotFound();

    private static async Task<IResult> Send(HttpContext http, Guid id, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = FillInForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        switch (await Fill(db, library, http.Actor(), (id, code), form, stop))
        {
            case null:
                return Results.NotFound();
            case { Status: StatusCodes.Status303SeeOther }:
                return new SavedAct($"/dossiers/{id}#vragenlijsten", form.Finish ? "lijst-klaar" : "lijst-bewaard");
            case var answer:
                return Page(answer);
        }
    }

    private static async Task<FillInAnswer?> Fill(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid, string) about, FillInForm form, CancellationToken stop)
    {
        try
        {
            if (await TryOnce(db, library, actor, about, form, stop) is (var found, true))
            {
                return found;
            }
        }
        catch (PostgresException error) when (Refusals.Of(error) is Refusal.AlreadyCounted or Refusal.DossierEnded)
        {
            // Somebody was first, the dossier ended, or this was sent twice: look again at what is there now, and tell.
        }

        return await Look(db, library, actor, about, stop) is { } desk ? FillInAnswer.Refused(desk, form, db.Clock) ?? FillInAnswer.CountedElsewhere(desk, form, db.Clock) : null;
    }

    // Not settled when somebody saved between reading and writing.
    private static async Task<(FillInAnswer? Answer, bool Settled)> TryOnce(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, string Code) about, FillInForm form, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, actor, Purpose, about.Dossier, stop);
        if (hand is null || await FormDesk.Read(hand, about.Code, library, stop) is not { } desk)
        {
            return (null, true);
        }

        var day = DossierFacts.DayOf(hand.Record, db.Clock);
        var read = new FieldReader(name => form.Answered.GetValueOrDefault(name), day);
        var answers = FillInText.Parse(read, desk.Form, form.Answered.Keys);
        if ((FillInAnswer.Wrong(desk, form, read.Problems) ?? FillInAnswer.Refused(desk, form, db.Clock)) is { } refused)
        {
            await hand.Work.Save();
            return (refused, true);
        }

        return await Save(hand, desk, form, new(desk.Form.Code, desk.Form.Version, day, answers!));
    }

    private static async Task<(FillInAnswer? Answer, bool Settled)> Save(DossierInHand hand, FormDesk desk, FillInForm form, AnsweredForm answered)
    {
        try
        {
            if (!await new SavedAnswers(desk.Stored, answered, form.Finish, form.Act).Send(hand.Work, hand.Key, desk.Programme))
            {
                return (null, false);
            }

            await hand.Work.Save();
            return (new(desk, form, StatusCodes.Status303SeeOther), true);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return (new(desk, form, StatusCodes.Status503ServiceUnavailable) { Said = FormNotice.Unsure }, true);
        }
    }

    private static async Task<FormDesk?> Look(FlexDb db, ProgrammeLibrary library, Actor actor, (Guid Dossier, string Code) about, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, actor, Purpose, about.Dossier, stop);
        if (hand is null || await FormDesk.Read(hand, about.Code, library, stop) is not { } desk)
        {
            return null;
        }

        await hand.Work.Save();
        return desk;
    }

    private static RazorComponentResult<FillInQuestionnairePage> Page(FillInAnswer answer) => new(new { answer.Desk, answer.Form, answer.Errors, answer.Said, answer.Differences, Sent = answer.Status != StatusCodes.Status200OK }) { StatusCode = answer.Status };
}
