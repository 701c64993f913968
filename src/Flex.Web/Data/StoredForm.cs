using Flex.Web.Data.Access;

namespace Flex.Web.Data;

/// <summary>One questionnaire of one family as it is stored, with the answers that this person may see.</summary>
/// <param name="EntryId">The act that saved it last: the version that a form changes.</param>
/// <param name="SavedAt">The moment on the real clock; null for a list from a file.</param>
public sealed record StoredForm(
    Guid Id, string Version, bool Finished, DateOnly FilledOn, string? SavedBy, DateTimeOffset? SavedAt, Guid EntryId, Guid? ActId, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Reads a list inside a unit of work that opened the dossier; null when nobody began it.</summary>
    internal static async Task<StoredForm?> Read(Work work, Guid dossier, string questionnaire, CancellationToken stop)
    {
        work.Add("select r.id, r.version, r.state = 'klaar', r.filled_on, r.saved_by, r.saved_at, r.entry_id, r.act_id from response r where r.dossier_id = $1 and r.questionnaire = $2", dossier, questionnaire);
        work.Add(
            "select a.item, a.answer from answer a join response r on r.id = a.response_id where r.dossier_id = $1 and r.questionnaire = $2 and a.answer <> '' and (not a.hidden or $3)",
            dossier, questionnaire, Policies.May(work.Actor.Role, Policies.FillIn));
        await using var reader = await work.Read(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var stored = new StoredForm(
            reader.GetGuid(0), reader.GetString(1), reader.GetBoolean(2), reader.GetFieldValue<DateOnly>(3), reader.IsDBNull(4) ? null : reader.GetString(4),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5), reader.GetGuid(6), reader.IsDBNull(7) ? null : reader.GetGuid(7), answers);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            answers.Add(reader.GetString(0), reader.GetString(1));
        }

        return stored;
    }
}
