using Flex.Domain.Identities;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using NpgsqlTypes;

namespace Flex.Web.Features.Identities;

/// <summary>Puts somebody's BSN in the vault or mends it, or writes down why there is none.</summary>
internal static class SetNumber
{
    private const string NoNumber = "insert into no_bsn (id, dossier_id, person, reason, said_on, said_by, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/identiteit/nummer", Say).RequireAuthorization(Policies.SeeIdentity).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Say(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), IdentityDesk.Purpose, id, stop);
        if (hand is null || IdentityDesk.Of(hand.Record, typed) is not { } desk)
        {
            return Results.NotFound();
        }

        var read = desk.Reader(db.Clock);
        SaidNumber? said = null;
        if ((desk.Ended() ?? Told(desk, IdentityText.ParseNumber(read), out said)) is { } told)
        {
            await hand.Work.Save();
            return told;
        }

        if (said is null)
        {
            await hand.Work.Save();
            return desk.Wrong(read);
        }

        Write(hand, desk, said);
        return await hand.TrySave() switch
        {
            { Ok: true } or { Refusal: Refusal.AlreadyCounted } => desk.Done(Word(said)),
            { Unsure: true } => desk.Unsure(),
            { Refusal: Refusal.DossierEnded } => await desk.AfterTheEnd(db, http.Actor(), stop),
            _ => await OpenDossier.Read(db, http.Actor(), IdentityDesk.Purpose, id, stop) is var (now, _) && IdentityDesk.Of(now, typed) is { } changed ? Told(changed, said, out _) ?? changed.Done(Word(said)) : Results.NotFound(),
        };
    }

    private static void Write(DossierInHand hand, IdentityDesk desk, SaidNumber said)
    {
        var (work, id, known) = (hand.Work, hand.Record.Head.Id, desk.Lines.Number(desk.Person));
        if (said.Number is not { } number)
        {
            work.Journal(Act.NoBsnSaid, hand.Key, new IdentityBody(desk.Person, said.Reason));
            work.Add(NoNumber, work.Clock.NewId(), id, desk.Person, said.Reason, DossierFacts.DayOf(hand.Record, work.Clock), work.Actor.Name, desk.Typed.Act, work.EntryId);
            return;
        }

        work.Journal(Act.BsnSet, hand.Key, new IdentityBody(desk.Person, Mended: known is not null));
        work.Add("select vault.set_bsn($1, $2, $3, $4, $5, $6, $7)", id, desk.Person, SealedBsn.Close(hand.Key, desk.Person, number.Digits), work.Keys.Bsn(number.Digits),
            desk.Typed.Act, known is not null, Work.Optional(known?.ActId, NpgsqlDbType.Uuid));
    }

    // Sent twice, or somebody put another number there since the form was opened, or there is one and a reason why not was said.
    private static IResult? Told(IdentityDesk desk, SaidNumber? parsed, out SaidNumber? said)
    {
        said = parsed;
        if (said is null)
        {
            return null;
        }

        if (desk.Lines.Number(desk.Person)?.ActId == desk.Typed.Act || desk.Lines.Reasons.Any(r => r.ActId == desk.Typed.Act))
        {
            return desk.Done(Word(said));
        }

        if (desk.Version != desk.Typed.Version)
        {
            return (desk with { Typed = desk.Typed with { Version = desk.Version } }).Page(StatusCodes.Status409Conflict, [], new("Dit is nog niet opgeslagen", "Iemand heeft het BSN intussen vastgelegd of verbeterd. Kijk het na; verstuur het opnieuw als het klopt."));
        }

        return said.Reason is not null && desk.Version.Length > 0
            ? desk.Page(StatusCodes.Status422UnprocessableEntity, [new("geen_bsn", "Er staat al een BSN. Is het van iemand anders? Verbeter het dan.")])
            : null;
    }

    private static string Word(SaidNumber said) => said.Number is null ? "geen-bsn" : "bsn";
}
