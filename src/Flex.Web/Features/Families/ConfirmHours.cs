using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Families;

/// <summary>The mother says of each contact whether it is as she remembers it: on the device of a professional, or by her own link where that is safe.</summary>
internal static class ConfirmHours
{
    public const string Path = "/gezin/uren";

    private const string Purpose = "uren nakijken";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, List).RequireAuthorization(Policies.OwnPart);
        app.MapGet(Path + "/{contact:guid}", Show).RequireAuthorization(Policies.OwnPart);
        app.MapPost(Path + "/{contact:guid}", Say).RequireAuthorization(Policies.OwnPart).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>Where a device goes that is handed over for this.</summary>
    public static string PathOf(string form) => form == OwnHours.Form ? Path : FillInAsFamily.PathOf(form);

    private static async Task<IResult> List(HttpContext http, FlexDb db, CancellationToken stop) =>
        await Look(http, db, stop) is { Hours: var hours, Visit: { } visit } ? visit.Form == OwnHours.Form || hours.Count > 0 ? new RazorComponentResult<OwnHoursPage>(new { Hours = hours, Together = visit.IsTogether }) : Results.NotFound() : Results.LocalRedirect(FamilyDoor.OverPath);

    private static async Task<IResult> Show(HttpContext http, Guid contact, FlexDb db, CancellationToken stop) => await Look(http, db, stop) is not { Visit: { } visit, Hours: var hours }
        ? Results.LocalRedirect(FamilyDoor.OverPath)
        : hours.FirstOrDefault(h => h.Id == contact) is { } own ? Page(visit, own, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<(FamilyVisit? Visit, IReadOnlyList<OwnContact> Hours)> Look(HttpContext http, FlexDb db, CancellationToken stop)
    {
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), Purpose, stop);
        if (hand is null)
        {
            return (null, []);
        }

        var hours = await OwnHours.Read(hand.Work, stop);
        await hand.Work.Save();
        return (hand.Visit, hours);
    }

    private static async Task<IResult> Say(HttpContext http, Guid contact, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await FamilyVisit.ToAct(db, http.Actor(), Purpose, stop);
        if (hand is null)
        {
            return Results.LocalRedirect(FamilyDoor.OverPath);
        }

        var own = (await OwnHours.Read(hand.Work, stop)).FirstOrDefault(h => h.Id == contact);
        var read = new FieldReader(name => typed[name], db.Clock.Today);
        var said = HoursSaid.Parse(read);
        if (own is null || said is null)
        {
            await hand.Work.Save();
            return own is null ? Results.NotFound() : Page(hand.Visit, own, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        // The same again is a double click.
        if ((own.Agrees, own.Because) == (said.Agrees, said.Because))
        {
            await hand.Work.Save();
            return Done();
        }

        return await Save(hand, typed, own, said, library);
    }

    private static async Task<IResult> Save(FamilyInHand hand, TypedFields typed, OwnContact own, HoursSaid said, ProgrammeLibrary library)
    {
        try
        {
            OwnHours.Say(hand, typed.Act, own, said);
            OpenWork.Refresh(hand.Work, library.Programmes[hand.Visit.Programme], hand.Visit.Dossier);
            await hand.Work.Save();
            return Done();
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(hand.Visit, own, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
        }
        catch (PostgresException first) when (Refusals.Of(first) is Refusal.AlreadyCounted or Refusal.DossierEnded)
        {
            return Page(hand.Visit, own, typed, [], StatusCodes.Status409Conflict, new("Dit is al opgeschreven", "Over deze zorg is al gezegd dat zij niet klopt, of er verandert niets meer. Vraag het uw casemanager."));
        }
    }

    private static SavedAct Done() => new(Path, "uren-nagekeken");

    private static RazorComponentResult<ConfirmHoursPage> Page(FamilyVisit visit, OwnContact contact, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { visit.IsTogether, Contact = contact, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
