using Flex.Domain.Dossiers;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>
/// Reads applications with the decisions taken on them: each row opens a dossier, is skipped, is rejected with everything that
/// is wrong, or waits for a person because it resembles a dossier.
/// </summary>
internal sealed class ImportApplications(ImportTarget target)
{
    public const string Name = "applications";
    private readonly SenderNumbers numbers = new(target, Name);
    private Families earlier = new();
    private Families current = new();

    // Asked when the first row is there that is not in yet: what was skipped may have taken long.
    private PlacesLeft? places;

    /// <summary>One row as far as it is known without the rows before it.</summary>
    private sealed record Read(ImportRow Row, byte[] Content, ApplicationRow Parsed, Likeness? Likeness);

    /// <summary>Decides a whole batch while the one before it may still be on its way to the database.</summary>
    public async Task<PreparedBatch> Prepare(IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        (earlier, current) = (current, new());
        await numbers.Look(rows, stop);
        places ??= rows.All(r => numbers.Find(r.Number) is not null) ? null : await PlacesLeft.Load(target, stop);
        var read = rows.Select(Parse).ToList();
        await using var work = await target.Begin(stop);
        var stored = await StoredFamilies.Find(work, target.Programme.Code, [.. read.Select(r => r.Likeness)], stop);
        var batch = new Batch();
        for (var i = 0; i < read.Count; i++)
        {
            Decide(read[i], stored.GetValueOrDefault(i), batch);
        }

        return batch.Prepared(target, numbers, places?.Copy());
    }

    private Read Parse(ImportRow row)
    {
        var known = numbers.Find(row.Number);
        var parsed = known is null ? ApplicationRow.Parse(row.Field, target.Programme, target.National, target.Db.Clock.Today) : new(null, [], []);
        return new(row, row.Content(target.Db.Keys, target.Programme.Code), parsed, parsed.Application is { } a ? Likeness.Of(a, target.Db.Keys) : null);
    }

    private void Decide(Read read, Resemblance? stored, Batch batch)
    {
        if (numbers.Find(read.Row.Number) is { } known)
        {
            batch.Tally.Again(read.Row, known, read.Content);
        }
        else if (read.Parsed.Application is not { } application)
        {
            batch.Tally.Reject(read.Row, read.Parsed.Problems);
        }
        else if ((stored ?? earlier.Find(read.Likeness!) ?? current.Find(read.Likeness!)) is { } resemblance)
        {
            var waiting = new WaitingApplication(target.Db.Clock.NewId(), target.Db.Clock.NewId(), read.Row.Number, read.Row.Filled().ToDictionary(StringComparer.Ordinal), resemblance);
            batch.Waiting.Add(waiting);
            batch.Tally.Wait();
            numbers.Take(read.Row, read.Content, null, waiting.EntryId);
        }
        else
        {
            Open(read, application, batch);
        }
    }

    private void Open(Read read, Application application, Batch batch)
    {
        var dossier = NewDossier.Open(application, target.National.Factors, target.Db.Clock);
        var (decisions, problems) = ApplicationDecisions.Judge(read.Parsed, dossier, target.Programme, places!.In, target.Db.Clock);
        if (problems.Count > 0)
        {
            batch.Tally.Reject(read.Row, problems);
            return;
        }

        foreach (var admitted in decisions.Where(d => d.Outcome == NewDecision.Admitted))
        {
            places!.Take(admitted.Facts.Pillar);
        }

        batch.Dossiers.Add(dossier);
        batch.Decisions.AddRange(decisions);
        current.Add(dossier, read.Likeness!);
        numbers.Take(read.Row, read.Content, dossier.Id, dossier.EntryId);
    }

    private sealed class Batch
    {
        public Tally Tally { get; } = new();

        public List<NewDossier> Dossiers { get; } = [];

        public List<NewDecision> Decisions { get; } = [];

        public List<WaitingApplication> Waiting { get; } = [];

        public PreparedBatch Prepared(ImportTarget target, SenderNumbers numbers, PlacesLeft? left) =>
            Tally.Prepared(Dossiers.Count, Dossiers.Count + Waiting.Count == 0 ? null : takeNumbers => Write(target, takeNumbers, left!), numbers);

        private async Task Write(ImportTarget target, Action<Data.Work> takeNumbers, PlacesLeft left)
        {
            await using var work = await target.Begin();
            var writer = new ApplicationWriter(target.Programme, target.Sender, Dossiers, Decisions, Waiting);
            writer.Add(work);
            takeNumbers(work);
            writer.TakePlaces(work);
            await work.Send();
            // Every place that was taken is locked by now: what the decisions say of the places left is so, or the file is begun again.
            _ = left.Agrees(await PlacesLeft.Load(work, target.Programme.Code, CancellationToken.None)) ? 0 : throw new PlacesChangedException();
            await work.Save();
        }
    }
}
