using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Decisions;

/// <summary>The verb `flex replay`: computes every stored decision and assessment again and lists what comes out differently. Changes nothing.</summary>
internal static class Replay
{
    /// <summary>Answers 0 when everything comes out as it was stored, 1 when something differs; one row is in memory at a time.</summary>
    public static async Task<int> Run(FlexDb db, ProgrammeLibrary library, TextWriter output, CancellationToken stop = default)
    {
        await using var work = await db.Begin(Actor.System("replay"), "besluiten narekenen", stop);
        work.Journal(Act.DecisionsReplayed);
        StoredJudgements.Ask(work);
        var (decided, erased, assessed, different, destroyed) = (0L, 0L, 0L, 0L, 0L);
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            var decisions = new DecisionReplay(library, db.Keys);
            while (await reader.ReadAsync(stop))
            {
                decided++;
                var stored = StoredDecision.Read(reader);
                erased += stored.Wrapped is null ? 1 : 0;
                different += await Tell(output, stored.Wrapped is null ? null : decisions.Difference(stored));
            }

            await reader.NextResultAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                assessed++;
                different += await Tell(output, AssessmentReplay.Difference(StoredWeighing.Read(reader), library.National.Factors));
            }

            await reader.NextResultAsync(stop);
            destroyed = await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0;
        }

        await work.Save();
        await output.WriteLineAsync($"{decided - erased} besluiten en {assessed} beoordelingen nagerekend, {erased} besluiten gewist (niet na te rekenen), {different} verschillen.{(destroyed == 0 ? "" : $" Vernietigde dossiers: {destroyed}.")}");
        return different == 0 ? 0 : 1;
    }

    private static async Task<int> Tell(TextWriter output, string? difference)
    {
        if (difference is null)
        {
            return 0;
        }

        await output.WriteLineAsync(difference);
        return 1;
    }
}
