using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Funding;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.CareHours;

/// <summary>The end of the task: who bills was told not to, or what the family had paid came back.</summary>
internal static class SettleContribution
{
    private const string Purpose = "eigen bijdrage regelen";
    private const int LongestHow = 2_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/zorg/bijdrage", Show).RequireAuthorization(Policies.Indicate);
        app.MapPost("/dossiers/{id:guid}/zorg/bijdrage", Settle).RequireAuthorization(Policies.Indicate).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await ShowHours.Look(http, id, db, library, Purpose, stop) is { } desk ? Page(desk, TypedFields.Fresh(db.Clock, desk.Asked?.Id.ToString() ?? ""), [], StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<IResult> Settle(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = HoursDesk.Of(hand.Record, await FundingFacts.Read(hand.Work, id), http.Actor(), library, db.Clock);
        var read = new FieldReader(name => typed[name], desk.Day);
        var how = read.Note("gedaan_hoe", LongestHow);
        if (Told(desk, typed) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (how is null)
        {
            await hand.Work.Save();
            return Page(desk, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message)).DefaultIfEmpty(new("gedaan_hoe", "Vul in met wie het is geregeld, en hoe."))], StatusCodes.Status422UnprocessableEntity);
        }

        var asked = desk.Asked!;
        hand.Work.Journal(Act.ContributionSettled, hand.Key, new ContributionSettledBody(asked.BilledBy, asked.Paid, how));
        NewCoverAsked.Done(hand.Work, asked.Id, how);
        var entry = hand.Work.EntryId;
        return await hand.TrySaveDecided(library, facts => facts.Asked[^1].DoneEntry == entry) switch
        {
            { Ok: true } => Done(desk),
            { Unsure: true } => Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure),
            _ when await ShowHours.Look(http, id, db, library, Purpose, stop) is { } now => Told(now, typed) ?? Page(now, typed, [], StatusCodes.Status409Conflict, FormNotice.Changed),
            _ => Results.NotFound(),
        };
    }

    // Of one question one end: the same words again are a double click.
    private static IResult? Told(HoursDesk desk, TypedFields typed) => desk switch
    {
        { Asked: { DoneOn: { } on } done } => done.DoneHow == typed["gedaan_hoe"] ? Done(desk) : Page(desk, typed, [], StatusCodes.Status409Conflict, new("Dit is al geregeld", $"{done.DoneBy} heeft dit vastgelegd op {Dutch.Date(on)}: {done.DoneHow}")),
        { Record.Life.End: { } end } => Page(desk, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end)),
        { Asked: { } asked } when asked.Id.ToString() == typed.Version => null,
        _ => Page(desk, typed with { Version = desk.Asked?.Id.ToString() ?? "" }, [], StatusCodes.Status409Conflict, FormNotice.Changed),
    };

    private static SavedAct Done(HoursDesk desk) => new(desk.Address, "bijdrage");

    private static RazorComponentResult<SettleContributionPage> Page(HoursDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
