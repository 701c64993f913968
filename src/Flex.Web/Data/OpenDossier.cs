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
        await using var opened = await ToAct(db, actor, purpose, id, stop);
        if (opened is null)
        {
            return null;
        }

        await opened.Work.Save();
        return (opened.Record, opened.Key);
    }

    /// <summary>Opens a dossier to act on; the act and the look are saved together with <see cref="Work.Save"/>.</summary>
    public static async Task<DossierInHand?> ToAct(FlexDb db, Actor actor, string purpose, Guid id, CancellationToken stop)
    {
        var work = await db.Begin(actor, purpose, stop);
        foreach (var (sql, scoped) in DossierQueries.All)
        {
            work.Add(scoped ? string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Reach.Condition(actor, 2)) : sql, scoped ? [id, actor.Organisation] : [id]);
        }

        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            if (await Load(reader, id, work, stop) is var (record, key))
            {
                work.Journal(Act.DossierRead, dossier: id, id: work.Clock.NewId());
                return new(record, key, work);
            }
        }

        await work.DisposeAsync();
        return null;
    }

    private static async Task<(DossierRecord, DossierKey)?> Load(NpgsqlDataReader reader, Guid id, Work work, CancellationToken stop)
    {
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        var head = DossierQueries.Head(reader);
        await Next();
        await reader.ReadAsync(stop);
        var key = DossierKey.Unwrap(work.Keys, id, reader.GetFieldValue<byte[]>(0));
        var residences = await All(DossierQueries.Period);
        var insurances = await All(DossierQueries.Period);
        var assessments = await All(DossierQueries.Assessment);
        var factors = await All(DossierQueries.Factor);
        var decisions = await All(DossierQueries.Decision);
        var care = await All(DossierQueries.Care);
        var responses = await All(DossierQueries.Response);
        var places = await All(DossierQueries.Place);
        var history = await All(DossierQueries.History);
        return (new(head, residences, insurances, [.. assessments.Select(a => a with { Factors = [.. factors.Where(f => f.Assessment == a.Id).Select(f => (f.Factor, f.State, f.Leaf))] })],
            decisions, care, responses, places, history), key);

        Task Next() => reader.NextResultAsync(stop);

        async Task<List<T>> All<T>(Func<NpgsqlDataReader, T> one)
        {
            await Next();
            var all = new List<T>();
            while (await reader.ReadAsync(stop))
            {
                all.Add(one(reader));
            }

            return all;
        }
    }
}
