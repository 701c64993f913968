using Flex.Web.Data;
using Flex.Web.Data.Journal;

namespace Flex.Web.Features.Dossiers;

/// <summary>What kind of thing a line of a history is.</summary>
internal static class HistoryActs
{
    /// <summary>Whether somebody only looked: kept apart, so that what was done does not drown in it.</summary>
    public static bool IsLook(HistoryLine line) => Enum.TryParse<Act>(line.Act, out var act) && IsLook(act);

    /// <summary>Whether it holds from a day: a look does not, and hours and answers name a day of their own.</summary>
    public static bool HoldFromADay(Act act) => !IsLook(act) && act is not (Act.CareRegistered or Act.AnswersStored or Act.AnswersSaved or Act.FactsheetPublished or Act.WorkSet);

    private static bool IsLook(Act act) => act is Act.DossierRead or Act.ListRead or Act.SearchDone or Act.LetterShown or Act.ExportMade or Act.FiguresRead or Act.DryRunDone or Act.OverrideRead or Act.DecisionsReplayed;
}
