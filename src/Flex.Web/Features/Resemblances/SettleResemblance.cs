using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Flex.Web.Features.Resemblances;

/// <summary>
/// A new dossier beside the one it resembles. Who decides sees it, and whose organisation applied for both; who decides says whether it is the same family.
/// Nothing is decided about the new one before that.
/// </summary>
internal static class SettleResemblance
{
    private const string Purpose = "mogelijk dubbel beoordelen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/werk/lijkt-op/{id:guid}", Show).RequireAuthorization(Policies.SeeDossiers);
        app.MapPost("/werk/lijkt-op/{id:guid}", Settle).RequireAuthorization(Policies.Decide).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await Desk(http, id, db, library, stop) is { } desk ? Page(desk, new(db.Clock.NewId(), null, null), StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<IResult> Settle(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = SettleForm.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        if (await Desk(http, id, db, library, stop) is not { MaySettle: true } desk)
        {
            return Results.NotFound();
        }

        if (desk.Errors(form) is { Count: > 0 } errors)
        {
            return Page(desk, form, StatusCodes.Status422UnprocessableEntity, errors);
        }

        try
        {
            return await Store(http, desk, form, db, library, stop) is { } stays ? new SavedAct($"/dossiers/{stays}", "lijkt-op")
                : await Desk(http, desk.Id, db, library, stop) is { } now && now.Errors(form) is { Count: > 0 } since ? Page(now, form, StatusCodes.Status422UnprocessableEntity, since)
                : Page(await Desk(http, desk.Id, db, library, stop) ?? desk, form, StatusCodes.Status409Conflict, said: SettledBefore);
        }
        catch (Exception away) when (DatabaseAway.Is(away))
        {
            return Page(desk, form, StatusCodes.Status503ServiceUnavailable, said: FormNotice.Unsure);
        }
    }

    private static FormNotice SettledBefore { get; } = new("Uw oordeel is niet opgeslagen", "Iemand anders was eerder. Wat u had ingevuld staat hieronder nog.");

    private static async Task<PairDesk?> Desk(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ResembledPair.Read(db, http.Actor(), id, Purpose, stop) is { } pair
            ? PairDesk.Of(pair, library, Policies.May(http.Actor().Role, Policies.Decide) && !pair.New.Head.OnlyLooks && !pair.Old.Head.OnlyLooks)
            : null;

    // None when somebody was first, with this or by ending the new dossier.
    private static async Task<Guid?> Store(HttpContext http, PairDesk desk, SettleForm form, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        try
        {
            return await new SettledResemblance(desk.Id, form.Verdict == SettleForm.Same, form.Reason, form.Act).Store(db, library.Programmes, http.Actor(), Purpose, stop);
        }
        catch (PostgresException first) when (Refusals.Of(first) is Refusal.DossierEnded or Refusal.AlreadyCounted)
        {
            return null;
        }
    }

    private static RazorComponentResult<SettleResemblancePage> Page(PairDesk desk, SettleForm form, int status, IReadOnlyList<FieldError>? errors = null, FormNotice? said = null) =>
        new(new { Desk = desk, Form = form, Errors = errors ?? [], Said = said }) { StatusCode = status };
}
