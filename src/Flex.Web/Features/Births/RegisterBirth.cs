using Flex.Domain.Births;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Births;

/// <summary>Registers a birth, or corrects one with a reason. Every clock starts at the first child's day; what hangs on it is worked out anew.</summary>
internal static class RegisterBirth
{
    private const string Purpose = "geboorte vastleggen";
    private const int LongestReason = 2_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/geboorte", Show).RequireAuthorization(Policies.RegisterBirth);
        app.MapPost("/dossiers/{id:guid}/geboorte", Register).RequireAuthorization(Policies.RegisterBirth).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int? kinderen, FlexDb db, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _)
            ? Page(BirthDesk.Fresh(record, db.Clock, kinderen), StatusCodes.Status200OK)
            : Results.NotFound();

    private static async Task<IResult> Register(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        var birth = BirthText.Parse(read, new(hand.Record.Head.DueDate));
        var reason = hand.Record.Life.Birth is null ? null : ReasonOf(read);
        if (Told(hand.Record, typed, birth, db.Clock) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (birth is null || read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return Page(new(hand.Record, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], null), StatusCodes.Status422UnprocessableEntity);
        }

        Write(hand, birth, typed.Act, reason);
        return await hand.TrySaveDecided(library) switch
        {
            { Ok: true } => Done(id),
            { Unsure: true } => Page(new(hand.Record, typed, [], FormNotice.Unsure), StatusCodes.Status503ServiceUnavailable),
            _ when await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (now, _) => Told(now, typed, birth, db.Clock) ?? Page(new(now, typed with { Act = db.Clock.NewId() }, [], FormNotice.SentBefore(null)), StatusCodes.Status409Conflict),
            _ => Results.NotFound(),
        };
    }

    // What happened since the form was opened: it was sent twice, the dossier ended, or somebody else was first. Then everything typed stays, now as a correction.
    private static IResult? Told(DossierRecord record, TypedFields typed, RegisteredBirth? birth, ProgrammeClock clock)
    {
        if (birth is not null && record.Life.Births.Any(b => b.ActId == typed.Act && b.Given.Says(birth)))
        {
            return Done(record.Head.Id);
        }

        if (record.Life.End is { } end)
        {
            return Page(new(record, typed, [], EndWords.Notice(end)), StatusCodes.Status409Conflict);
        }

        return typed.Version == BirthDesk.VersionOf(record) ? null : Page(
            new(record, typed with { Act = clock.NewId(), Version = BirthDesk.VersionOf(record) }, [], BirthWords.Meanwhile(record.Life.Birth)), StatusCodes.Status409Conflict);
    }

    private static string? ReasonOf(FieldReader read)
    {
        if (read.Text("reden") is null)
        {
            read.Wrong("reden", "Vul in wat er niet klopte.");
        }

        return read.Note("reden", LongestReason);
    }

    private static void Write(DossierInHand hand, RegisteredBirth birth, Guid act, string? reason)
    {
        var (work, id, before) = (hand.Work, hand.Record.Head.Id, hand.Record.Life.Birth);
        var row = new NewBirth(work.Clock.NewId(), id, work.EntryId, act, birth, before?.Id, reason, DossierFacts.DayOf(hand.Record, work.Clock), work.Actor.Name);
        work.Journal(before is null ? Act.BirthRegistered : Act.BirthCorrected, hand.Key, row.Body(before?.BornOn), birth.BornOn);
        NewBirth.Add(work, row);
        if (FactChecks.Differs(hand.Record, birth) is { Count: > 0 } differs)
        {
            // Care, periods and places hung on what was known: a person looks at what it means.
            NewFactCheck.Add(work, new(work.Clock.NewId(), id, work.EntryId, work.Clock.NewId(), FactChecks.BirthCorrected, row.RegisteredOn, work.Actor.Name, differs));
        }
    }

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "geboorte");

    private static RazorComponentResult<RegisterBirthPage> Page(BirthDesk desk, int status) => new(new { Desk = desk }) { StatusCode = status };
}
