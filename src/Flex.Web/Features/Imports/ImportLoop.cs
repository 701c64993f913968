namespace Flex.Web.Features.Imports;

/// <summary>What became of the rows of a file.</summary>
internal sealed record ImportCount(long Read, long Stored, long Skipped, long Waiting, long Rejected);

/// <summary>
/// Takes a file through in batches: while the database writes one, the next is read and decided. Never more than two are in
/// memory, and each is one transaction: what is written stays, whatever happens after it.
/// </summary>
internal sealed class ImportLoop(CsvReader csv, ImportHeader header, ImportKind kind, RejectsFile rejects)
{
    private const int MostRows = 500;
    private const int MostCharacters = 2_000_000;

    public ImportCount Count { get; private set; } = new(0, 0, 0, 0, 0);

    public async Task Run(Action<long> progress, CancellationToken stop)
    {
        var writing = Task.CompletedTask;
        try
        {
            while (Next() is { Count: > 0 } rows)
            {
                stop.ThrowIfCancellationRequested();
                var unreadable = rows.Where(r => r.Unreadable.Count > 0).Select(r => new RejectedRow(r, r.Unreadable)).ToList();
                var batch = await kind.Prepare([.. rows.Where(r => r.Unreadable.Count == 0)], stop);
                await writing;
                writing = batch.Write();
                RejectedRow[] rejected = [.. unreadable.Concat(batch.Rejected).OrderBy(r => r.Row.Line)];
                rejects.Write(rejected);
                Add(batch, rows.Count, rejected.Length);
                progress(Count.Read);
            }
        }
        finally
        {
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await writing;
    }

    private void Add(PreparedBatch batch, int rows, int rejected) => Count = new(
        Count.Read + rows, Count.Stored + batch.Stored, Count.Skipped + batch.Skipped, Count.Waiting + batch.Waiting, Count.Rejected + rejected);

    // A batch is bounded in rows and in text: long remarks do not make it large.
    private List<ImportRow> Next()
    {
        var (rows, characters) = (new List<ImportRow>(MostRows), 0L);
        while (rows.Count < MostRows && characters < MostCharacters && csv.Read() is { } record)
        {
            rows.Add(new(record, header));
            characters += record.Fields.Sum(f => f.Length);
        }

        return rows;
    }
}
