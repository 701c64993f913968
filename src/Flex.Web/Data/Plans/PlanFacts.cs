using System.Text.Json;

namespace Flex.Web.Data.Plans;

/// <summary>Reads a family's plan: one statement, one JSON text.</summary>
internal static class PlanFacts
{
    private const string Query = """
        select json_build_object(
          'plans', (select coalesce(json_agg(json_build_object('id', p.id, 'line', p.line, 'question', p.question, 'parts', p.parts, 'quarters', p.quarters, 'because', p.because, 'said_on', p.said_on, 'said_by', p.said_by,
            'state', r.state, 'judged_on', r.judged_on, 'judged_by', r.judged_by, 'judged_because', r.judged_because) order by p.line), '[]')
            from care_plan p left join plan_request r on r.id = p.id where p.dossier_id = $1 and p.pillar = $2),
          'goals', (select coalesce(json_agg(to_json(g) order by g.line), '[]') from plan_goal g where dossier_id = $1),
          'bookings', (select coalesce(json_agg(to_json(b) order by b.line), '[]') from hours_booking b where dossier_id = $1 and pillar = $2),
          'reviews', (select coalesce(json_agg(to_json(v) order by v.line), '[]') from plan_review v where dossier_id = $1 and pillar = $2),
          'used', used_quarters($1, $2))::text
        """;

    public static JsonSerializerOptions Snake { get; } = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Sends what was collected and reads; after an act's journal line nobody else changes what this finds.</summary>
    public static async Task<FamilyPlan> Read(Work work, Guid dossier, int pillar)
    {
        await work.Send();
        work.Add(Query, dossier, pillar);
        await using var reader = await work.Read();
        await reader.ReadAsync();
        return JsonSerializer.Deserialize<FamilyPlan>(reader.GetString(0), Snake)!;
    }
}
