using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Families;

/// <summary>What the mother reads of herself once she signed in; what another may have said of her is not in it.</summary>
public sealed record OwnRecord(
    IReadOnlyList<(int Pillar, string Outcome, DateOnly On)> Decisions, IReadOnlyList<(DateOnly Day, int Quarters, string Caregiver)> Hours,
    IReadOnlyList<(string Questionnaire, string Version, DateOnly On, string Item, string Answer)> Answers, IReadOnlyList<(string Subject, string? Party, string Answer, DateOnly On)> Consents)
{
    /// <summary>Reads it in a visit; null when nobody signed in.</summary>
    internal static async Task<OwnRecord?> Read(Work work, CancellationToken stop)
    {
        work.Add("select family_signed_in() is not null").Add("select * from family_decisions()").Add("select * from family_hours()").Add("select * from family_answers()").Add("select * from family_consents()");
        await using var row = await work.Read(stop);
        return await row.ReadAsync(stop) && row.GetBoolean(0) ? new(
            await OpenDossier.Next(row, r => (r.GetInt32(0), r.GetString(1), r.GetFieldValue<DateOnly>(2)), stop),
            await OpenDossier.Next(row, r => (r.GetFieldValue<DateOnly>(0), r.GetInt32(1), r.GetString(2)), stop),
            await OpenDossier.Next(row, r => (r.GetString(0), r.GetString(1), r.GetFieldValue<DateOnly>(2), r.GetString(3), r.GetString(4)), stop),
            await OpenDossier.Next(row, r => (r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), r.GetFieldValue<DateOnly>(3)), stop)) : null;
    }
}
