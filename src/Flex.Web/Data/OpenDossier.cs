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
        if (await Beside(work, (id, Act.DossierRead), (DossierQueries.History, [id, before.At, before.Id, ActKinds.Looks]), DossierQueries.HistoryOf, stop) is not var (head, key, lines))
        {
            return null;
        }

        var sights = AccessPolicy.For(actor.Role, head.Relations);
        var shown = lines.Take(DossierQueries.HistoryShown).ToList();
        return new(head, key, [.. shown.Where(l => Reach.SeesInHistory(actor, l.Act) && HistorySight.Sees(sights, head.IsOwn, l.Act))], lines.Count > shown.Count ? new(shown[^1].At, shown[^1].Id) : null);
    }

    /// <summary>Opens no more of a dossier than its head, and one thing that is asked beside it; the look is in the journal as the act it is.</summary>
    public static async Task<(DossierHead Head, DossierKey Key, List<T> Rows)?> Beside<T>(Work work, (Guid Id, Act Look) of, (string Sql, object?[] Values) asked, Func<NpgsqlDataReader, T> row, CancellationToken stop)
    {
        Ask(work, DossierQueries.All.Take(2), of.Id);
        work.Add(asked.Sql, asked.Values);
        (DossierHead Head, DossierKey Key)? opened;
        List<T> rows;
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            opened = await Open(reader, of.Id, work.Keys, stop);
            rows = opened is null ? [] : await Next(reader, row, stop);
        }

        if (opened is not var (head, key))
        {
            await Refuse(work, of.Id);
            return null;
        }

        work.GivenBy(head.Relations);
        work.Journal(of.Look, dossier: of.Id);
        await work.Save();
        return (head, key, rows);
    }

    /// <summary>Opens a dossier to act on; the act and the look are saved together with <see cref="Work.Save"/>. Who is there with the glass broken, or was asked in, only looks.</summary>
    public static Task<DossierInHand?> ToAct(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop) => Hand(db, actor, (purpose, Acts: true), id, stop);

    /// <summary>Opens a dossier to look at more than is in its record; the look is saved with <see cref="Work.Save"/>.</summary>
    public static Task<DossierInHand?> ToLook(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop) => Hand(db, actor, (purpose, Acts: false), id, stop);

    /// <summary>The same to act on, with no more of the record than a review of a copy asks: who she is, how she is reached and how she was weighed. What is given is read by its own statements.</summary>
    public static Task<DossierInHand?> ToReview(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop) => Hand(db, actor, (purpose, Acts: true), id, stop, DossierQueries.OfReview);

    private static async Task<DossierInHand?> Hand(FlexDb db, Actor actor, (string Text, bool Acts) purpose, Guid id, CancellationToken stop, IReadOnlySet<int>? only = null)
    {
        var work = await db.Begin(actor, purpose.Text, stop);
        DossierInHand? hand = null;
        try
        {
            hand = await InHand(work, id, purpose.Acts, only, stop);
            if (hand is null)
            {
                await Refuse(work, id);
            }

            return hand;
        }
        finally
        {
            // Also when no line can be written: a connection that is not given back is one less for everybody.
            await (hand is null ? work.DisposeAsync() : ValueTask.CompletedTask);
        }
    }

    private static async Task<DossierInHand?> InHand(Work work, Guid id, bool acts, IReadOnlySet<int>? only, CancellationToken stop)
    {
        Ask(work, DossierQueries.All.Where((_, i) => only?.Contains(i) != false), id);
        await using var reader = await work.Read(stop);
        await reader.NextResultAsync(stop);
        if (await Open(reader, id, work.Keys, stop) is not var (head, key))
        {
            return null;
        }

        var record = SeenRecord.Of(await Load(reader, head, only, stop), work.Actor);
        if (acts && record.Head.OnlyLooks)
        {
            return null;
        }

        work.GivenBy(head.Relations);
        work.Journal(Act.DossierRead, dossier: id, id: work.Clock.NewId());
        return new(record, key, work);
    }

    // Who asks hears what is said of a dossier that does not exist; the log knows that it was tried. No line, and not even that is answered.
    private static Task Refuse(Work work, Guid id)
    {
        work.Journal(Act.Refused, dossier: id);
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
    internal static async Task<(DossierHead, DossierKey)?> Open(NpgsqlDataReader reader, Guid id, KeyRing keys, CancellationToken stop)
    {
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var head = DossierQueries.Head(reader);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? (head, DossierKey.Unwrap(keys, id, reader.GetFieldValue<byte[]>(0))) : null;
    }

    /// <summary>Everything of a dossier whose head and key were read.</summary>
    internal static Task<DossierRecord> Load(NpgsqlDataReader reader, DossierHead head, CancellationToken stop) => Load(reader, head, null, stop);

    private static async Task<DossierRecord> Load(NpgsqlDataReader reader, DossierHead head, IReadOnlySet<int>? only, CancellationToken stop)
    {
        var periods = await Rows(2, DossierQueries.Period);
        var assessments = await Rows(3, DossierQueries.Assessment);
        var factors = await Rows(4, DossierQueries.Factor);
        return new(
            head,
            [.. periods.Where(p => p.Residence).Select(p => p.Line)],
            [.. periods.Where(p => !p.Residence).Select(p => p.Line)],
            [.. assessments.Select(a => a with { Factors = [.. factors.Where(f => f.Assessment == a.Id).Select(f => (f.Factor, f.State, f.Leaf))] })],
            await Rows(5, DossierQueries.Decision),
            await Rows(6, DossierQueries.Care),
            await Rows(7, DossierQueries.Response),
            await Rows(8, DossierQueries.PlaceInLine),
            (await Next(reader, DossierLife.Read, stop))[0])
        { Sights = Sights.Nothing };

        async Task<List<T>> Rows<T>(int statement, Func<NpgsqlDataReader, T> one) => only?.Contains(statement) == false ? [] : await Next(reader, one, stop);
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
