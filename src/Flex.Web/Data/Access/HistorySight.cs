using Flex.Domain.Trust;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Access;

/// <summary>Which lines of a dossier's history somebody sees: a line tells what its class of data holds, so that a history shows no more than the dossier.</summary>
internal static class HistorySight
{
    /// <summary>Whether somebody with these sights sees a line about this act; <paramref name="own"/>: who looks applied for the family.</summary>
    public static bool Sees(Sights sights, bool own, string act) => !Enum.TryParse<Act>(act, out var known) || known switch
    {
        Act.CareRegistered or Act.CareIndicated or Act.ContactRegistered or Act.ContactCorrected or Act.CoverAsked or Act.ContributionSettled or Act.HoursAnswered or Act.HoursSettled
            or Act.GoalAdded or Act.PlanMade or Act.HoursBooked or Act.PlanReviewed or Act.PlanJudged or Act.ShiftsTaken or Act.ShiftSettled => sights.Full(DataClass.Hours) && sights.Full(DataClass.Notes),
        Act.AnswersStored or Act.AnswersSaved => sights[DataClass.Answers] != Sight.None,
        Act.ApplicationReceived => sights[DataClass.RiskClass] != Sight.None,
        Act.Reassessed => sights[DataClass.RiskClass] != Sight.None && sights.ShowsFactors(own),
        // A refused correction and the family's own words can be about factors; who asked for a copy is for who gives it.
        Act.CorrectionRefused or Act.StatementAdded => sights.ShowsFactors(own),
        Act.CopyAsked or Act.CopyLinesLeftOut or Act.CopyReleased or Act.CopyRefused or Act.CopyRead => sights.Full(DataClass.Application),
        Act.Decided or Act.OverrideAsked or Act.OverrideJudged or Act.OverrideKept or Act.OutcomeTold or Act.LetterShown or Act.PlaceConfirmed or Act.PlaceOffered
            or Act.OfferAnswered or Act.PlaceLapsed or Act.PlaceReleased or Act.PlaceReserved or Act.WaitsAgain or Act.PillarFinished or Act.WaitingChecked or Act.LineLeft => sights[DataClass.Outcome] != Sight.None,
        // Not even that there is a note: who may read it reads its own page.
        Act.NoteWritten or Act.NoteShared => false,
        _ => sights[DataClass.Identity] != Sight.None,
    };
}
