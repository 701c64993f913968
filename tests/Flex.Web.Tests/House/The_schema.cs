using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.House;

/// <summary>
/// What every table of a migrated database must have, read from the catalogue: a migration that forgets it fails here.
/// It stands in the place of a comparison with EF Core's create script (docs/adr/0001).
/// </summary>
public sealed class The_schema(TestCluster cluster) : IAsyncLifetime
{
    private const string Tables = "from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition";
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await cluster.Clone();

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    // 28: insert, delete and update; 1 would be per row. The journal itself is guarded by another trigger.
    [Fact]
    public Task Journals_every_write_on_person_and_decision_data() => Lists(
        $"""
        select c.relname {Tables} and s.nspname in ('public', 'vault') and not exists (
            select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = c.oid and p.proname = 'require_entry' and t.tgenabled in ('O', 'A') and t.tgtype & 29 = 28)
        """,
        "address_check", // the proof of an address, before there is a dossier
        "draft", // what was typed and not sent
        "family_session", // that it is used is no act; that it began and ended stands in the journal
        "outgoing_mail", // a job
        "sign_in", // that it is used is no act; that it began and ended stands in the journal
        "sign_in_limit", // how often was tried, per keyed hash
        "schema_migration"); // holds no person and no decision

    [Fact]
    public Task Never_changes_the_journal() => Lists(
        """
        select c.relname from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where c.relkind in ('r', 'p') and s.nspname = 'journal' and not exists (
            select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = c.oid and p.proname = 'refuse_change' and t.tgenabled in ('O', 'A') and t.tgtype & 57 = 56)
        """);

    [Fact]
    public Task Secures_rows_where_persons_are() => Lists(
        $"select c.relname {Tables} and s.nspname = 'public' and not c.relrowsecurity",
        "import_row", // a sender's number and a keyed hash
        "place",
        "schema_migration",
        "sign_in_limit"); // no grants: reached through two functions

    [Fact]
    public Task Has_a_policy_on_every_secured_table() => Lists(
        $"select c.relname {Tables} and c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*'))");

    [Fact]
    public Task Refers_from_every_row_to_its_journal_entry() => Lists(
        $"select c.relname {Tables} and s.nspname in ('public', 'vault') and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'entry_id' and a.attnotnull)",
        "address_check", // before there is a dossier
        "answer", // through its response
        "assessment_factor", // through its assessment
        "birth_child", // through its birth
        "bsn", // through its dossier
        "dossier_key", // through its dossier
        "draft", // exempt
        "outgoing_mail", // exempt
        "place", // through its decisions
        "schema_migration",
        "sign_in_limit"); // exempt

    // Whatever a page asks of one family must not read those of all others: an index on all rows that begins with the dossier.
    [Fact]
    public Task Finds_what_is_of_a_dossier_by_an_index() => Lists(
        $"""
        select c.relname {Tables.Replace("where", "join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id' where", StringComparison.Ordinal)} and s.nspname in ('public', 'vault')
            and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum and i.indpred is null)
        """,
        "outgoing_mail", // asked for while it waits or failed
        "work_item"); // asked for while it is open

    // Every act refreshes the open work: planned at each call that took 8 ms, of which 1 to do it. A migration that changes these functions keeps them so.
    [Fact]
    public Task Plans_what_every_act_calls_once() => Lists(
        """
        select proname from pg_proc where proname in ('refresh_work', 'waiting_families') and prolang <> (select oid from pg_language where lanname = 'plpgsql')
            or proname = 'open_work' and proconfig is not null
        """);

    [Fact]
    public Task Lets_the_application_remove_nothing() => Lists(
        $"select c.relname {Tables} and s.nspname in ('public', 'vault', 'journal') and (has_table_privilege('flex_app', c.oid, 'DELETE') or has_table_privilege('flex_app', c.oid, 'TRUNCATE'))");

