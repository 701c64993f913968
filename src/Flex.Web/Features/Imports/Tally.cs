using Flex.Domain.Dossiers;
using Flex.Web.Data;

namespace Flex.Web.Features.Imports;

/// <summary>Counts what becomes of the rows of a batch that are not stored.</summary>
internal sealed class Tally
{
    private readonly List<RejectedRow> rejected = [];
    private int skipped;
    private int waiting;

    /// <summary>A row whose number is known: skipped, still waiting, or rejected for saying something else.</summary>
    public void Again(ImportRow row, KnownNumber known, ReadOnlySpan<byte> content)
    {
        if (!content.SequenceEqual(known.Content))
        {
            Reject(row, [SenderNumbers.Clash(known)]);
        }
        else if (known.Waits)
        {
            waiting++;
        }
        else
        {
            skipped++;
        }
    }

    public void Reject(ImportRow row, IReadOnlyList<Problem> problems) => rejected.Add(new(row, problems));

    public void Wait() => waiting++;

    /// <summary>The batch; <paramref name="write"/> is null when it has nothing to write.</summary>
    public PreparedBatch Prepared(int stored, Func<Action<Work>, Task>? write, SenderNumbers numbers)
    {
        var take = numbers.Writer();
        return new(stored, skipped, waiting, rejected, () => write is null ? Task.CompletedTask : write(take));
    }
}
