using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Confirmations;

/// <summary>Confirms insurer, home and provider again. What changed begins a new period and becomes a task; a place is never lost by it.</summary>
internal static class ConfirmFacts
{
    internal const string Purpose = "gegevens bevestigen";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/gegevens", Show).RequireAuthorization(Policies.ConfirmFacts);
        app.MapPost("/dossiers/{id:guid}/gegevens", Confirm).RequireAuthorization(Policies.ConfirmFacts).WithMetadata(new RequireAntiforgeryTokenAttribute());
        JudgeChange.Map(app);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _) && Desk(http, record, library, db) is var desk
            ? Page(desk, desk.Fresh(db.Clock), [], StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Confirm(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = Desk(http, hand.Record, library, db);
        if (Told(desk, typed, db.Clock) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        var read = new FieldReader(name => typed[name], desk.Day);
        AddressShield.KeepOut(read, hand.Record.Head.Shield, desk.Now.Municipality is not null);
        if (FactsText.Parse(read, desk.Context) is not { } facts)
        {
            await hand.Work.Save();
            return Page(desk, typed, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        Write(hand, desk, facts, typed.Act);
        return await hand.TrySaveDecided(library) switch
        {
            { Ok: true } => Done(id),
            { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (now, _) => Told(Desk(http, now, library, db), typed, db.Clock) ?? Done(id),
            _ => Results.NotFound(),
        };
    }

    // It was sent twice, the dossier ended, or somebody confirmed in the meantime.
    private static IResult? Told(FactsDesk desk, TypedFields typed, ProgrammeClock clock)
    {
        if (desk.Record.Life.Checks.Any(c => c.ActId == typed.Act))
        {
            return Done(desk.Record.Head.Id);
        }

        if (desk.Record.Life.End is { } end)
        {
            return Page(desk, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end));
        }

        return typed.Version == desk.Version ? null : Page(desk, typed with { Act = clock.NewId(), Version = desk.Version }, [], StatusCodes.Status409Conflict, desk.Record.Life.Checks is not [.., var last] ? FormNotice.Changed : new(
            "Dit is nog niet opgeslagen",
            $"{last.CheckedBy} heeft intussen deze gegevens bevestigd. Wat u invulde staat er nog. Kijk het na en verstuur het opnieuw als het moet."));
    }

    private static void Write(DossierInHand hand, FactsDesk desk, ConfirmedFacts facts, Guid act)
    {
        var (work, id) = (hand.Work, hand.Record.Head.Id);
        work.Journal(Act.FactsConfirmed, hand.Key, new FactsBody(desk.Occasion, desk.Now, facts), facts.From ?? desk.Day);
        FamilyPeriods.Change(work, id, facts);
        NewFactCheck.Add(work, new(work.Clock.NewId(), id, work.EntryId, act, desk.Occasion, desk.Day, work.Actor.Name, facts.Changed));
    }

    internal static FactsDesk Desk(HttpContext http, DossierRecord record, ProgrammeLibrary library, FlexDb db) =>
        FactsDesk.Of(record, library, db.Clock, Policies.May(http.Actor().Role, Policies.JudgeChange));

    internal static IResult Done(Guid id, string what = "gegevens") => new SavedAct($"/dossiers/{id}", what);

    internal static RazorComponentResult<ConfirmFactsPage> Page(FactsDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
