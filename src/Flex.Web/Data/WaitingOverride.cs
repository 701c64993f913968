using Flex.Domain.Dossiers;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>The door to one override: what the judge reads, and apart from it what the system needs to carry the judgement out.</summary>
internal sealed record WaitingOverride(OverrideCase Case, DossierKey Key, Work Work) : IAsyncDisposable
{
    private const string Query = """
        select o.id, o.pillar, o.outcome, o.summary, o.requested_on, o.requested_by, o.requester, o.paid_organisation, o.state, o.judged_on, o.judged_by, o.judge, o.judged_because,
               o.dossier_id, k.wrapped, o.facts, o.replaces, o.reason, a.mail, a.channel
        from override_request o join vault.dossier_key k on k.dossier_id = o.dossier_id cross join applicant_of(o.id) a where o.id = $1
        """;

    public required DecisionFacts Facts { get; init; }

    /// <summary>The decision that stands until the judgement.</summary>
    public required Guid Replaces { get; init; }

    public required string Reason { get; init; }

    /// <summary>Where who applied hears that something changed, or null.</summary>
    public string? ApplicantMail { get; init; }

    /// <summary>How the application came in.</summary>
    public required string Channel { get; init; }

    public ValueTask DisposeAsync() => Work.DisposeAsync();

    /// <summary>Opens it to act on, with the look in the journal; null when it is not there for this person.</summary>
    public static async Task<WaitingOverride?> Open(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop)
    {
        var work = await db.Begin(actor, purpose, stop);
        WaitingOverride? found = null;
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

    private static async Task<WaitingOverride?> Found(Work work, Guid id, CancellationToken stop)
    {
        work.Add(Query, id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var key = DossierKey.Unwrap(work.Keys, reader.GetGuid(13), reader.GetFieldValue<byte[]>(14));
        work.Journal(Act.OverrideRead, dossier: key.Dossier, id: work.Clock.NewId());
        return new(OverrideCase.Read(reader), key, work)
        {
            Facts = key.Open<DecisionFacts>(reader.GetFieldValue<byte[]>(15), id),
            Replaces = reader.GetGuid(16),
            Reason = reader.GetString(17),
            ApplicantMail = reader.IsDBNull(18) ? null : reader.GetString(18),
            Channel = reader.GetString(19),
        };
    }
}
