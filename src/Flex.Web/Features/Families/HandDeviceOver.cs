using Flex.Domain.Dossiers;
using Flex.Domain.Families;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;

namespace Flex.Web.Features.Families;

/// <summary>
/// A professional gives her device to the family, for one list. Her own session ends with it: nothing of it is left on the device to go back to,
/// and she comes back by signing in, with everything that asks (docs/adr/0017).
/// </summary>
internal static class HandDeviceOver
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/dossiers/{id:guid}/gezin/samen", Give).RequireAuthorization(Policies.FillIn).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Give(HttpContext http, Guid id, FlexDb db, ProgrammeLibrary library, LiveSessions live, CancellationToken stop)
    {
        var typed = TypedFields.Read(await http.Request.ReadFormAsync(stop), db.Clock);
        await using var hand = await OpenDossier.ToAct(db, http.Actor(), InviteFamily.Purpose, id, stop);
        if (hand is null)
        {
            return Results.NotFound();
        }

        var desk = await InviteFamily.Desk(hand, library, stop);
        var read = new FieldReader(name => typed[name], DossierFacts.DayOf(hand.Record, db.Clock));
        var who = FamilyPerson.Find(read.Code("samen_wie", [.. FamilyPerson.All.Where(p => p.IsMothers).Select(p => new Domain.Programmes.AnswerOption(p.Code, p.Words))], null));
        var list = read.Code("lijst", [.. desk.Lists.Select(l => new Domain.Programmes.AnswerOption(l.Value, l.Label))], null);
        if (who is null || read.Problems.Count > 0)
        {
            await hand.Work.Save();
            return InviteFamily.Page(desk, typed, [.. read.Problems.Select(p => new FieldError(p.Field, p.Message))], StatusCodes.Status422UnprocessableEntity);
        }

        var key = Write(http, hand, new(typed.Act, who.Code, FamilyInvitation.Together, list));
        var saved = await hand.TrySave();
        if (saved.Ok)
        {
            live.AskAgain();
            await FamilyDoor.Open(http, FamilyInvitation.ActorOf(typed.Act, $"{who.Words}, op het apparaat van {hand.Work.Actor.Name}"), key);
            return new SavedAct(ConfirmHours.PathOf(list), list == OwnHours.Form ? "apparaat-voor-uren" : "apparaat-gegeven");
        }

        return saved.Unsure ? InviteFamily.Page(desk, typed, [], StatusCodes.Status503ServiceUnavailable, FormNotice.Unsure) : InviteFamily.Page(desk, typed with { Act = db.Clock.NewId() }, [], StatusCodes.Status409Conflict, FormNotice.Changed);
    }

    private static string Write(HttpContext http, DossierInHand hand, FamilyInvitation together)
    {
        var work = hand.Work;
        work.Journal(Act.DeviceHanded, hand.Key, new FamilyInvitedBody(together.Who, together.Way));
        work.Journal(Act.SignedOut, id: work.Clock.NewId());
        SessionDoor.End(work, http);
        together.Add(work, hand.Record.Head.Id, null, FamilySession.Longest);
        return FamilySession.Begin(work, together.Id);
    }
}
