using System.Diagnostics;
using Npgsql;

namespace Flex.Bench.Data;

/// <summary>One statement as it was sent: its text and its parameters.</summary>
internal sealed record SentStatement(string Sql, IReadOnlyList<NpgsqlParameter> Values)
{
    public static SentStatement Of(NpgsqlBatchCommand command) => new(command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]);
}

/// <summary>Writes down what the product sends over its own way into a database, so that something else can send exactly the same.</summary>
internal sealed class SentStatements : IDisposable
{
    private readonly List<List<SentStatement>> seen = [];
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = s => s.Name == "Npgsql",
        Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public SentStatements() => ActivitySource.AddActivityListener(listener);

    /// <summary>A way into a database of which every batch is written down, but for the word that ends it.</summary>
    public NpgsqlDataSource Source(string connection) => new NpgsqlDataSourceBuilder(connection)
        .ConfigureTracing(t => t.ConfigureBatchEnrichmentCallback((_, batch) => seen.Add([.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Where(c => c.CommandText != Web.Data.Work.Commit).Select(SentStatement.Of)]))).Build();

    /// <summary>What an act sends: its transactions, each its round trips, each its statements. Each transaction begins by saying who acts.</summary>
    public async Task<Sent> Of(Func<Task> act)
    {
        seen.Clear();
        await act();
        var transactions = new List<List<IReadOnlyList<SentStatement>>>();
        foreach (var batch in seen)
        {
            if (batch[0].Sql.StartsWith("select set_config(", StringComparison.Ordinal))
            {
                transactions.Add([]);
            }

            transactions[^1].Add(batch);
        }

        return transactions.Count > 0 ? new(transactions) : throw new InvalidOperationException("The driver told nothing of what it sent.");
    }

    public void Dispose() => listener.Dispose();
}

/// <summary>What one act sent: transactions of round trips of statements.</summary>
internal sealed record Sent(IReadOnlyList<IReadOnlyList<IReadOnlyList<SentStatement>>> Transactions);
