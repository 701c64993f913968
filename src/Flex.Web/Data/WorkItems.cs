using Flex.Domain.Work;
using Flex.Web.Data.Programmes;
using Npgsql;

namespace Flex.Web.Data;

/// <summary>What waits for a role, the first due first; a page is filled when its list is read.</summary>
internal sealed class WorkItems(ProgrammeLibrary library)
{
    // What begins on a day to come (a birth, a new year, the end of care, the own day of who waits) stands far ahead in great numbers. Its due date lies a fixed
    // number of days after it begins, so that what has begun ends at a due date; the rest always has begun.
    private const string BeginsAhead = "('geboorte-registreren', 'gegevens-bevestigen', 'afsluiten', 'wachtlijst')";

    private const string Of = "from work_item w join dossier d on d.id = w.dossier_id join mother m on m.dossier_id = d.id";

    // Walks its index in order and stops in time; what row security asks would else be asked of all that waits (0030).
    private const string Line = """
        select w.id, w.dossier_id, d.number, m.name, w.kind, w.part, w.since, w.until, d.programme, false
        from next_work($2, {ahead}, $3, $4, $5, $6, {offered}, 51) w join dossier d on d.id = w.dossier_id join mother m on m.dossier_id = d.id where {reach}
        """;

    // A free place makes waiting into something to do: for the family that is first, from that day on.
    private const string Offer = $$"""
        select w.id, w.dossier_id, d.number, m.name, w.kind, w.part, f.since, f.until, d.programme, true
        {{Of}} join free f on f.dossier_id = w.dossier_id and f.pillar = w.part
        where w.done_on is null and w.kind = 'wachtlijst' and w.role = $2 and f.since <= $3 and (f.until, w.id) > ($4, $5) and {reach}
        """;

    private static readonly string Waiting = $"""
        with free as materialized (select * from offers_due())
          select * from (
          ({Begun(ahead: false)})
          union all
          ({Offer})
          union all
          ({Begun(ahead: true)})) x
        order by until, id limit 51
        """;

    // A child can come before its day: who registers births finds the family before that is work.
    private const string Coming = $$"""
        select w.id, w.dossier_id, d.number, m.name, w.kind, w.part, w.since, w.until, d.programme, false
        {{Of}} where w.done_on is null and w.role = 'kraamverzorgende' and w.kind in {{BeginsAhead}} and w.kind = 'geboorte-registreren' and w.since > $2 and w.until > $2 and (w.until, w.id) > ($3, $4) and {reach}
        order by w.until, w.id limit 51
        """;

    // Who judges reaches no dossier; row-level security shows this role these requests alone.
    private const string Overrides = """
        select o.id, w.dossier_id, w.part, w.since, w.until, w.kind from work_item w
        join (select id, dossier_id, pillar, 'afwijking-beoordelen' as kind from override_request where state = 'wacht' union all select id, dossier_id, pillar, 'plan-beoordelen' from plan_request where state = 'wacht') o
            on o.dossier_id = w.dossier_id and o.pillar = w.part and o.kind = w.kind
        where w.done_on is null and w.role = 'programmabureau' and w.since <= $2 and (w.until, o.id) > ($3, $4) order by w.until, o.id limit 51
        """;

    private static readonly string CountOfKind = $"""
        select k.kind, k.number from unnest($1) with ordinality t(kind, place)
        cross join lateral (select t.kind, (select count(*)::int from (select from work_item w where w.done_on is null and w.role = $2 and w.kind = t.kind and w.since <= $3 limit {WorkCount.Most + 1}) x) as number offset 0) k
        where k.number > 0 order by t.place
        """;

    /// <summary>How much waits per kind.</summary>
    public List<WorkCount> Counts { get; } = [];

    /// <summary>A page of what waits for a role; with counts on the first.</summary>
    public ListPage<WorkLine> Ask(DossierList list, string role, WorkKey after) => list.Families(
        new ListPage<WorkLine>(Read, l => l.Dossier), Waiting, role, list.Clock.Today, after.Until, after.Id, list.Clock.Today.AddDays(LongestDays));

    /// <summary>A page of the families with a place whose child is still to come, the first to come first.</summary>
    public static ListPage<WorkLine> AskComing(DossierList list, WorkKey after) =>
        list.Families(new ListPage<WorkLine>(Read, l => l.Dossier), Coming, list.Clock.Today, after.Until, after.Id);

    /// <summary>Asks beside the page how much waits per kind.</summary>
    public DossierList AskCounts(DossierList list, string role)
    {
        var kinds = Enum.GetValues<WorkKind>().Where(k => WorkKinds.OwnerOf(k) == role).Select(WorkKinds.CodeOf).ToArray();
        return list.With(CountOfKind, [kinds, role, list.Clock.Today], row => Counts.Add(new(WorkKinds.Parse(row.GetString(0)), row.GetInt32(1))));
    }

    /// <summary>A page of the decisions and plans that wait for somebody of another organisation.</summary>
    public static ListPage<OverrideWorkLine> AskOverrides(DossierList list, WorkKey after) => list.Families(
        new ListPage<OverrideWorkLine>(r => new(r.GetGuid(0), r.GetGuid(1), r.GetInt32(2), r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4), WorkKinds.Parse(r.GetString(5))), l => l.Dossier), Overrides, list.Clock.Today, after.Until, after.Id);

    private static string Begun(bool ahead) => Line.Replace("{ahead}", ahead ? "true" : "false", StringComparison.Ordinal)
        .Replace("{offered}", ahead ? "array(select dossier_id || '/' || pillar from free)" : "null", StringComparison.Ordinal);

    private int LongestDays => library.Programmes.Values.Select(p => p.Work.OtherWithinDays).DefaultIfEmpty(0).Max();

    private static WorkLine Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetString(3), row.GetString(8), WorkKinds.Parse(row.GetString(4)), row.GetInt32(5), row.GetFieldValue<DateOnly>(6), row.GetFieldValue<DateOnly>(7), row.GetBoolean(9));
}
