using Flex.Web.Data.Journal;

namespace Flex.Web.Ui.History;

/// <summary>What kind of thing a line of a history is.</summary>
internal static class HistoryActs
{
    /// <summary>Whether it holds from a day: a look does not, and hours and answers name a day of their own.</summary>
    public static bool HoldFromADay(Act act) => !ActKinds.Looks.Contains(act.ToString())
        && act is not (Act.LetterShown or Act.DecisionsReplayed or Act.FiguresRead or Act.CareRegistered or Act.ContactRegistered or Act.ContactCorrected or Act.ShiftsTaken or Act.ShiftSettled or Act.AnswersStored or Act.AnswersSaved or Act.FactsheetPublished or Act.WorkSet);
}
