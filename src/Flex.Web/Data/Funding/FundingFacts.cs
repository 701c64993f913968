using System.Text.Json;

namespace Flex.Web.Data.Funding;

/// <summary>Reads what decides who pays a family's hours: one statement, one JSON text.</summary>
internal static class FundingFacts
{
    private const string Query = """
        select json_build_object(
          'birth_date', (select birth_date from application where dossier_id = $1),
          'births', (select coalesce(json_agg(json_build_object('id', b.id, 'corrects', corrects, 'born_on', born_on, 'place', place, 'feeding', feeding, 'mother_hospital_days', mother_hospital_days, 'mother_discharged_on', mother_discharged_on, 'registered_on', registered_on, 'registered_by', registered_by, 'act_id', act_id,
            'children', (select coalesce(json_agg(json_build_object('number', c.number, 'born_on', c.born_on, 'born_at', c.born_at, 'live', c.live, 'hospital_days', c.hospital_days, 'discharged_on', c.discharged_on) order by c.number), '[]') from birth_child c where c.birth_id = b.id))), '[]') from birth b where dossier_id = $1),
          'homes', (select coalesce(json_agg(json_build_object('first', lower(during), 'last', upper(during) - 1, 'value', municipality)), '[]') from residence where dossier_id = $1),
          'insurances', (select coalesce(json_agg(json_build_object('first', lower(during), 'last', upper(during) - 1, 'value', insurer, 'detail', concern)), '[]') from insurance where dossier_id = $1),
          'decisions', (select coalesce(json_agg(json_build_object('pillar', pillar, 'outcome', outcome, 'decided_on', decided_on) order by pillar, decided_on, id), '[]') from decision where dossier_id = $1),
          'done', (select coalesce(json_agg(json_build_object('pillar', pillar, 'done_on', done_on)), '[]') from (select distinct on (pillar) pillar, done_on from held_place where dossier_id = $1 order by pillar, held_on desc, id desc) h where done_on is not null),
          'classes', (select coalesce(json_agg(json_build_object('assessed_on', assessed_on, 'possible', possible::int, 'set_class', set_class) order by assessed_on, id), '[]') from assessment where dossier_id = $1),
          'ended_on', (select ended_on from dossier_end where dossier_id = $1 and reopened_on is null),
          'indications', (select coalesce(json_agg(to_json(i) order by i.from_day, i.id), '[]') from indication i where dossier_id = $1),
          'wishes', (select coalesce(json_agg(to_json(w) order by w.said_on, w.id), '[]') from hours_wish w where dossier_id = $1),
          'covers', (select coalesce(json_agg(json_build_object('id', id, 'first', lower(during), 'last', upper(during) - 1, 'name', name, 'pays_contribution', pays_contribution, 'at_most', at_most, 'late_quarters', late_quarters, 'late_days', late_days) order by lower(during), id), '[]') from cover where dossier_id = $1 and id = (select id from cover_asked where dossier_id = $1 order by line desc limit 1)),
          'asked', (select coalesce(json_agg(to_json(a) order by a.line), '[]') from cover_asked a where dossier_id = $1),
          'contacts', (select coalesce(json_agg(to_json(c) order by c.began, c.id), '[]') from care_contact c where dossier_id = $1),
          'answers', (select coalesce(json_agg(to_json(h) order by h.line), '[]') from hours_answer h where dossier_id = $1),
          'shifts', (select coalesce(json_agg(to_json(s) order by s.line), '[]') from shift_line s where dossier_id = $1),
          'closed', (select coalesce(json_agg(json_build_object('month', m.month, 'closed_on', m.closed_on, 'closed_by', m.closed_by) order by m.month), '[]') from closed_month m join dossier d on d.programme = m.programme where d.id = $1 and m.opened_on is null),
          'lines', (select coalesce(json_agg(to_json(l) order by l.began, l.contact_id, l.id), '[]') from payer_line l where dossier_id = $1))::text
        """;

    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Sends what was collected and reads; after an act's journal line nobody else changes what this finds.</summary>
    public static async Task<FamilyFunding> Read(Work work, Guid dossier)
    {
        await work.Send();
        work.Add(Query, dossier);
        await using var reader = await work.Read();
        await reader.ReadAsync();
        return JsonSerializer.Deserialize<FamilyFunding>(reader.GetString(0), Snake)!;
    }
}
