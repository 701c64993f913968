using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Log;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Withholdings;

/// <summary>Asks that what the own organisation did on a day is not on the family's page for a time: a line could tell of a step of the Meldcode. Somebody else judges.</summary>
internal static class AskWithholding
{
    private const string Purpose = "vragen om een regel niet te tonen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/achterhouden", Show).RequireAuthorization(Policies.ShowLog);
        app.MapPost("/dossiers/{id:guid}/achterhouden", Ask).RequireAuthorization(Policies.ShowLog).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _) ? Page(record.Head, TypedFields.Fresh(db.Clock), [], StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<IResult> Ask(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var today = ProgrammeClock.DayOf(db.Clock.Now);
        var read = new FieldReader(name => typed[name], today);
        var (day, until, reason) = (read.RequiredDay("dag", future: false, "Vul in welke dag niet getoond wordt."), read.RequiredDay("tot", future: true, "Vul in tot en met wanneer."), read.Line("reden", "Vul in waarom."));
        if (until < today || until > today.AddDays(LogRules.WithheldDays))
        {
            read.Wrong("tot", $"Kies een dag van nu tot {LogRules.WithheldDays} dagen verder. Daarna kunt u het opnieuw vragen.");
        }

        if (read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(hand.Record.Head, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        Withholding.Ask(hand.Work, (id, typed.Act), day, until, reason);
        return await hand.TrySave() switch
        {
            { Unsure: true } => Page(hand.Record.Head, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => new SavedAct($"/dossiers/{id}", "achterhouden"),
            _ => Page(hand.Record.Head, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
        };
    }

    private static RazorComponentResult<AskWithholdingPage> Page(DossierHead head, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Head = head, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
