using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Contacts;

/// <summary>The family says anew how she can safely be reached; what waits for her and is no longer welcome is stopped in the same act.</summary>
internal static class SaySafeContact
{
    private const string Purpose = "veilig bereiken";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/bereiken", Show).RequireAuthorization(Policies.ConfirmFacts);
        app.MapPost("/dossiers/{id:guid}/bereiken", Say).RequireAuthorization(Policies.ConfirmFacts).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _) ? Page(record, Fresh(record, db.Clock), [], StatusCodes.Status200OK) : Results.NotFound();

    private static async Task<IResult> Say(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        var said = SafeContactText.Parse(read, required: true);
        if (Told(hand.Record, typed, said) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (said is null || read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(hand.Record, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        Write(hand, library.Programmes[hand.Record.Head.Programme], said);
        return await hand.TrySave() is { Ok: true } ? Done(id) : Page(hand.Record, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure);
    }

    // Nothing to say any more (the dossier ended), or somebody said something else since the form was opened. The same again is there already.
    private static IResult? Told(DossierRecord record, TypedFields typed, SafeContact? said) => record.Life switch
    {
        { End: { } end } => Page(record, typed, [], StatusCodes.Status409Conflict, EndWords.Notice(end)),
        { Contact: { } now } when said is not null && now.Means.SequenceEqual(said.Means) && (now.AtMoment, now.ReadsAlong) == (said.Moment, said.ReadsAlong) => Done(record.Head.Id),
        { Contact: { } now } when typed.Version != VersionOf(record) => Page(record, typed with { Version = VersionOf(record) }, [], StatusCodes.Status409Conflict, new(
            "Dit is nog niet opgeslagen", $"Iemand heeft intussen vastgelegd: {SafeContactCodes.Words(now.Means)}. Wat u invulde staat er nog. Verstuur het opnieuw als het klopt.")),
        _ => null,
    };

    private static void Write(DossierInHand hand, Domain.Programmes.Programme programme, SafeContact said)
    {
        var (work, id, day) = (hand.Work, hand.Record.Head.Id, DossierFacts.DayOf(hand.Record, hand.Work.Clock));
        work.Journal(Act.SafeContactSaid, hand.Key, said, day);
        NewSafeContact.Add(work, [new(work.Clock.NewId(), id, work.EntryId, day, said)]);
        if (!said.Allows(SafeContactCodes.Mail))
        {
            Outbox.StopForFamily(work, id);
        }

        OpenWork.Refresh(work, programme, id);
    }

    private static TypedFields Fresh(DossierRecord record, ProgrammeClock clock) => record.Life.Contact is { } now
        ? TypedFields.Fresh(clock, VersionOf(record), ("contact", now.Means.Count == 0 ? SafeContactCodes.Nothing : string.Join('|', now.Means)), ("contact_moment", now.AtMoment), ("contact_leest_mee", now.ReadsAlong))
        : TypedFields.Fresh(clock);

    private static string VersionOf(DossierRecord record) => record.Life.Contact?.Id.ToString() ?? "";

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "bereiken");

    private static RazorComponentResult<SaySafeContactPage> Page(DossierRecord record, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null) =>
        new(new { record.Head, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
