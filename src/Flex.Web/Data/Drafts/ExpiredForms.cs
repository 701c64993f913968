using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Drafts;

/// <summary>Forms that were sent when the session had ended: the system keeps them for half an hour, under an id that only that browser has.</summary>
internal static class ExpiredForms
{
    private const string Purpose = "verlopen sessie";

    // Who is not signed in fills no disk.
    private const int MostAtOnce = 1000;

    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private static readonly Actor Keeper = Actor.System(Purpose);

    /// <summary>False when too many wait already.</summary>
    public static async Task<bool> Keep(FlexDb db, Guid id, IReadOnlyDictionary<string, string[]> fields, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        Forget(work);
        work.Add(
            """
            insert into draft (id, owner, organisation, programme, kind, saved_at, sealed)
            select $1, $2, $3, '', $4, $5, $6 where (select count(*) from draft where owner = $2 and sealed is not null) < $7 returning true
            """,
            id, Keeper.Id, Keeper.Organisation, Draft.Expired, work.Clock.Now, Draft.Close(work.Keys, id, fields), MostAtOnce);
        bool kept;
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            kept = await reader.ReadAsync(stop);
        }

        await work.Save();
        return kept;
    }

    /// <summary>What was kept under an id, or null when it was used or is too old.</summary>
    public static async Task<Draft?> Read(FlexDb db, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        work.Add($"select {Draft.Columns} from draft where id = $1 and kind = $2 and sealed is not null and saved_at > $3", id, Draft.Expired, work.Clock.Now - KeptFor);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? Draft.Read(reader, work.Keys) : null;
    }

    public static async Task Empty(FlexDb db, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(Keeper, Purpose, stop);
        Forget(work);
        SentDraft.Empty(work, id);
        await work.Save();
    }

    private static void Forget(Work work) => work.Add("update draft set sealed = null where owner = $1 and sealed is not null and saved_at <= $2", Keeper.Id, work.Clock.Now - KeptFor);
}
