using Flex.Web.Data.Bulk;

namespace Flex.Web.Features.Imports;

/// <summary>Which questionnaires were answered already: in the database, or in a batch that is on its way to it.</summary>
internal sealed class StoredResponses(ImportTarget target)
{
    private HashSet<(Guid, string)> current = [];
    private HashSet<(Guid, string)> earlier = [];
    private readonly HashSet<(Guid, string)> stored = [];

    public async Task Look(IReadOnlyList<Guid> dossiers, CancellationToken stop)
    {
        (earlier, current) = (current, []);
        stored.Clear();
        await using var work = await target.Begin(stop);
        work.Add("select dossier_id, questionnaire from response where dossier_id = any($1)", Column.Uuid(dossiers, d => d));
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            stored.Add((reader.GetGuid(0), reader.GetString(1)));
        }
    }

    /// <summary>Claims a questionnaire of a dossier; false when it was answered already.</summary>
    public bool Take(Guid dossier, string questionnaire)
    {
        var key = (dossier, questionnaire);
        return !stored.Contains(key) && !earlier.Contains(key) && current.Add(key);
    }
}
