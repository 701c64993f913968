using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data.Plans;

/// <summary>The door to one plan that waits for approval: what who approves reads, and apart from it what the system needs to carry the judgement out.</summary>
internal sealed record WaitingPlan(PlanCase Case, DossierKey Key, Work Work) : IAsyncDisposable
{
    private const string Query = """
        select r.id, r.programme, r.pillar, r.summary, r.requested_on, r.requested_by, r.requester, r.asked_organisation, r.paid_organisation, r.state, r.judged_on, r.judged_by, r.judged_because, r.judged_act,
               r.dossier_id, k.wrapped
        from plan_request r join vault.dossier_key k on k.dossier_id = r.dossier_id where r.id = $1
        """;

    public ValueTask DisposeAsync() => Work.DisposeAsync();

    /// <summary>Opens it to act on, with the look in the journal; null when it is not there for this person.</summary>
    public static async Task<WaitingPlan?> Open(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop)
    {
        var work = await db.Begin(actor, purpose, stop);
        WaitingPlan? found = null;
        try
        {
            found = await Found(work, id, stop);
            if (found is null)
            {
                work.Journal(Act.Refused);
                await work.Save();
            }

            return found;
        }
        finally
        {
            await (found is null ? work.DisposeAsync() : ValueTask.CompletedTask);
        }
    }

    private static async Task<WaitingPlan?> Found(Work work, Guid id, CancellationToken stop)
    {
        work.Add(Query, id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var key = DossierKey.Unwrap(work.Keys, reader.GetGuid(14), reader.GetFieldValue<byte[]>(15));
        work.Journal(Act.OverrideRead, dossier: key.Dossier, id: work.Clock.NewId());
        return new(PlanCase.Read(reader), key, work);
    }
}
