using System.Text.Json;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Applications;

/// <summary>Compares an application with what the same act said before. The system looks: what waits for the intaker is not the applicant's to see.</summary>
internal static class SentBefore
{
    /// <summary>Whether the act said the same before; null when it is new.</summary>
    public static async Task<bool?> TheSame(FlexDb db, string sender, NewApplication now, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("dubbel"), "dubbel verstuurde aanmelding herkennen", stop);
        SentApplications.Ask(work, sender, now.Form.Act);
        await using var reader = await work.Read(stop);
        return await Next(reader, row => SaysTheSame(row, now, work.Keys), stop) ?? await Next(reader, row => WaitsTheSame(row, now, work.Keys), stop);
    }

    private static async Task<bool?> Next(NpgsqlDataReader reader, Func<NpgsqlDataReader, bool> same, CancellationToken stop)
    {
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? same(reader) : null;
    }

    private static bool SaysTheSame(NpgsqlDataReader row, NewApplication now, KeyRing keys)
    {
        var before = Key(row, keys).Open<ApplicationBody>(row.GetFieldValue<byte[]>(3), row.GetGuid(2)).Application;
        var number = row.IsDBNull(4) ? [] : row.GetFieldValue<byte[]>(4);
        return Text(before) == Text(now.Application) && number.AsSpan().SequenceEqual(now.Application.Bsn is { } bsn ? keys.LookUp("bsn", bsn.Digits) : []);
    }

    private static bool WaitsTheSame(NpgsqlDataReader row, NewApplication now, KeyRing keys)
    {
        var before = Key(row, keys).Open<Dictionary<string, string>>(row.GetFieldValue<byte[]>(3), row.GetGuid(2));
        var fields = now.Form.Row(now.Factors);
        return before.Count == fields.Count && before.All(f => fields.GetValueOrDefault(f.Key) == f.Value);
    }

    private static DossierKey Key(NpgsqlDataReader row, KeyRing keys) => DossierKey.Unwrap(keys, row.GetGuid(0), row.GetFieldValue<byte[]>(1));

    // The day of the judgement is not typed but the day of sending: past midnight it is still the same form.
    private static string Text(Application said) => JsonSerializer.Serialize(
        said with { Bsn = null, Vulnerability = said.Vulnerability is { } judged ? judged with { JudgedOn = default } : null }, JournalJson.Options);
}
