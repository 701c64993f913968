using Flex.Domain.Programmes;
using Flex.Web.Data.Bulk;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>Brings whether families that nobody asked count in the evaluation in line with the programmes' files.</summary>
internal static class EvaluationRules
{
    public static async Task Set(FlexDb db, IEnumerable<Programme> programmes)
    {
        await using var work = await db.Begin(Actor.System("evaluatie"), "programma inrichten");
        work.Add("select programme, without_answer from evaluation_rule");
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        await using (var reader = await work.Read())
        {
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                known[reader.GetString(0)] = reader.GetBoolean(1);
            }
        }

        var changed = programmes.Where(p => !known.TryGetValue(p.Code, out var now) || now != p.EvaluatesWithoutAnswer).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        work.Journal(Act.PartiesSet);
        work.Add("insert into evaluation_rule (programme, without_answer, entry_id) select p, w, $3 from unnest($1, $2) t(p, w) on conflict (programme) do update set without_answer = excluded.without_answer, entry_id = excluded.entry_id",
            Column.Text(changed, p => p.Code), changed.Select(p => p.EvaluatesWithoutAnswer).ToArray(), work.EntryId);
        await work.Save();
    }
}
