using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Imports;

/// <summary>The page on which an intaker says whether a waiting application is the family it resembles.</summary>
internal static class JudgeDuplicate
{
    private const string Same = "zelfde";
    private const string Different = "ander";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/werk/dubbel/{id:guid}", Show).RequireAuthorization(Policies.Decide);
        app.MapPost("/werk/dubbel/{id:guid}", Settle).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop) =>
        await WaitingPair.Read(db, http.Actor(), id, stop) is { } pair ? Page(pair, null, null, []) : Results.NotFound();

    private static async Task<IResult> Settle(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (verdict, reason) = (form["oordeel"].ToString(), form["reden"].ToString().Replace("\0", "", StringComparison.Ordinal));
        var result = verdict switch
        {
            Same => await SettleDuplicate.Settle(db, library, http.Actor(), id, DuplicateVerdict.Same, reason),
            Different => await SettleDuplicate.Settle(db, library, http.Actor(), id, DuplicateVerdict.Different, reason),
            _ => null,
        };
        if (result is { Outcome: SettleOutcome.Settled })
        {
            return new SavedAct($"/dossiers/{result.Dossier}", "dubbel");
        }

        return result is not { Outcome: SettleOutcome.NotFound } && await WaitingPair.Read(db, http.Actor(), id, stop) is { } pair ? Page(pair, verdict, reason, [Error(result)]) : Results.NotFound();
    }

    private static FieldError Error(SettleResult? result) => result is null
        ? new("oordeel", "Kies of dit hetzelfde gezin is.")
        : new(result.Outcome is SettleOutcome.ReasonMissing or SettleOutcome.ReasonHoldsBsn ? "reden" : "oordeel", result.Text);

    private static RazorComponentResult Page(WaitingPair pair, string? verdict, string? reason, FieldError[] errors) => new RazorComponentResult<JudgeDuplicatePage>(new
    {
        Pair = pair,
        Verdict = verdict,
        Reason = reason,
        Errors = (IReadOnlyList<FieldError>)errors,
        Options = (IReadOnlyList<Choice>)
        [
            new(Same, "Dit is hetzelfde gezin", "De aanmelding hoort bij het dossier. Er komt geen tweede dossier en er verandert niets aan het besluit."),
            new(Different, "Dit is een ander gezin", "Er wordt een eigen dossier geopend. Vul hieronder in waaraan u dat ziet."),
        ],
    })
    { StatusCode = errors.Length > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
}
