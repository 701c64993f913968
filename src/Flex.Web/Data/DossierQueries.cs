using Flex.Domain.Trust;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>The statements behind <see cref="OpenDossier"/>, in order, each with how its rows are read. $1 is the dossier.</summary>
internal static class DossierQueries
{
    /// <summary>Each statement; the first carries the condition on who may see it.</summary>
    public static readonly IReadOnlyList<(string Sql, bool Scoped)> All =
    [
        ($$"""
         select d.id, d.programme, d.organisation, m.name, m.birth_date, m.postcode, a.received_on, a.applicant, a.helpers, a.first_pregnancy,
                a.due_date, a.birth_date, a.provider, a.pillars, a.income_cents, a.note, d.number, a.channel, a.applicant_mail, {{ApplicationSaid.Columns}}, {1} as relations, m.act_id as mother_act, shield_of(d.id) as shield,
                (select max(g.until_at) from relation g where g.dossier_id = d.id and g.kind = 'nood' and g.actor = (select current_setting('flex.actor', true)) and g.until_at > (select flex_instant())) as emergency
         from dossier d join mother m on m.dossier_id = d.id join application a on a.dossier_id = d.id
         where d.id = $1 and {0}
         """, true),
        ("select wrapped from vault.dossier_key where dossier_id = $1", false),
        ("""
         select 'r', lower(during), upper(during) - 1, municipality, postcode from residence where dossier_id = $1
         union all select 'i', lower(during), upper(during) - 1, insurer, concern from insurance where dossier_id = $1 order by 1, 2
         """, false),
        ("select id, assessed_on, assessed_by, judgement, class, possible::int, factor_count, rule_version, factor_list, set_class, set_because, contradiction_because, act_id from assessment where dossier_id = $1 order by assessed_on, id", false),
        ("select f.assessment_id, f.factor, f.state, f.leaf from assessment_factor f join assessment a on a.id = f.assessment_id where a.dossier_id = $1 order by f.factor", false),
        ("select id, pillar, outcome, proposal, decided_on, decided_by, reason, criteria_version, facts, act_id, replaces, kind, approved_by, rule_version from decision where dossier_id = $1 order by pillar, decided_on, id", false),
        ("select id, pillar, day, quarters, caregiver, note, act_id from care_entry where dossier_id = $1 order by day desc, id desc", false),
        ("select r.questionnaire, r.version, r.filled_on, answers_given(r.id), r.state = 'klaar' from response r where r.dossier_id = $1 order by r.filled_on", false),
        ("select p.pillar, p.capacity, p.taken, waiting_families(p.programme, p.pillar, greatest(251, p.capacity - p.taken)) from place p join dossier d on d.programme = p.programme where d.id = $1 order by p.pillar", false),
        (DossierLife.Query, false),
    ];

    /// <summary>Which of them a review of a copy asks: head and key, the assessments with their factors, and what else happened.</summary>
    public static readonly IReadOnlySet<int> OfReview = new HashSet<int> { 0, 1, 3, 4, 9 };

    /// <summary>As many lines of a history are shown on a page; one more is asked, to know whether there are more.</summary>
    public const int HistoryShown = 500;

    /// <summary>What was done with a dossier, newest first, behind the line with instant $2 and identity $3; not the acts $4, which are looks.</summary>
    public const string History = """
        select id, at, act, actor, role, organisation, effective_day, body from journal.entry
        where dossier_id = $1 and act <> all($4) and (at, id) < ($2, $3) order by at desc, id desc limit 501
        """;

    public static DossierHead Head(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), Day(row, 4), Text(row, 5), row.GetFieldValue<DateOnly>(6), row.GetString(7), row.GetString(8),
        row.GetString(9), Day(row, 10), Day(row, 11), Text(row, 12), row.GetFieldValue<int[]>(13), row.IsDBNull(14) ? null : row.GetInt64(14), Text(row, 15))
    { Shield = Text(row, row.GetOrdinal("shield")), Number = row.GetInt32(16), Channel = row.GetString(17), ApplicantMail = Text(row, 18), Said = ApplicationSaid.Read(row, 19), MotherAct = row.IsDBNull(row.GetOrdinal("mother_act")) ? null : row.GetGuid(row.GetOrdinal("mother_act")), Relations = [.. row.GetFieldValue<string[]>(row.GetOrdinal("relations")).Select(RelationCodes.Parse)], EmergencyUntil = row.IsDBNull(row.GetOrdinal("emergency")) ? null : row.GetFieldValue<DateTimeOffset>(row.GetOrdinal("emergency")) };

    public static (bool Residence, PeriodLine Line) Period(NpgsqlDataReader row) =>
        (row.GetString(0) == "r", new(row.GetFieldValue<DateOnly>(1), Day(row, 2), Text(row, 3), Text(row, 4)));

    public static AssessmentLine Assessment(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt32(6), row.GetString(7), row.GetString(8), [])
    { SetClass = Text(row, 9), SetBecause = Text(row, 10), ContradictionBecause = Text(row, 11), ActId = row.IsDBNull(12) ? null : row.GetGuid(12) };

    public static (Guid Assessment, string Factor, string State, bool Leaf) Factor(NpgsqlDataReader row) => (row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetBoolean(3));

    public static DecisionLine Decision(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.GetString(5), Text(row, 6), row.GetString(7), row.GetFieldValue<byte[]>(8), row.GetGuid(9))
    { Replaces = row.IsDBNull(10) ? null : row.GetGuid(10), Kind = row.GetString(11), ApprovedBy = Text(row, 12), RuleVersion = row.GetString(13) };

    public static CareLine Care(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetInt32(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3), row.GetString(4), Text(row, 5), row.GetGuid(6));

    public static ResponseLine Response(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3), row.GetBoolean(4));

    public static PlaceLine Place(NpgsqlDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));

    public static PlaceLine PlaceInLine(NpgsqlDataReader row) => Place(row) with { Waiting = row.GetInt32(3) };

    public static HistoryLine HistoryOf(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateOnly>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7));

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
