using Flex.Domain.CareHours;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>Reads contacts of care onto dossiers that the same sender applied for; one journal line per dossier and batch.</summary>
internal sealed class ImportCare(ImportTarget target)
{
    public const string Name = "care";
    private readonly SenderNumbers numbers = new(target, Name);
    private readonly SenderDossiers dossiers = new(target);

    public static ImportColumns Columns { get; } = new(["nummer", "aanmeldnummer", "pijler", "dag", "uren", "zorgverlener", "opmerking"], []);

    public async Task<PreparedBatch> Prepare(IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        await numbers.Look(rows, stop);
        await dossiers.Look(rows, stop);
        var batch = new Batch(target);
        foreach (var row in rows)
        {
            Decide(row, batch);
        }

        return batch.Tally.Prepared(batch.Care.Count, batch.Care.Count == 0 ? null : batch.Write, numbers);
    }

    private void Decide(ImportRow row, Batch batch)
    {
        var content = row.Content(target.Db.Keys, target.Programme.Code);
        if (numbers.Find(row.Number) is { } known)
        {
            batch.Tally.Again(row, known, content);
            return;
        }

        var read = new FieldReader(row.Field, target.Db.Clock.Today) { NamesCodes = true };
        var dossier = dossiers.Of(row, read);
        if (dossier is null || CareText.Parse(read, dossier.Care) is not { } care)
        {
            batch.Tally.Reject(row, read.Problems);
            return;
        }

        var entry = batch.EntryOf(dossier.Key);
        batch.Care.Add(new(target.Db.Clock.NewId(), dossier.Key.Dossier, entry, target.Db.Clock.NewId(), care));
        numbers.Take(row, content, dossier.Key.Dossier, entry);
    }

    private sealed class Batch(ImportTarget target)
    {
        private readonly Dictionary<Guid, (DossierKey Key, Guid Entry)> entries = [];

        public Tally Tally { get; } = new();

        public List<NewCare> Care { get; } = [];

        public Guid EntryOf(DossierKey key)
        {
            if (!entries.TryGetValue(key.Dossier, out var known))
            {
                entries.Add(key.Dossier, known = (key, target.Db.Clock.NewId()));
            }

            return known.Entry;
        }

        public async Task Write(Action<Data.Work> takeNumbers)
        {
            await using var work = await target.Begin();
            JournalLines.Add(work, [.. Care.GroupBy(c => c.Dossier).Select(c => Line(work, [.. c]))]);
            NewCare.Add(work, Care);
            takeNumbers(work);
            await work.Save();
        }

        private Entry Line(Data.Work work, IReadOnlyList<NewCare> care) =>
            work.Line(Act.CareRegistered, care[0].EntryId, entries[care[0].Dossier].Key, new CareBody([.. care.Select(c => c.Body)]), care.Max(c => c.Care.Day));
    }
}
