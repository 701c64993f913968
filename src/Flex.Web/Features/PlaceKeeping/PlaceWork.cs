using Flex.Domain.Places;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>Writes a step about a place: journal, decision where one changes, place, open work; in one transaction.</summary>
internal static class PlaceWork
{
    /// <summary>False when somebody was first: then nothing is stored.</summary>
    public static async Task<bool> Do(DossierInHand hand, PlaceDesk desk, PlaceForm form, CancellationToken stop)
    {
        var (work, step, rules) = (hand.Work, form.Step!.Value, desk.Names.Programme.Work);
        var place = NewPlace(hand, desk, step);
        work.Journal(ActOf(step), hand.Key, new PlaceBody(form.Act, desk.Pillar, PlaceSteps.CodeOf(step), work.Actor.Name, place?.Until, form.Reason, Asked(form)));
        if (Decision(hand, desk, form) is { } decision)
        {
            NewDecision.Add(work, [decision]);
        }

        if (step == PlaceStep.StillWaits)
        {
            WaitingCheck.Add(hand, desk.Pillar, form.Act);
        }
        else
        {
            ApplicantNotice.Queue(hand, desk.Pillar);
        }

        if (place is not null)
        {
            HeldPlace.Add(work, desk.Names.Programme.Code, [place]);
        }
        else if (Change(hand, desk, form) && !await Happened(work, stop))
        {
            return false;
        }

        OpenWork.Refresh(work, desk.Names.Programme, hand.Key.Dossier);
        await work.Save();
        return true;
    }

    private static string? Asked(PlaceForm form) => form.Step is { } step && ReleaseGrounds.Of(step).Count > 0 && form.Ground is { } ground ? ReleaseGrounds.CodeOf(ground) : null;

    private static Act ActOf(PlaceStep step) => step switch
    {
        PlaceStep.Confirm => Act.PlaceConfirmed,
        PlaceStep.Release => Act.PlaceReleased,
        PlaceStep.Offer => Act.PlaceOffered,
        PlaceStep.Accept or PlaceStep.DeclineAndWait or PlaceStep.DeclineAndLeave => Act.OfferAnswered,
        PlaceStep.ReserveAgain => Act.PlaceReserved,
        PlaceStep.WaitAgain => Act.WaitsAgain,
        PlaceStep.StillWaits => Act.WaitingChecked,
        PlaceStep.LeaveLine => Act.LineLeft,
        PlaceStep.Finish => Act.PillarFinished,
    };

    private static HeldPlace? NewPlace(DossierInHand hand, PlaceDesk desk, PlaceStep step) => step switch
    {
        PlaceStep.Offer => HeldPlace.For(hand, desk.Pillar, PlaceState.Offered, desk.Names.Programme.Work.OfferDays),
        PlaceStep.ReserveAgain => HeldPlace.For(hand, desk.Pillar, PlaceState.Reserved, desk.InUse ? null : desk.Names.Programme.Work.ReservationDays),
        PlaceStep.Confirm or PlaceStep.Release or PlaceStep.Accept or PlaceStep.DeclineAndWait or PlaceStep.DeclineAndLeave or PlaceStep.WaitAgain or PlaceStep.StillWaits or PlaceStep.LeaveLine or PlaceStep.Finish => null,
    };

    // What the answer to an offer, or a place that is gone, makes of the decision.
    private static NewDecision? Decision(DossierInHand hand, PlaceDesk desk, PlaceForm form)
    {
        (string Outcome, string Kind)? made = form.Step switch
        {
            PlaceStep.Accept => (NewDecision.Admitted, Replacement.FromWaitingList),
            PlaceStep.DeclineAndLeave or PlaceStep.LeaveLine => (NewDecision.Refused, Replacement.FromWaitingList),
            PlaceStep.WaitAgain => (NewDecision.Waiting, Replacement.Lapsed),
            _ => null,
        };
        return made is var (outcome, kind)
            ? new(hand.Work.Clock.NewId(), hand.Work.EntryId, form.Act, hand.Key, desk.Facts, outcome, desk.Facts.Facts.DecidedOn, hand.Work.Actor.Name, form.Reason) { Instead = new(desk.Decided.Id, kind) }
            : null;
    }

    // False when the step changes no place.
    private static bool Change(DossierInHand hand, PlaceDesk desk, PlaceForm form)
    {
        var (work, dossier) = (hand.Work, hand.Key.Dossier);
        switch (form.Step)
        {
            case PlaceStep.Confirm:
                HeldPlaceSteps.Confirm(work, dossier, desk.Pillar);
                return true;
            case PlaceStep.Release:
                HeldPlaceSteps.Release(work, dossier, desk.Pillar, form.Reason!, Asked(form));
                return true;
            case PlaceStep.Accept:
                HeldPlaceSteps.Accept(work, dossier, desk.Pillar);
                return true;
            case PlaceStep.DeclineAndWait or PlaceStep.DeclineAndLeave:
                HeldPlaceSteps.Decline(work, dossier, desk.Pillar, form.Reason!);
                return true;
            case PlaceStep.LeaveLine:
                // Somebody may have offered a place in the meantime: the family does not want that one either.
                HeldPlaceSteps.Decline(work, dossier, desk.Pillar, form.Reason!);
                return false;
            case PlaceStep.Finish:
                HeldPlaceSteps.Finish(work, dossier, desk.Pillar);
                return true;
            default:
                return false;
        }
    }

    private static async Task<bool> Happened(Work work, CancellationToken stop)
    {
        await using var reader = await work.Read(stop);
        return await reader.ReadAsync(stop);
    }
}
