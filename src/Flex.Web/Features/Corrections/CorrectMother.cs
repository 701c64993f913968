using Flex.Domain.Corrections;
using Flex.Domain.Dossiers;
using Flex.Domain.Trust;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Flex.Web.Features.Corrections;

/// <summary>Corrects who the mother is and how to reach her, also after the dossier ended (AVG artikel 16); what stood there stays sealed in the journal.</summary>
internal static class CorrectMother
{
    private const string Purpose = "gegevens verbeteren";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/dossiers/{id:guid}/verbeteren", Show).RequireAuthorization(Policies.CorrectMother);
        app.MapPost("/dossiers/{id:guid}/verbeteren", Correct).RequireAuthorization(Policies.CorrectMother).WithMetadata(new RequireAntiforgeryTokenAttribute());
        StateOwnWords.Map(app);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop) =>
        await OpenDossier.Read(db, http.Actor(), Purpose, id, stop) is var (record, _) && MotherDesk.Of(record, library, db.Clock) is var desk
            ? Page(desk, desk.Fresh(db.Clock), [], StatusCodes.Status200OK, null)
            : Results.NotFound();

    private static Task<IResult> Correct(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        AlikeNow? alike = null;
        return new Correcting<CorrectedMother>(Purpose, (read, record) => Parse(read, Desk(record)), (hand, said, act) => Write(hand, (Desk(hand.Record), alike!), said, act))
        {
            First = async (hand, said, cancelled) => alike = await AlikeNow.Find(hand, said, cancelled),
            Told = (record, typed) => Told(Desk(record), typed),
            Page = (record, typed, errors, status, said) => Page(Desk(record), typed, errors, status, said),
            Done = Done,
        }.Post(http, id, db, stop);

        MotherDesk Desk(DossierRecord record) => MotherDesk.Of(record, library, db.Clock);
    }

    private static CorrectedMother? Parse(FieldReader read, MotherDesk desk)
    {
        AddressShield.KeepOut(read, desk.Record.Head.Shield, desk.Home?.Value is not null);
        return CorrectionText.Parse(read, desk.Context);
    }

    private static void Write(DossierInHand hand, (MotherDesk Desk, AlikeNow Alike) of, CorrectedMother said, Guid act)
    {
        var (work, head, desk) = (hand.Work, hand.Record.Head, of.Desk);
        work.Journal(Act.MotherCorrected, hand.Key, new CorrectionBody(said.Changes, said.Source, said.Because), desk.Day);
        new NewCorrection(act, head, desk.Home, said).Add(work, desk.Day);
        // What was decided may rest on where she lives: the coordinator looks at it, and a place is never lost by it.
        if (said.Has(CorrectionText.MunicipalityField) && hand.Record.Life.End is null)
        {
            NewFactCheck.Add(work, new(work.Clock.NewId(), head.Id, work.EntryId, act, FactChecks.Between, desk.Day, work.Actor.Name, [Domain.Dossiers.FactsText.Home]));
        }

        OpenWork.Refresh(work, desk.Programme, of.Alike.Add(work));
    }

    // Sent twice, or somebody corrected her since the form was opened.
    private static IResult? Told(MotherDesk desk, TypedFields typed) => desk.Record.Head switch
    {
        { MotherAct: { } last } when last == typed.Act => Done(desk.Record.Head.Id),
        _ when typed.Version == MotherDesk.VersionOf(desk.Record) => null,
        _ => Page(desk, typed with { Version = MotherDesk.VersionOf(desk.Record) }, [], StatusCodes.Status409Conflict, new(
            "Dit is nog niet opgeslagen", "Iemand heeft deze gegevens intussen verbeterd. Wat u invulde staat er nog; bovenaan staat wat er nu bekend is. Verstuur het opnieuw als het klopt.")),
    };

    private static IResult Done(Guid id) => new SavedAct($"/dossiers/{id}", "verbeterd");

    private static RazorComponentResult<CorrectMotherPage> Page(MotherDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said) =>
        new(new { Desk = desk, Typed = typed, Errors = errors, Said = said }) { StatusCode = status };
}
