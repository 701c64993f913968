using System.Diagnostics;
using Flex.Domain.CareHours;
using Flex.Domain.Shared;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Bench.Data;

/// <summary>Clients that register care: each write is one transaction with its journal entry, sealed under the dossier's key.</summary>
internal sealed class Writers(Database database, IReadOnlyList<DossierKey> dossiers)
{
    private const int Batch = 5_000;
    private static readonly Actor Caregiver = new("bench", "Bench", "kraamverzorgende", "bench");

    /// <summary>Opens dossiers to write on.</summary>
    public static async Task<Writers> Prepare(Database database, int dossiers)
    {
        DossierKey[] keys = [.. Enumerable.Range(0, dossiers).Select(_ => DossierKey.New(database.Clock.NewId()))];
        await using var work = await database.Db.Begin(Caregiver, "bench");
        var entry = work.Journal(Act.ApplicationReceived);
        work.Add("insert into vault.dossier_key (dossier_id, wrapped) select * from unnest($1, $2)", Column.Uuid(keys, k => k.Dossier), Column.Bytes(keys, k => k.Wrap(work.Keys)));
        work.Add("insert into dossier (id, programme, organisation, opened_on, entry_id) select i, 'bench', 'bench', $2, $3 from unnest($1) i", Column.Uuid(keys, k => k.Dossier), database.Clock.Today, entry);
        await work.Save();
        return new(database, keys);
    }

    /// <summary>Lets clients write as fast as they can; answers writes per second.</summary>
    public async Task<double> Write(int clients, double seconds)
    {
        var (start, end) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(seconds));
        var written = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var count = 0L;
            for (var next = client; Stopwatch.GetElapsedTime(start) < end; next += clients)
            {
                await One(dossiers[next % dossiers.Count]);
                count++;
            }

            return count;
        })));
        return written.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Adds journal lines in bulk, for a journal of the size that is asked.</summary>
    public async Task Fill(int lines)
    {
        for (var done = 0; done < lines; done += Batch)
        {
            await using var work = await database.Db.Begin(Caregiver, "bench");
            JournalLines.Add(work, [.. Enumerable.Range(0, Batch).Select(i =>
            {
                var key = dossiers[i % dossiers.Count];
                return work.Line(Act.CareRegistered, database.Clock.NewId(), key, new CareBody([Care(key, Guid.Empty).Body]));
            })]);
            await work.Save();
        }
    }

    private async Task One(DossierKey key)
    {
        await using var work = await database.Db.Begin(Caregiver, "bench");
        var care = Care(key, work.EntryId);
        work.Journal(Act.CareRegistered, key, new CareBody([care.Body]));
        NewCare.Add(work, [care]);
        await work.Save();
    }

    private NewCare Care(DossierKey key, Guid entry) => new(database.Clock.NewId(), key.Dossier, entry, database.Clock.NewId(),
        new CareGiven(1, database.Clock.Today, new Quarters(12), "kraamverzorgende (verzonnen)", "verzonnen contact"));
}
