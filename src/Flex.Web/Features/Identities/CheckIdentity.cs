using Flex.Domain.Identities;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using NpgsqlTypes;

namespace Flex.Web.Features.Identities;

/// <summary>Writes down how somebody's identity was checked; what was written before stays, the newest counts.</summary>
internal static class CheckIdentity
{
    private const string Insert = """
        insert into identity_check (id, dossier_id, person, status, document, document_last, checked_on, checked_by, act_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/identiteit/controle", Check).RequireAuthorization(Policies.SeeIdentity).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Check(HttpContext http, Guid id, FlexDb db, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), IdentityDesk.Purpose, id, stop);
        if (hand is null || IdentityDesk.Of(hand.Record, typed) is not { } desk)
        {
            return Results.NotFound();
        }

        if (desk.Ended() is { } over)
        {
            await hand.Work.Save();
            return over;
        }

        var read = desk.Reader(db.Clock);
        var said = IdentityText.ParseCheck(read, desk.Lines.Number(desk.Person) is not null);
        if (said is null || desk.Lines.Checks.Any(c => c.ActId == typed.Act))
        {
            await hand.Work.Save();
            return said is null ? desk.Wrong(read) : desk.Done("identiteit");
        }

        Write(hand, desk, said);
        return await hand.TrySave() switch
        {
            { Unsure: true } => desk.Unsure(),
            { Refusal: Refusal.DossierEnded } => await desk.AfterTheEnd(db, http.Actor(), stop),
            _ => desk.Done("identiteit"),
        };
    }

    private static void Write(DossierInHand hand, IdentityDesk desk, CheckedIdentity said)
    {
        var work = hand.Work;
        work.Journal(Act.IdentityChecked, hand.Key, new IdentityBody(desk.Person, said.Status));
        work.Add(Insert, work.Clock.NewId(), hand.Record.Head.Id, desk.Person, said.Status, Work.Optional(said.Document, NpgsqlDbType.Text), Work.Optional(said.DocumentLast, NpgsqlDbType.Text),
            said.On, work.Actor.Name, desk.Typed.Act, work.EntryId);
    }
}
