using Flex.Domain.Trust;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>The door to one dossier: may I, load and read log in one step. Null means that for this person it is not there.</summary>
internal static class OpenDossier
{
    /// <summary>Reads a dossier; the look is in the journal before anything is shown.</summary>
    public static async Task<(DossierRecord Record, DossierKey Key)?> Read(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop)
    {
        await using var opened = await ToLook(db, actor, purpose, id, stop);
        if (opened is null)
        {
            return null;
        }

        await opened.Work.Save();
        return (opened.Record, opened.Key);
    }

    /// <summary>Reads a page of what was done with a dossier; this look too is in the journal. Who looked is in the log, which is not for professionals.</summary>
    public static async Task<DossierHistory?> History(FlexDb db, Actor actor, string purpose, Guid id, HistoryKey before, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, purpose, stop);
        Ask(work, DossierQueries.All.Take(2), id);
        work.Add(DossierQueries.History, id, before.At, before.Id, ActKinds.Looks);
        DossierHead head;
        DossierKey key;
        IReadOnlyList<HistoryLine> lines;
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            if (await Open(reader, id, work.Keys, stop) is not { } opened)
            {
                await reader.DisposeAsync();
                await Refuse(work, id);
                return null;
            }

            (head, key) = opened;
            lines = await Next(reader, DossierQueries.HistoryOf, stop);
        }

        work.Through = head.Relations;

        work.Journal(Act.DossierRead, dossier: id);
        await work.Save();
        var sights = AccessPolicy.For(actor.Role, head.Relations);
        var shown = lines.Take(DossierQueries.HistoryShown).ToList();
        return new(head, key, [.. shown.Where(l => Reach.SeesInHistory(actor, l.Act) && HistorySight.Sees(sights, head.IsOwn, l.Act))], lines.Count > shown.Count ? new(shown[^1].At, shown[^1].Id) : null);
    }

    /// <summary>Opens a dossier to act on; the act and the look are saved together with <see cref="Work.Save"/>. Who is there with the glass broken only looks.</summary>
    public static async Task<DossierInHand?> ToAct(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop)
    {
        var opened = await ToLook(db, actor, purpose, id, stop);
        if (opened is not { Record.Head.OnlyLooks: true })
        {
            return opened;
        }

        await opened.DisposeAsync();
        return null;
    }

    /// <summary>Opens a dossier to look at more than is in its record; the look is saved with <see cref="Work.Save"/>.</summary>
    public static async Task<DossierInHand?> ToLook(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop)
    {
        var work = await db.Begin(actor, purpose, stop);
        Ask(work, DossierQueries.All, id);
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            if (await Open(reader, id, work.Keys, stop) is var (head, key))
            {
                var record = await Load(reader, head, stop);
                record = SeenRecord.Of(record, actor);
                work.Through = head.Relations;
                work.Journal(Act.DossierRead, dossier: id, id: work.Clock.NewId());
                return new(record, key, work);
            }
        }

        await Refuse(work, id);
        await work.DisposeAsync();
        return null;
    }

    // Who asks hears what is said of a dossier that does not exist; the log knows that it was tried. No line, and not even that is answered.
    private static Task Refuse(Work work, Guid id)
    {
        work.Journal(Act.Refused, dossier: id, outcome: Outcome.SeriousFailure);
        return work.Save();
    }

    private static void Ask(Work work, IEnumerable<(string Sql, bool Scoped)> queries, Guid id)
    {
        foreach (var (sql, scoped) in queries)
        {
            work.Add(
                scoped ? string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Reach.Condition(work.Actor, 2), Reach.Kinds(2)) : sql,
                scoped ? [id, work.Actor.Organisation] : [id]);
        }
    }

    // A dossier whose key was destroyed is erased: what is left of it is not shown.
    private static async Task<(DossierHead, DossierKey)?> Open(NpgsqlDataReader reader, Guid id, KeyRing keys, CancellationToken stop)
    {
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var head = DossierQueries.Head(reader);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? (head, DossierKey.Unwrap(keys, id, reader.GetFieldValue<byte[]>(0))) : null;
    }

    private static async Task<DossierRecord> Load(NpgsqlDataReader reader, DossierHead head, CancellationToken stop)
    {
        var periods = await Next(reader, DossierQueries.Period, stop);
        var assessments = await Next(reader, DossierQueries.Assessment, stop);
        var factors = await Next(reader, DossierQueries.Factor, stop);
        return new(
            head,
            [.. periods.Where(p => p.Residence).Select(p => p.Line)],
            [.. periods.Where(p => !p.Residence).Select(p => p.Line)],
            [.. assessments.Select(a => a with { Factors = [.. factors.Where(f => f.Assessment == a.Id).Select(f => (f.Factor, f.State, f.Leaf))] })],
            await Next(reader, DossierQueries.Decision, stop),
            await Next(reader, DossierQueries.Care, stop),
            await Next(reader, DossierQueries.Response, stop),
            await Next(reader, DossierQueries.PlaceInLine, stop),
            (await Next(reader, DossierLife.Read, stop))[0])
        { Sights = Sights.Nothing };
    }

    /// <summary>Every row of the next statement.</summary>
    internal static async Task<List<T>> Next<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> one, CancellationToken stop)
    {
        await reader.NextResultAsync(stop);
        var all = new List<T>();
        while (await reader.ReadAsync(stop))
        {
            all.Add(one(reader));
        }

        return all;
    }
}
