using Flex.Domain.Programmes;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>One page of the waiting list of a pillar with the places beside it; the look is in the journal before anything is shown.</summary>
internal sealed record WaitingList(IReadOnlyList<WaitingLine> Lines, bool More, PlaceLine? Places, int ReturnedQuarters)
{
    private const int PageSize = 50;

    private const string Taken = "select p.pillar, p.capacity, p.taken, p.erased_quarters + (select coalesce(sum(h.returned_quarters), 0)::int from held_place h where h.programme = p.programme and h.pillar = p.pillar and h.returned_quarters > 0) from place p where p.programme = $1 and p.pillar = $2";

    private const string Families = """
        select * from (
          select d.id, d.number, m.name, coalesce((select q.applied_on from pillar_application q where q.dossier_id = d.id and q.pillar = $2), a.received_on), a.due_date,
                 coalesce((select b.born_on from current_birth b where b.dossier_id = d.id), a.birth_date),
                 (select coalesce(x.set_class, x.class) from assessment x where x.dossier_id = d.id order by x.assessed_on desc, x.id desc limit 1),
                 h.id is not null, h.until,
                 exists (select from override_request o where o.dossier_id = d.id and o.pillar = $2 and o.state = 'wacht'), {order} as ordered
          from dossier d join mother m on m.dossier_id = d.id join application a on a.dossier_id = d.id
          left join held_place h on h.dossier_id = d.id and h.pillar = $2 and h.ended_on is null
          where d.programme = $1 and {waits} and {reach}) x
        where (ordered, id) > ($4, $5) order by ordered, id limit 51
        """;

    /// <summary>A page in the order of the programme, after the key of the page before it.</summary>
    public static async Task<WaitingList> Read(FlexDb db, Actor actor, (Programme Programme, int Pillar) about, (DateOnly Day, Guid Dossier) after, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "wachtlijst bekijken", stop);
        work.Add(Taken, about.Programme.Code, about.Pillar).Add(
            Families.Replace("{order}", WaitingFamilies.OrderedBy(about.Programme.Work.WaitingOrder, 2), StringComparison.Ordinal)
                .Replace("{waits}", WaitingFamilies.Waits.Replace("{0}", "2", StringComparison.Ordinal), StringComparison.Ordinal)
                .Replace("{reach}", $"{Reach.Condition(actor, 3)} and {Restriction.Listed}", StringComparison.Ordinal),
            about.Programme.Code, about.Pillar, actor.Organisation, after.Day, after.Dossier);
        var (places, returned, lines) = ((PlaceLine?)null, 0, new List<WaitingLine>());
        await using (var reader = await work.Read(stop))
        {
            await reader.NextResultAsync(stop);
            if (await reader.ReadAsync(stop))
            {
                (places, returned) = (DossierQueries.Place(reader), reader.GetInt32(3));
            }

            await reader.NextResultAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                lines.Add(WaitingLine.Read(reader));
            }
        }

        var shown = lines.Take(PageSize).ToList();
        work.Journal(Act.ListRead, objects: [.. shown.Select(l => l.Dossier)]);
        await work.Save();
        return new(shown, lines.Count > PageSize, places, returned);
    }
}
