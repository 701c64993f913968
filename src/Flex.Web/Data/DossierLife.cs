using System.Text.Json;
using Flex.Domain.Consents;
using Flex.Domain.Ends;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>What happened in a dossier beside its application, decisions and care: places, births, ends, and what is open. One statement, for the budget of the page.</summary>
public sealed record DossierLife(
    IReadOnlyList<HeldPlaceLine> Held,
    IReadOnlyList<BirthLine> Births,
    IReadOnlyList<EndLine> Ends,
    IReadOnlyList<ContactLine> Contacts,
    IReadOnlyList<PillarApplicationLine> Applications,
    IReadOnlyList<ProvisionLine> Provisions,
    IReadOnlyList<OverrideLine> Overrides,
    IReadOnlyList<ToldLine> Told,
    IReadOnlyList<FactCheckLine> Checks,
    IReadOnlyList<ResemblanceLine> Resemblances,
    IReadOnlyList<OpenWorkLine> Open,
    IReadOnlyList<CareSumLine> CareSums,
    IReadOnlyList<ConsentLine> Consents,
    IdentityLines Identity)
{
    /// <summary>Answers one JSON text; $1 is the dossier.</summary>
    internal const string Query = $"""
        select json_build_object(
          'held', (select coalesce(json_agg(json_build_object('id', id, 'pillar', pillar, 'state', state, 'held_on', held_on, 'until', until, 'ended_on', ended_on, 'ended_because', ended_because, 'returned_quarters', returned_quarters, 'done_on', done_on) order by held_on, id), '[]') from held_place where dossier_id = $1),
          'births', (select coalesce(json_agg(json_build_object('id', b.id, 'corrects', corrects, 'born_on', born_on, 'place', place, 'feeding', feeding, 'mother_hospital_days', mother_hospital_days, 'mother_discharged_on', mother_discharged_on, 'registered_on', registered_on, 'registered_by', registered_by, 'reason', reason, 'act_id', act_id,
            'children', (select coalesce(json_agg(json_build_object('number', c.number, 'born_on', c.born_on, 'born_at', c.born_at, 'live', c.live, 'hospital_days', c.hospital_days, 'discharged_on', c.discharged_on) order by c.number), '[]') from birth_child c where c.birth_id = b.id)) order by registered_on, b.id), '[]') from birth b where dossier_id = $1),
          'ends', (select coalesce(json_agg(json_build_object('id', id, 'ended_on', ended_on, 'how', how, 'because', because, 'receives_care', receives_care, 'may_agree', may_agree, 'merged_into', merged_into, 'other_seen', exists (select from dossier o where o.id = merged_into), 'ended_by', ended_by, 'reopened_on', reopened_on, 'reopened_by', reopened_by, 'reopened_because', reopened_because, 'act_id', act_id) order by ended_on, id), '[]') from dossier_end where dossier_id = $1),
          'contacts', (select coalesce(json_agg(json_build_object('id', id, 'from_day', from_day, 'means', means, 'at_moment', at_moment, 'reads_along', reads_along) order by id), '[]') from safe_contact where dossier_id = $1),
          'applications', (select coalesce(json_agg(json_build_object('pillar', pillar, 'applied_on', applied_on, 'applicant', applicant, 'question', question, 'goal', goal, 'bridge_to', bridge_to, 'act_id', act_id, 'channel', channel, 'applicant_name', applicant_name, 'applicant_mail', applicant_mail, 'no_notice', no_notice) order by applied_on), '[]') from pillar_application where dossier_id = $1),
          'provisions', (select coalesce(json_agg(json_build_object('first', lower(during), 'last', upper(during) - 1, 'provider', provider) order by during), '[]') from provision where dossier_id = $1),
          'overrides', (select coalesce(json_agg(json_build_object('id', id, 'pillar', pillar, 'replaces', replaces, 'outcome', outcome, 'reason', reason, 'state', state, 'requested_on', requested_on, 'requested_by', requested_by, 'judged_on', judged_on, 'judged_by', judged_by, 'judged_because', judged_because, 'act_id', act_id, 'kept_on', kept_on, 'kept_by', kept_by, 'kept_because', kept_because, 'kept_act', kept_act) order by requested_on, id), '[]') from override_request where dossier_id = $1),
          'told', (select coalesce(json_agg(json_build_object('decision_id', decision_id, 'told_on', told_on, 'told_by', told_by, 'how', how, 'act_id', act_id) order by told_on), '[]') from told where dossier_id = $1),
          'checks', (select coalesce(json_agg(json_build_object('id', id, 'occasion', occasion, 'checked_on', checked_on, 'checked_by', checked_by, 'changed', changed, 'judged_on', judged_on, 'judged_by', judged_by, 'judged_because', judged_because, 'act_id', act_id) order by checked_on, id), '[]') from fact_check where dossier_id = $1),
          'resemblances', (select coalesce(json_agg(json_build_object('id', id, 'dossier_id', dossier_id, 'resembles', resembles, 'why', why, 'since', since, 'settled_as', settled_as, 'settled_because', settled_because, 'settled_by', settled_by) order by since, id), '[]') from resemblance where dossier_id = $1 or resembles = $1),
          'open', (select coalesce(json_agg(json_build_object('kind', w.kind, 'part', w.part, 'role', w.role, 'since', coalesce(f.since, w.since), 'until', coalesce(f.until, w.until), 'offer', f.until is not null) order by coalesce(f.until, w.until), w.kind), '[]')
            from work_item w left join lateral (select o.since, o.until from offers_due() o where w.kind = 'wachtlijst' and o.dossier_id = w.dossier_id and o.pillar = w.part) f on true where w.dossier_id = $1 and w.done_on is null),
          'care_sums', (select coalesce(json_agg(json_build_object('pillar', pillar, 'first', first, 'last', last, 'quarters', quarters) order by pillar), '[]') from care_sums($1)),
          'restrictions', {RestrictionLine.Query},
          'consents', {ConsentLine.Query},
          'statements', {StatementLine.Query},
          'identity', json_build_object(
            'mother_since', (select identity_since from mother where dossier_id = $1),
            'checks', (select coalesce(json_agg(json_build_object('id', id, 'person', person, 'status', status, 'document', document, 'document_last', document_last, 'checked_on', checked_on, 'checked_by', checked_by, 'act_id', act_id) order by id), '[]') from identity_check where dossier_id = $1),
            'reasons', (select coalesce(json_agg(json_build_object('person', person, 'reason', reason, 'said_on', said_on, 'said_by', said_by, 'act_id', act_id) order by id), '[]') from no_bsn where dossier_id = $1),
            'numbers', (select coalesce(json_agg(json_build_object('person', person, 'act_id', act_id)), '[]') from vault.bsn where dossier_id = $1)))::text
        """;

    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Every restriction there was; the last may still hold.</summary>
    public IReadOnlyList<RestrictionLine> Restrictions { get; init; } = [];

    /// <summary>What the family said itself about what stands here, oldest first.</summary>
    public IReadOnlyList<StatementLine> Statements { get; init; } = [];

    /// <summary>The restriction that holds now, or null.</summary>
    public RestrictionLine? Restricted => Restrictions.FirstOrDefault(r => r.LiftedOn is null);

    /// <summary>The place that the family holds in a pillar now, or null.</summary>
    public HeldPlaceLine? Place(int pillar) => Held.FirstOrDefault(h => h.Pillar == pillar && h.EndedOn is null);

    /// <summary>The place that the family holds in a pillar, or else the last one it held; null when there never was one.</summary>
    public HeldPlaceLine? LastPlace(int pillar) => Place(pillar) ?? Held.LastOrDefault(h => h.Pillar == pillar);

    /// <summary>The birth as it counts now: the registration that no other corrects.</summary>
    public BirthLine? Birth => Births.FirstOrDefault(b => Births.All(n => n.Corrects != b.Id));

    /// <summary>How the dossier ended, or null while it is open.</summary>
    public EndLine? End => Ends.FirstOrDefault(e => e.ReopenedOn is null);

    /// <summary>How the family can safely be reached, as last said; null when nobody said.</summary>
    public ContactLine? Contact => Contacts.LastOrDefault();

    /// <summary>What of all answers about consent holds now.</summary>
    public ConsentState Consent => new(Consents.Select(c => c.Said));

    /// <summary>The override of a pillar that waits for a judgement, or null.</summary>
    public OverrideLine? Override(int pillar) => Overrides.FirstOrDefault(o => o.Pillar == pillar && o.State == "wacht");

    /// <summary>The last request about a decision when it went back and nobody looked again, or null.</summary>
    public OverrideLine? Returned(Guid decision) => Overrides.LastOrDefault(o => o.Replaces == decision) is { State: "teruggegeven", KeptOn: null } back ? back : null;

    /// <summary>As somebody sees it who reaches the own families only.</summary>
    internal DossierLife ForApplicant() => this with
    {
        Ends = [.. Ends.Select(e => EndCodes.IsKeptFromApplicant(e.How) ? e with { How = EndCodes.WentNoFurther, Because = null, MergedInto = null } : e)],
    };

    internal static DossierLife Read(NpgsqlDataReader row)
    {
        var life = JsonSerializer.Deserialize<DossierLife>(row.GetString(0), Snake)!;
        return life with { Identity = life.Identity.After(life.Births) };
    }
}
