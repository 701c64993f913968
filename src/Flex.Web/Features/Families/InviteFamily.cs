using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Families;

/// <summary>A professional with a relation lets somebody of the family in: a link, and a code that she gives in person. Both are shown once.</summary>
internal static class InviteFamily
{
    internal const string Purpose = "gezin binnenlaten";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/gezin", Show).RequireAuthorization(Policies.InviteFamily);
        app.MapPost("/dossiers/{id:guid}/gezin", Make).RequireAuthorization(Policies.InviteFamily).WithMetadata(new RequireAntiforgeryTokenAttribute());
        EndInvitation.Map(app);
        HandDeviceOver.Map(app);
    }

    internal static string PathOf(Guid id) => $"/dossiers/{id}/gezin";

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToLook(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = await Desk(hand, library, stop);
        await hand.Work.Save();
        return Page(desk, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Make(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, SiteOptions site, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = await Desk(hand, library, stop);
        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        var asked = AskedInvitation.Parse(read, desk, typed.Act);
        if (Told(desk, typed) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (asked is null)
        {
            await hand.Work.Save();
            return Page(desk, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        var made = asked.Write(hand, desk.Programme.Work.FamilyLinkDays!.Value);
        return await hand.TrySave() switch
        {
            { Ok: true } => new RazorComponentResult<InvitationMadePage>(new { desk.Head, Asked = asked, made.Key, made.Expires, Link = new Uri(site.Mail.Site ?? new($"{http.Request.Scheme}://{http.Request.Host}"), FamilyKey.Path + made.Key.Token) }),
            { Refusal: Refusal.AlreadyCounted } => Page(desk, typed with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict, Before),
            { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ => Page(desk, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
        };
    }

    private static FormNotice Before { get; } = new("Deze link was al gemaakt", "De code staat één keer op het scherm en is niet opnieuw te lezen. Hebt u de code niet? Trek de link in en maak een nieuwe.");

    private static IResult? Told(InvitationDesk desk, TypedFields typed) => desk switch
    {
        _ when desk.Lines.Any(l => l.Id == typed.Act) => Page(desk, typed, [], StatusCodes.Status409Conflict, Before),
        { NoLink: { } why } => Page(desk, typed, [], StatusCodes.Status409Conflict, new("Er is geen link gemaakt", why)),
        _ => null,
    };

    internal static async Task<InvitationDesk> Desk(DossierInHand hand, ProgrammeLibrary library, CancellationToken stop) =>
        InvitationDesk.Of(hand, await FamilyInvitationLine.Read(hand.Work, hand.Record.Head.Id, stop), library);

    internal static RazorComponentResult<InviteFamilyPage> Page(InvitationDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
