using Flex.Web.Data.Journal;
using Flex.Web.Data.Log;

namespace Flex.Web.Data.Families;

/// <summary>A page of who looked, asked in the visit of the mother who signed in; the look is in the journal as one.</summary>
internal static class OwnLog
{
    /// <summary>Null when she did not sign in.</summary>
    public static async Task<(IReadOnlyList<FamilyLogLine> Lines, HistoryKey? Next)?> Read(FamilyInHand hand, LogPeriod period, HistoryKey after, CancellationToken stop)
    {
        hand.Work.Add("select family_signed_in() is not null").Add("select * from family_log($1, $2, $3, $4, $5)", period.From, period.Until, after.At, after.Id, FamilyLog.PageSize + 1);
        List<FamilyLogLine> lines;
        await using (var row = await hand.Work.Read(stop))
        {
            if (!await row.ReadAsync(stop) || !row.GetBoolean(0))
            {
                return null;
            }

            lines = await OpenDossier.Next(row, r => FamilyLogLine.Read(r, hand.Work.Keys), stop);
        }

        hand.Work.Journal(Act.FamilyLogRead, dossier: hand.Visit.Dossier, id: hand.Work.Clock.NewId());
        var shown = lines.Take(FamilyLog.PageSize).ToList();
        return (shown, lines.Count > shown.Count ? new(shown[^1].At, shown[^1].Id) : null);
    }
}
