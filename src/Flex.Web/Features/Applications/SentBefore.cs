using System.Text.Json;
using Flex.Domain.Dossiers;
using Flex.Web.Data;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Applications;

/// <summary>
/// What is there when an application comes in: whether the same act said the same before (null when it is new), and the dossiers
/// that it resembles. The system looks, not the applicant: who takes part may not show in what an applicant gets to see.
/// </summary>
internal sealed record SentBefore(bool? Same, IReadOnlyList<Similar> Similar)
{
    private static readonly Actor Seer = Actor.System("dubbel");

    public static async Task<SentBefore> Look(FlexDb db, NewApplication now, CancellationToken stop)
    {
        await using var work = await db.Begin(Seer, "dubbele aanmelding zoeken", stop);
        return await Look(work, now, Likeness.Of(now.Application, work.Keys), 1, stop);
    }

    /// <summary>Waits for whoever is storing an application that may be alike, and looks: what is found stays all there is until <paramref name="work"/> is over.</summary>
    public static async Task<SentBefore> LookAlone(Data.Work work, NewApplication now, CancellationToken stop)
    {
        var likeness = Likeness.Of(now.Application, work.Keys);
        work.Add("select pg_advisory_xact_lock(k) from unnest($1) k", likeness.Locks(now.Programme.Code, work.Keys)).As(Seer);
        var found = await Look(work, now, likeness, 3, stop);
        work.As(work.Actor);
        return found;
    }

    private static async Task<SentBefore> Look(Data.Work work, NewApplication now, Likeness likeness, int before, CancellationToken stop)
    {
        SentApplications.Ask(work, now.Form.Act);
        SimilarFamilies.Ask(work, now.Programme.Code, likeness);
        await using var reader = await work.Read(stop);
        for (; before > 0; before--)
        {
            await reader.NextResultAsync(stop);
        }

        bool? same = await reader.ReadAsync(stop) ? SaysTheSame(reader, now, work.Keys) : null;
        await reader.NextResultAsync(stop);
        return new(same, await SimilarFamilies.Read(reader, likeness, stop));
    }

    private static bool SaysTheSame(NpgsqlDataReader row, NewApplication now, KeyRing keys)
    {
        var key = DossierKey.Unwrap(keys, row.GetGuid(0), row.GetFieldValue<byte[]>(1));
        var before = key.Open<ApplicationBody>(row.GetFieldValue<byte[]>(3), row.GetGuid(2)).Application;
        var number = row.IsDBNull(4) ? [] : row.GetFieldValue<byte[]>(4);
        return Text(before, now.Form) == Text(now.Application, now.Form) && (now.Application.Bsn is { } bsn ? keys.BsnHashes(bsn.Digits) : [[]]).Any(number.SequenceEqual);
    }

    // The day of the judgement is not typed but the day of sending, and so is a day of application that the form does not ask: past midnight it is still the same form.
    private static string Text(Application said, ApplicationForm form) => JsonSerializer.Serialize(
        said with { ReceivedOn = form.SaysDay ? said.ReceivedOn : default, Bsn = null, Vulnerability = said.Vulnerability is { } judged ? judged with { JudgedOn = default } : null }, JournalJson.Options);
}
