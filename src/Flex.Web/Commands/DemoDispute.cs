using Flex.Domain.CareHours;
using Flex.Domain.Families;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Families;
using Flex.Web.Data.Journal;

namespace Flex.Web.Commands;

/// <summary>Lets a reconstructed mother say "klopt niet" of one contact, in a visit as on the device of a professional: no other door writes what a family says.</summary>
internal static class DemoDispute
{
    public static async Task Say(FlexDb db, Programme programme, Guid dossier, (Guid Contact, string Because) said, CancellationToken stop)
    {
        var who = FamilyPerson.All.First(p => p.IsMothers);
        var together = new FamilyInvitation(db.Clock.NewId(), who.Code, FamilyInvitation.Together, OwnHours.Form);
        var visit = await Begin(db, dossier, together, stop);
        await using var hand = await FamilyVisit.ToAct(db, FamilyInvitation.ActorOf(together.Id, $"{who.Words}, op het apparaat van {DemoHours.Writer.Name}"), "uren nakijken", stop)
            ?? throw new InvalidOperationException("The visit of a reconstructed family was over before it began.");
        var contact = (await OwnHours.Read(hand.Work, stop)).Single(c => c.Id == said.Contact);
        OwnHours.Say(hand, db.Clock.NewId(), contact, new HoursSaid(false, said.Because));
        hand.Work.Journal(Act.FamilyLeft, dossier: dossier, objects: [together.Id], id: db.Clock.NewId());
        FamilySession.End(hand.Work, visit);
        OpenWork.Refresh(hand.Work.As(hand.Work.Actor), programme, dossier);
        await hand.Work.Save();
    }

    private static async Task<string> Begin(FlexDb db, Guid dossier, FamilyInvitation together, CancellationToken stop)
    {
        await using var work = await db.Begin(DemoHours.Writer, "gezin uitnodigen", stop);
        work.Journal(Act.DeviceHanded, dossier: dossier);
        together.Add(work, dossier, null, FamilySession.Longest);
        var visit = FamilySession.Begin(work, together.Id);
        await work.Save();
        return visit;
    }
}
