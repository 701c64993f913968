namespace Flex.Web.Data.Drafts;

/// <summary>What sending an application does to drafts, in its own transaction: the draft of the same act is emptied, the person's habits are kept.</summary>
internal static class SentDraft
{
    /// <summary>
    /// Whether a draft was changed in another window since the form read <paramref name="version"/> of it. A form that read none (0: the first
    /// page, also by the back button) may only say what a draft with its id holds.
    /// </summary>
    public static async Task<bool> Changed(Work work, Guid id, int version, IReadOnlyDictionary<string, string[]> said, CancellationToken stop)
    {
        work.Add($"select {Draft.Columns} from draft where id = $1 for update", id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        var found = await reader.ReadAsync(stop);
        return version > 0
            ? !found || reader.GetInt32(3) != version
            : found && !await reader.IsDBNullAsync(5, stop) && !Draft.Read(reader, work.Keys).Says(said);
    }

    /// <summary>Empties a draft that is sent or thrown away.</summary>
    public static void Empty(Work work, Guid id) =>
        work.Add("update draft set sealed = null, version = version + 1, saved_at = $2 where id = $1 and sealed is not null", id, work.Clock.Now);

    /// <summary>Keeps what this person need not say again, one row per person.</summary>
    public static void Remember(Work work, string programme, IReadOnlyDictionary<string, string[]> habits)
    {
        var id = new Guid(work.Keys.LookUp("remembered", work.Actor.Id).AsSpan(0, 16));
        work.Add(
            """
            insert into draft (id, owner, organisation, programme, kind, saved_at, sealed) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do update set version = draft.version + 1, saved_at = excluded.saved_at, sealed = excluded.sealed
            """,
            id, work.Actor.Id, work.Actor.Organisation, programme, Draft.Remembered, work.Clock.Now, Draft.Close(work.Keys, id, habits));
    }
}
