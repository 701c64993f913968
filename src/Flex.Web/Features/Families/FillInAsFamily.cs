using Flex.Domain.Dossiers;
using Flex.Domain.Questionnaires;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Families;

/// <summary>The mother fills in a list herself, at home or on the device of a professional, in one go.</summary>
internal static class FillInAsFamily
{
    private const string Purpose = "zelf een vragenlijst invullen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/gezin/vragenlijst/{code}", Show).RequireAuthorization(Policies.OwnPart);
        app.MapPost("/gezin/vragenlijst/{code}", Send).RequireAuthorization(Policies.OwnPart).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    public static string PathOf(string code) => $"/gezin/vragenlijst/{code}";

    private static async Task<IResult> Show(HttpContext http, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), Purpose, stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var desk = await OwnForm.Read(hand, code, library, stop);
        await hand.Work.Save();
        return desk is null ? Results.NotFound() : Page(desk, OwnAnswers.Fresh(desk, db.Clock), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Send(HttpContext http, string code, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = OwnAnswers.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), Purpose, stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var desk = await OwnForm.Read(hand, code, library, stop);
        if (desk?.List.Open != true)
        {
            await hand.Work.Save();
            return desk is null ? Results.NotFound() : desk.Stored?.ActId == form.Act ? Done() : Page(desk, form, [], StatusCodes.Status409Conflict, Closed);
        }

        var read = new FieldReader(name => form.Answered.GetValueOrDefault(name), db.Clock.Today);
        var answers = FillInText.Parse(read, desk.List.Form, form.Answered.Keys);
        if (answers is null)
        {
            await hand.Work.Save();
            return Page(desk, form, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        return await Save(hand, desk, new(desk.List.Form.Code, desk.List.Form.Version, db.Clock.Today, answers) { FilledBy = Who(hand) }, form);
    }

    private static async Task<IResult> Save(FamilyInHand hand, OwnForm desk, AnsweredForm answered, OwnAnswers form)
    {
        try
        {
            if (await new SavedAnswers(desk.Stored, answered, Finished: true, form.Act) { Visit = hand.Visit.Id }.Send(hand.Work, hand.Key, desk.Programme))
            {
                await hand.Work.Save();
                return Done();
            }
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(desk, form, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
        catch (PostgresException first) when (Refusals.Of(first) is Refusal.AlreadyCounted or Refusal.DossierEnded)
        {
            // Somebody else was first, it ended, or this was sent twice at the same moment.
        }

        return Page(desk, form, [], StatusCodes.Status409Conflict, Closed);
    }

    private static FormNotice Closed { get; } = new("Deze lijst is al ingevuld", "Iemand heeft deze lijst intussen ingevuld of afgesloten. Uw antwoorden zijn niet opgeslagen. Vraag uw casemanager als dat niet klopt.");

    private static string Who(FamilyInHand hand) => Domain.Shared.Dutch.Sentence(hand.Work.Actor.Name) is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static IResult Done() => new SavedAct(ShowOwnPart.Path, "zelf-ingevuld");

    private static RazorComponentResult<FillInAsFamilyPage> Page(OwnForm desk, OwnAnswers form, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Form = form, Errors = errors, Said = said }) { StatusCode = status };
}
