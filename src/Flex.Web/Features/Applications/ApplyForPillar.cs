using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Applications;

/// <summary>Applies for one more pillar, for a family that has a dossier; it is decided apart from the first.</summary>
internal static class ApplyForPillar
{
    private const string Purpose = "aanmelden voor nog een pijler";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/pijler/{pillar:int}", Show).RequireAuthorization(Policies.Apply);
        app.MapPost("/dossiers/{id:guid}/pijler/{pillar:int}", Send).RequireAuthorization(Policies.Apply).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null || Find(hand.Record, library, pillar) is not { } asked)
        {
            return Results.NotFound();
        }

        var remembered = await OwnDrafts.Remembered(hand.Work, stop);
        await hand.Work.Save();
        return Page(hand.Record, asked, PillarForm.Fresh(http.Actor(), hand.Record, remembered, db.Clock), [], WhyNot(hand.Record, library, pillar, db.Clock), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Send(HttpContext http, Guid id, int pillar, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        var form = PillarForm.Read(await http.Request.ReadFormAsync(stop), http.Actor(), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), Purpose, id, stop);
        if (hand is null || Find(hand.Record, library, pillar) is not { } asked)
        {
            return Results.NotFound();
        }

        var read = new FieldReader(form.Field, db.Clock.Today);
        var said = PillarApplicationText.Parse(read, pillar);
        if (Same(hand.Record, form.Act, said))
        {
            await hand.Work.Save();
            return Done(hand.Record, library, pillar, db.Clock);
        }

        if (WhyNot(hand.Record, library, pillar, db.Clock) is { } why)
        {
            await hand.Work.Save();
            return Page(hand.Record, asked, form, [], why, StatusCodes.Status409Conflict);
        }

        if (said is null)
        {
            await hand.Work.Save();
            return Page(hand.Record, asked, form, [.. read.Problems.DistinctBy(p => p.Field).Select(p => new FieldError(p.Field, p.Message))], null, StatusCodes.Status422UnprocessableEntity);
        }

        return await Store(http, db, hand, library, asked, form, said);
    }

    private static async Task<IResult> Store(HttpContext http, FlexDb db, DossierInHand hand, ProgrammeLibrary library, Pillar asked, PillarForm form, PillarApplication said)
    {
        var (work, id) = (hand.Work, hand.Record.Head.Id);
        work.Journal(Act.PillarApplied, hand.Key, said);
        var remembered = await OwnDrafts.Remembered(work, http.RequestAborted);
        new NewPillarApplication(id, form.Act, DossierFacts.DayOf(hand.Record, work.Clock), said).Add(work);
        if (form.Remember(remembered) is { } habits)
        {
            SentDraft.Remember(work, remembered?.Programme ?? hand.Record.Head.Programme, habits);
        }

        OpenWork.Refresh(work, library.Programmes[hand.Record.Head.Programme], id);
        var saved = await hand.TrySave();
        return saved.Ok ? Done(hand.Record, library, asked.Number, db.Clock)
            : saved.Unsure ? Page(hand.Record, asked, form, [], null, StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure)
            : await Refused(http, db, library, hand, asked, form, said);
    }

    // The same act of a moment ago, somebody else's application, or the dossier ended: what is stored now says which.
    private static async Task<IResult> Refused(HttpContext http, FlexDb db, ProgrammeLibrary library, DossierInHand hand, Pillar asked, PillarForm form, PillarApplication said) =>
        await OpenDossier.Read(db, hand.Work.Actor, Purpose, hand.Record.Head.Id, http.RequestAborted) is not var (record, _) ? Results.NotFound()
        : Same(record, form.Act, said) ? Done(record, library, asked.Number, db.Clock)
        : Page(record, asked, form, [], WhyNot(record, library, asked.Number, db.Clock), StatusCodes.Status409Conflict);

    private static SavedAct Done(DossierRecord record, ProgrammeLibrary library, int pillar, ProgrammeClock clock) =>
        new($"/dossiers/{record.Head.Id}", "pijler", library.Programmes[record.Head.Programme].Work.DecidedBy(DossierFacts.DayOf(record, clock), [pillar]));

    private static Pillar? Find(DossierRecord record, ProgrammeLibrary library, int pillar) => library.Programmes[record.Head.Programme].Pillars.FirstOrDefault(p => p.Number == pillar);

    private static bool Same(DossierRecord record, Guid act, PillarApplication? said) => record.Life.Applications.FirstOrDefault(a => a.ActId == act) is { } before
        && said is not null && (before.Pillar, before.Question, before.Goal, before.BridgeTo, before.Applicant, before.Channel) == (said.Pillar, said.Question, said.Goal, said.BridgeTo, said.Applicant, said.Channel)
        && (before.ApplicantName, before.ApplicantMail, before.NoNotice) == (said.Person?.Name, said.Person?.Mail, said.Person?.NoNotice == true);

    private static string? WhyNot(DossierRecord record, ProgrammeLibrary library, int pillar, ProgrammeClock clock) => PillarOpen.Refusal(
        record.Head.Pillars.Contains(pillar), record.Life.End is not null, record.BornOn, library.Programmes[record.Head.Programme].Work.CareMonths, DossierFacts.DayOf(record, clock));

    private static RazorComponentResult<ApplyForPillarPage> Page(DossierRecord record, Pillar asked, PillarForm form, IReadOnlyList<FieldError> errors, string? whyNot, int status, FormNotice? said = null) =>
        new(new { record.Head, Pillar = asked, Form = form, Errors = errors, WhyNot = whyNot, Said = said }) { StatusCode = status };
}
