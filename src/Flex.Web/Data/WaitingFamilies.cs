using Flex.Domain.Programmes;

namespace Flex.Web.Data;

/// <summary>Who waits for a place in a pillar and nobody has offered one to, in the order of the programme.</summary>
internal static class WaitingFamilies
{
    /// <summary>A condition on dossier d: its decision about the pillar is to wait, and nothing else is under way. {0} is the number of the pillar's parameter.</summary>
    public const string Waits = """
        exists (select from current_decision c where c.dossier_id = d.id and c.pillar = ${0} and c.outcome = 'wachtlijst')
        and not exists (select from dossier_end e where e.dossier_id = d.id and e.reopened_on is null)
        """;

    private const string Free = """
        not exists (select from held_place h where h.dossier_id = d.id and h.pillar = $2 and h.ended_on is null)
        and not exists (select from override_request o where o.dossier_id = d.id and o.pillar = $2 and o.state = 'wacht')
        """;

    /// <summary>The day by which families are ordered, as an expression on application a and birth b.</summary>
    public static string OrderedBy(WaitingOrder order, int pillar) => order switch
    {
        WaitingOrder.ApplicationDate => $"coalesce((select q.applied_on from pillar_application q where q.dossier_id = a.dossier_id and q.pillar = ${pillar}), a.received_on)",
        WaitingOrder.DueDate => "coalesce((select b.born_on from current_birth b where b.dossier_id = a.dossier_id), a.birth_date, a.due_date, date '9999-12-31')",
    };

    /// <summary>The order as the database knows it, beside the number of places.</summary>
    public static string CodeOf(WaitingOrder order) => order switch
    {
        WaitingOrder.ApplicationDate => "aanmelddatum",
        WaitingOrder.DueDate => "uitgerekende-datum",
    };

    /// <summary>The family that comes first and has no offer yet, or null when nobody waits.</summary>
    public static async Task<Guid?> First(Work work, Programme programme, int pillar, CancellationToken stop)
    {
        work.Add($"select d.id from dossier d join application a on a.dossier_id = d.id where d.programme = $1 and {Waits.Replace("{0}", "2", StringComparison.Ordinal)} and {Free} order by {OrderedBy(programme.Work.WaitingOrder, 2)}, d.id limit 1", programme.Code, pillar);
        await using var reader = await work.Read(stop);
        return await reader.ReadAsync(stop) ? reader.GetGuid(0) : null;
    }
}
