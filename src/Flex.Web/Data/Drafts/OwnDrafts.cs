using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Drafts;

/// <summary>The drafts of one person: nobody else, in whatever role, sees them.</summary>
internal static class OwnDrafts
{
    private const string Purpose = "concept";
    private const int Shown = 20;

    /// <summary>The newest drafts of a person, with what is remembered for the next application (null when nothing is).</summary>
    public static async Task<(IReadOnlyList<Draft> Drafts, Draft? Remembered)> All(FlexDb db, Actor actor, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        work.Add(
            $"select {Draft.Columns} from draft where owner = $1 and kind = any($2) and sealed is not null order by (kind = '{Draft.Remembered}') desc, saved_at desc limit {Shown + 1}",
            actor.Id, new[] { Draft.Application, Draft.Remembered });
        var all = await Read(work, stop);
        return ([.. all.Where(d => d.Kind == Draft.Application)], all.Find(d => d.Kind == Draft.Remembered));
    }

    /// <summary>Asks the newest drafts in the same round trip as a list.</summary>
    public static IReadOnlyList<Draft> Ask(DossierList list, FlexDb db, Actor actor)
    {
        var drafts = new List<Draft>();
        list.With($"select {Draft.Columns} from draft where owner = $1 and kind = $2 and sealed is not null order by saved_at desc limit {Shown}", [actor.Id, Draft.Application], row => drafts.Add(Draft.Read(row, db.Keys)));
        return drafts;
    }

    /// <summary>What this person need not say again, asked within other work; null when nothing is remembered.</summary>
    public static async Task<Draft?> Remembered(Work work, CancellationToken stop)
    {
        work.Add($"select {Draft.Columns} from draft where owner = $1 and kind = $2 and sealed is not null", work.Actor.Id, Draft.Remembered);
        await using var reader = await work.Read(stop);
        return await reader.ReadAsync(stop) ? Draft.Read(reader, work.Keys) : null;
    }

    /// <summary>One draft, or null when it was sent, thrown away or is somebody else's.</summary>
    public static async Task<Draft?> Open(FlexDb db, Actor actor, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        work.Add($"select {Draft.Columns} from draft where id = $1 and owner = $2 and kind = $3 and sealed is not null", id, actor.Id, Draft.Application);
        return (await Read(work, stop)).FirstOrDefault();
    }

    /// <summary>Keeps what was typed under the version that the form carries (0: new). False when another window was first.</summary>
    public static async Task<bool> Save(FlexDb db, Actor actor, Draft draft, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, Purpose, stop);
        var bytes = Draft.Close(work.Keys, draft.Id, draft.Fields);
        if (draft.Version == 0)
        {
            work.Add(
                "insert into draft (id, owner, organisation, programme, kind, saved_at, sealed) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning version",
                draft.Id, actor.Id, actor.Organisation, draft.Programme, Draft.Application, work.Clock.Now, bytes);
        }
        else
        {
            work.Add("update draft set version = version + 1, saved_at = $3, sealed = $4 where id = $1 and version = $2 and sealed is not null returning version", draft.Id, draft.Version, work.Clock.Now, bytes);
        }

        bool saved;
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            saved = await reader.ReadAsync(stop);
        }

        await work.Save();
        return saved;
    }

    private static async Task<List<Draft>> Read(Work work, CancellationToken stop)
    {
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        var all = new List<Draft>();
        while (await reader.ReadAsync(stop))
        {
            all.Add(Draft.Read(reader, work.Keys));
        }

        return all;
    }
}
