using Flex.Domain.Corrections;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Corrections;

/// <summary>Adds what the family says itself to its dossier, or records that a correction was refused and why; both stay where they are read.</summary>
internal static class StateOwnWords
{
    private const string Purpose = "eigen verklaring van het gezin";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/verklaring", Show).RequireAuthorization(Policies.KeepRights);
        app.MapPost("/dossiers/{id:guid}/verklaring", Add).RequireAuthorization(Policies.KeepRights).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        return hand is null ? Results.NotFound() : await Look(hand, TypedFields.Fresh(db.Clock, "", ("gevraagd_op", Dutch.Date(db.Clock.Today))));
    }

    private static async Task<IResult> Add(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        if (StatementText.Parse(read) is not { } said)
        {
            return await Look(hand, typed, read);
        }

        hand.Work.Journal(said.Refuses ? Act.CorrectionRefused : Act.StatementAdded, hand.Key, said, hand.Work.Clock.Today);
        new NewStatement(typed.Act, id, said).Add(hand.Work);
        return await hand.TrySave() switch
        {
            { Unsure: true } => Page(hand.Record, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{id}", said.Refuses ? "verbeteren-geweigerd" : "verklaring"),
            _ => Page(hand.Record, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
        };
    }

    private static async Task<IResult> Look(DossierInHand hand, TypedFields typed, FieldReader? read = null)
    {
        await hand.Work.Save();
        return Page(hand.Record, typed, [.. (read?.Problems ?? []).Select(p => new FieldError(p.Field, p.Message))], read is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static RazorComponentResult<StateOwnWordsPage> Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Record = record, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