    [Fact]
    public Task Lets_the_application_change_listed_columns_only() => Lists(
        $"""
        select c.relname || '.' || a.attname {Tables.Replace("where", "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where", StringComparison.Ordinal)}
            and s.nspname in ('public', 'vault', 'journal') and has_column_privilege('flex_app', c.oid, a.attnum, 'UPDATE')
        """,
        "account.active", "account.entry_id", "account.factor", "account.factor_step", "account.name", "account.password", "account.role", "account.stamp",
        "account_invitation.used_at", "account_passkey.entry_id", "account_passkey.removed_at", "account_passkey.sealed", "account_recovery.gone_at",
        "address_check.origin", "address_check.proved_at", "address_check.sealed", "address_check.tries", "address_check.used_at", "answer.answer", "application.due_date", "application.pillars",
        "copy_part.because", "copy_part.content", "copy_part.decided_by", "copy_part.decided_on", "copy_part.decision_act", "copy_part.entry_id", "copy_part.ground", "copy_part.handed", "copy_part.state", "dossier_end.reopened_because", "dossier_end.reopened_by", "dossier_end.reopened_on", "draft.saved_at", "draft.sealed", "draft.version",
        "erasure_request.because", "erasure_request.decided_by", "erasure_request.decided_on", "erasure_request.decider", "erasure_request.decision_act", "erasure_request.entry_id", "erasure_request.refused_ground", "erasure_request.state",
        "evaluation_rule.entry_id", "evaluation_rule.without_answer", "fact_check.judged_because", "fact_check.judged_by", "fact_check.judged_on", "family_invitation.ended_at", "family_invitation.ended_because", "family_invitation.entry_id", "family_invitation.tries", "family_invitation.used_at", "family_session.ended_at", "family_session.entry_id", "family_session.id", "family_session.level", "family_session.seen_at",
        "held_place.asked_by", "held_place.done_on", "held_place.ended_because", "held_place.ended_on", "held_place.entry_id", "held_place.confirmed_on", "held_place.returned_quarters", "held_place.state", "held_place.until",
        "log_withholding.hidden_until", "log_withholding.judged_at", "log_withholding.judged_because", "log_withholding.judged_by", "log_withholding.state",
        "import_row.dossier_id", "insurance.during", "likely_duplicate.entry_id", "likely_duplicate.row", "likely_duplicate.settled_as", "likely_duplicate.settled_because",
        "mother.act_id", "mother.birth_date", "mother.entry_id", "mother.house_number", "mother.identity_since", "mother.interpreter", "mother.language", "mother.name", "mother.name_key", "mother.postcode", "mother.telephone",
        "outgoing_mail.problem", "outgoing_mail.sealed", "outgoing_mail.sent_at", "outgoing_mail.state", "outgoing_mail.tries", "outgoing_mail.try_after",
        "override_request.judge", "override_request.judged_because", "override_request.judged_by", "override_request.judged_on", "override_request.judged_organisation", "override_request.kept_act", "override_request.kept_because", "override_request.kept_by", "override_request.kept_on", "override_request.state",
        "plan_request.judge", "plan_request.judged_act", "plan_request.judged_because", "plan_request.judged_by", "plan_request.judged_on", "plan_request.judged_organisation", "plan_request.state", "closed_month.opened_because", "closed_month.opened_by", "closed_month.opened_entry", "closed_month.opened_on", "shift_line.settled_as", "shift_line.settled_because", "shift_line.settled_by", "shift_line.settled_entry", "shift_line.settled_on", "hours_answer.settled_as", "hours_answer.settled_because", "hours_answer.settled_by", "hours_answer.settled_entry", "hours_answer.settled_on", "cover_asked.done_by", "cover_asked.done_entry", "cover_asked.done_how", "cover_asked.done_on", "payer_line.withdrawn_entry", "payer_line.withdrawn_on", "place.average_quarters", "place.capacity", "place.free_since", "place.offer_within", "place.waiting_order", "provision.during", "relation.ended_because", "relation.entry_id", "relation.from_day", "relation.until_day", "resemblance.settled_as", "resemblance.settled_because", "resemblance.settled_by", "resemblance.settled_on",
        "residence.during", "residence.entry_id", "residence.municipality", "residence.postcode", "restriction.entry_id", "restriction.lifted_because", "restriction.lifted_by", "restriction.lifted_on", "response.act_id", "response.entry_id", "response.filled_on", "response.saved_at", "response.saved_by", "response.visit_id", "response.state",
        "sign_in.ended_at", "sign_in.proved_at", "sign_in.seen_at", "bsn.act_id", "bsn.lookup", "bsn.sealed");

    [Fact]
    public Task Gives_the_application_nothing_to_own() => Lists(
        "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('flex_app', 'flex_stats')");

    [Fact]
    public Task Lets_no_role_step_around_row_security() => Lists(
        "select rolname from pg_roles where rolname like 'flex\\_%' and rolname <> 'flex_admin' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)");

    [Fact]
    public Task Shows_figures_views_without_names_only() => Lists(
        """
        select s.nspname || '.' || c.relname from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and s.nspname not in ('pg_catalog', 'information_schema') and has_table_privilege('flex_stats', c.oid, 'SELECT')
        """,
        "stats.answer", "stats.care", "stats.decision", "stats.dossier", "stats.ended", "stats.evaluated", "stats.factor", "stats.indicated", "stats.paid", "stats.response", "stats.wish");

    [Fact]
    public Task Has_no_identifying_column_in_those_views() => Lists(
        """
        select c.relname || '.' || a.attname from pg_class c join pg_namespace s on s.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where s.nspname = 'stats' and a.attnum > 0 and a.attname ~ '(^|_)(name|birth|postcode|bsn|note|actor|by|caregiver|organisation|income)(_|$)'
        """);

    private async Task Lists(string sql, params string[] expected)
    {
        var found = await database.AsAdmin($"select string_agg(x::text, ',' order by x::text collate \"C\") from ({sql}) q(x)") as string;
        Assert.Equal(expected.Order(StringComparer.Ordinal), found?.Split(',') ?? []);
    }
}
