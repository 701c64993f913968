using System.Runtime.CompilerServices;
using Flex.Web.Data.Access;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>Asks for every past case of a programme: per family and pillar the decision that stands. For who carries the programme, and the system; the rows stream and hold no name.</summary>
internal static class PastCases
{
    private const string Cases = """
        select b.id, b.dossier_id, d.number, b.pillar, b.outcome, b.facts, k.wrapped
        from current_decision b join dossier d on d.id = b.dossier_id left join vault.dossier_key k on k.dossier_id = b.dossier_id
        where d.programme = $1 and not is_restricted(d.id)
        """;

    public static void Ask(Work work, string programme)
    {
        if (work.Actor.IsSystem)
        {
            work.Add(Cases, programme);
            return;
        }

        work.Add($"{Cases} and {Reach.Condition(work.Actor, 2)}", programme, work.Actor.Organisation);
    }

    /// <summary>The rows, so many at a time: what is done with one lot goes on while the next is read.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<PastCase>> Lots(NpgsqlDataReader reader, int size, [EnumeratorCancellation] CancellationToken stop)
    {
        await reader.NextResultAsync(stop);
        var lot = new List<PastCase>(size);
        while (await reader.ReadAsync(stop))
        {
            lot.Add(PastCase.Read(reader));
            if (lot.Count == size)
            {
                yield return lot;
                lot = new List<PastCase>(size);
            }
        }

        yield return lot;
    }
}
