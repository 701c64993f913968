using Flex.Domain.Dossiers;
using Flex.Domain.Rights;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Rights;

/// <summary>Lets what is kept of a family be kept and not used otherwise, until somebody lifts it with a reason.</summary>
internal static class RestrictUse
{
    private const string Purpose = "gebruik beperken";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/beperken", Show).RequireAuthorization(Policies.KeepRights);
        app.MapPost("/dossiers/{id:guid}/beperken", Set).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/dossiers/{id:guid}/beperken/opheffen", Lift).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        return hand is null ? Results.NotFound() : await Look(hand, TypedFields.Fresh(db.Clock));
    }

    private static Task<IResult> Set(HttpContext http, Guid id, FlexDb db, CancellationToken stop) => Act(http, id, db, "beperkt", (hand, read, typed) =>
    {
        // Set in the meantime, by this form or by somebody else.
        if (RestrictionText.Parse(read) is { } asked && hand.Record.Life.Restricted is null)
        {
            Restriction.Set(hand, asked, typed.Act);
        }
    }, stop);

    private static Task<IResult> Lift(HttpContext http, Guid id, FlexDb db, CancellationToken stop) => Act(http, id, db, "beperking-opgeheven", (hand, read, _) =>
    {
        var because = read.Line("reden", "Vul in waarom de beperking eindigt.");
        if (read.Problems.Count == 0 && hand.Record.Life.Restricted is { } known)
        {
            Restriction.Lift(hand, known.Id, because);
        }
    }, stop);

    private static async Task<IResult> Act(HttpContext http, Guid id, FlexDb db, string code, Action<DossierInHand, FieldReader, TypedFields> step, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        step(hand, read, typed);
        if (read.Problems.Count > 0)
        {
            return await Look(hand, typed, read);
        }

        return await hand.TrySave() switch
        {
            { Unsure: true } => Page(hand.Record, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{id}", code),
            _ => Page(hand.Record, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
        };
    }

    private static async Task<IResult> Look(DossierInHand hand, TypedFields typed, FieldReader? read = null)
    {
        await hand.Work.Save();
        return Page(hand.Record, typed, [.. (read?.Problems ?? []).Select(p => new FieldError(p.Field, p.Message))], read is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static RazorComponentResult<RestrictUsePage> Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Record = record, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
