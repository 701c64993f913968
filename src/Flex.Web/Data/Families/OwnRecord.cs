using System.Text.Json;

namespace Flex.Web.Data.Families;

/// <summary>What somebody reads of what is the own, after signing in: the mother of hers, the other parent of the child's part. What another said of himself is not in it.</summary>
public sealed record OwnRecord(
    OwnMore More, IReadOnlyList<OwnDecision> Decisions, IReadOnlyList<(DateOnly Day, int Quarters, string Caregiver)> Hours,
    IReadOnlyList<(string Questionnaire, string Version, DateOnly On, string Item, string Answer)> Answers, IReadOnlyList<(string Subject, string? Party, string Answer, DateOnly On)> Consents)
{
    /// <summary>Reads it in a visit; null when nobody signed in. <paramref name="notHers"/>: factors that are another's, which are not even asked for.</summary>
    internal static async Task<OwnRecord?> Read(FamilyInHand hand, string[] notHers, CancellationToken stop)
    {
        hand.Work.Add("select family_more($1)", [notHers]).Add("select * from family_decisions()").Add("select * from family_hours()").Add("select * from family_answers()").Add("select * from family_consents()");
        await using var row = await hand.Work.Read(stop);
        await row.ReadAsync(stop);
        var more = JsonSerializer.Deserialize<OwnMore>(row.GetString(0), OwnMore.Snake)!;
        return more is { Mother: false, Parent: false } ? null : new(
            more,
            await OpenDossier.Next(row, r => OwnDecision.Of(r, hand.Key), stop),
            await OpenDossier.Next(row, r => (r.GetFieldValue<DateOnly>(0), r.GetInt32(1), r.GetString(2)), stop),
            await OpenDossier.Next(row, r => (r.GetString(0), r.GetString(1), r.GetFieldValue<DateOnly>(2), r.GetString(3), r.GetString(4)), stop),
            await OpenDossier.Next(row, r => (r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), r.GetFieldValue<DateOnly>(3)), stop));
    }
}
