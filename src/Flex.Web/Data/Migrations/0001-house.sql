-- The house: journal, vault, dossiers, decisions, care, answers, views for figures.
-- Runs as flex_owner. Roles are made by the cluster set-up, never here.

create schema journal;
create schema vault;
create schema stats;

grant usage on schema public, journal, vault to flex_app;
grant usage on schema stats to flex_stats;

-- ───────────────────────── journal ─────────────────────────

-- Clear envelope + sealed body. Partitioned per month of the real clock, so that retention can drop a segment.
create table journal.entry (
    id            uuid        not null,
    at            timestamptz not null,
    xid           xid8        not null default pg_current_xact_id(),
    version       smallint    not null,
    act           text        not null collate "C",
    actor         text        not null collate "C",
    role          text        not null collate "C",
    organisation  text        not null collate "C",
    purpose       text        not null collate "C",
    effective_day date        not null,
    dossier_id    uuid,
    objects       uuid[],
    body          bytea,
    mac           bytea       not null check (length(mac) = 32),
    primary key (id, at)
) partition by range (at);

-- Entries of a month without a partition would be refused; the application opens this month's and the next at start.
create index entry_by_xid on journal.entry (xid, id);
create index entry_by_dossier on journal.entry (dossier_id, at) where dossier_id is not null;
create index entry_by_object on journal.entry using gin (objects) where objects is not null;

-- A block covers every entry of one month whose transaction id lies in [from_xid, to_xid).
create table journal.block (
    number   bigint      primary key,
    segment  date        not null,
    from_xid xid8        not null,
    to_xid   xid8        not null,
    entries  int         not null check (entries > 0),
    digest   bytea       not null check (length(digest) = 32),
    previous bytea       not null check (length(previous) = 32),
    sealed_at timestamptz not null,
    head     bytea       not null check (length(head) = 32)
);

-- Makes the part of one month; the lock, because two processes may start at the same time.
create function journal.open_segment(month date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'entry_' || to_char(first, 'YYYYMM');
begin
    perform pg_advisory_xact_lock(7306097553);
    if to_regclass('journal.' || name) is null then
        execute format('create table journal.%I partition of journal.entry for values from (%L) to (%L)',
            name, first::text || ' 00:00+00', (first + interval '1 month')::date::text || ' 00:00+00');
        execute format('create trigger never_changed before update or delete or truncate on journal.%I for each statement execute function journal.refuse_change()', name);
    end if;
end $$;

create function journal.refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'the journal is never changed' using errcode = 'FX001';
end $$;

create trigger never_changed before update or delete or truncate on journal.entry
    for each statement execute function journal.refuse_change();
create trigger never_changed before update or delete or truncate on journal.block
    for each statement execute function journal.refuse_change();

-- The transaction id is never the writer's to choose.
grant select on journal.entry, journal.block to flex_app;
grant insert (id, at, version, act, actor, role, organisation, purpose, effective_day, dossier_id, objects, body, mac) on journal.entry to flex_app;
grant insert on journal.block to flex_app;
revoke all on function journal.open_segment(date) from public;
grant execute on function journal.open_segment(date) to flex_app;

-- Person and decision data change only in a transaction that has its journal entry.
create function journal.require_entry() returns trigger
language plpgsql as $$
begin
    -- A line that only says who looked does not explain a write.
    if not exists (select from journal.entry where xid = pg_current_xact_id() and act not like '%Read') then
        raise exception '% on %.% without a journal entry in this transaction', tg_op, tg_table_schema, tg_table_name
            using errcode = 'FX002';
    end if;
    return null;
end $$;

-- ───────────────────────── vault ─────────────────────────

-- One key per dossier, wrapped by a key outside the database. Destroying the row is erasure.
create table vault.dossier_key (
    dossier_id uuid  primary key,
    wrapped    bytea not null
);

create table vault.bsn (
    dossier_id uuid  not null,
    person     text  not null check (person in ('mother', 'child')),
    sealed     bytea not null,
    lookup     bytea not null check (length(lookup) = 32),
    primary key (dossier_id, person)
);
create index bsn_lookup on vault.bsn (lookup);
grant select, insert on vault.dossier_key, vault.bsn to flex_app;

-- ───────────────────────── dossiers ─────────────────────────

create table dossier (
    id           uuid  primary key,
    programme    text  not null collate "C",
    organisation text  not null collate "C",
    opened_on    date  not null,
    entry_id     uuid  not null
);
create index dossier_by_programme on dossier (programme, id);

create table mother (
    dossier_id  uuid primary key references dossier,
    name        text not null check (name <> '' and length(name) <= 200),
    name_key    text not null collate "C",
    birth_date  date,
    postcode    text collate "C" check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
    entry_id    uuid not null
);
create index mother_by_birth on mother (birth_date, name_key);
create index mother_by_postcode on mother (postcode) where postcode is not null;

-- State over time is a row per period, and no two periods of one family overlap.
create extension if not exists btree_gist;

create table residence (
    dossier_id   uuid      not null references dossier,
    during       daterange not null check (not isempty(during)),
    municipality text      collate "C" check (municipality ~ '^GM[0-9]{4}$'),
    entry_id     uuid      not null,
    constraint residence_one_at_a_time exclude using gist (dossier_id with =, during with &&)
);
create table insurance (
    dossier_id uuid      not null references dossier,
    during     daterange not null check (not isempty(during)),
    insurer    text      not null,
    concern    text      not null collate "C",
    entry_id   uuid      not null,
    constraint insurance_one_at_a_time exclude using gist (dossier_id with =, during with &&)
);

create table application (
    dossier_id      uuid primary key references dossier,
    received_on     date not null,
    applicant       text not null collate "C",
    helpers         text not null collate "C",
    first_pregnancy text not null collate "C" check (first_pregnancy in ('ja', 'nee', 'onbekend')),
    due_date        date,
    birth_date      date,
    provider        text collate "C",
    pillars         int[] not null check (cardinality(pillars) > 0),
    income_cents    bigint check (income_cents >= 0),
    note            text check (length(note) <= 20000),
    act_id          uuid not null unique,
    entry_id        uuid not null
);
create index application_by_due on application (due_date) where due_date is not null;

create table assessment (
    id           uuid primary key,
    dossier_id   uuid not null references dossier,
    assessed_on  date not null,
    assessed_by  text not null,
    judgement    text not null collate "C" check (judgement in ('toereikend', 'ontoereikend', 'onbekend')),
    class        text not null collate "C",
    possible     smallint not null,
    factor_count int check (factor_count >= 0),
    rule_version text not null collate "C",
    factor_list  text not null collate "C",
    entry_id     uuid not null
);
create index assessment_by_dossier on assessment (dossier_id, assessed_on);

-- Only what was said: a factor that nobody named has no row and is unknown.
create table assessment_factor (
    assessment_id uuid not null references assessment,
    factor        text not null collate "C",
    state         text not null collate "C" check (state in ('afwezig', 'niet-wegend', 'aanwezig', 'onbekend')),
    leaf          boolean not null,
    primary key (assessment_id, factor)
);

-- ───────────────────────── decisions and places ─────────────────────────

-- taken is touched last in a transaction and can never pass capacity.
create table place (
    programme text not null collate "C",
    pillar    int  not null,
    capacity  int  not null check (capacity >= 0),
    taken     int  not null default 0,
    primary key (programme, pillar),
    constraint place_never_one_too_many check (taken between 0 and capacity)
);

create function take_places(of_programme text, of_pillar int, number int) returns void
language plpgsql as $$
begin
    update place set taken = taken + number where programme = of_programme and pillar = of_pillar;
    if not found then
        raise exception 'no places are set for pillar % of %', of_pillar, of_programme using errcode = 'FX003';
    end if;
end $$;

create table decision (
    id               uuid primary key,
    dossier_id       uuid not null references dossier,
    pillar           int  not null,
    outcome          text not null collate "C" check (outcome in ('toegelaten', 'afgewezen', 'wachtlijst')),
    proposal         text not null collate "C",
    decided_on       date not null,
    decided_by       text not null,
    reason           text,
    criteria_version text not null collate "C",
    rule_version     text not null collate "C",
    facts            bytea not null,
    act_id           uuid not null unique,
    entry_id         uuid not null,
    constraint decision_once_per_pillar unique (dossier_id, pillar)
);

-- ───────────────────────── care ─────────────────────────

create table care_entry (
    id         uuid primary key,
    dossier_id uuid not null references dossier,
    pillar     int  not null,
    day        date not null,
    quarters   int  not null check (quarters between 1 and 96),
    caregiver  text not null,
    note       text check (length(note) <= 20000),
    act_id     uuid not null unique,
    entry_id   uuid not null
);
create index care_by_dossier on care_entry (dossier_id, day);

-- ───────────────────────── questionnaires ─────────────────────────

create table response (
    id            uuid primary key,
    dossier_id    uuid not null references dossier,
    questionnaire text not null collate "C",
    version       text not null collate "C",
    filled_on     date not null,
    entry_id      uuid not null,
    constraint response_once unique (dossier_id, questionnaire)
);

create table answer (
    response_id uuid not null references response,
    item        text not null collate "C",
    answer      text not null collate "C",
    primary key (response_id, item)
);

-- ───────────────────────── file doors ─────────────────────────

-- The sender's own number, with a keyed hash of the row's content: the same again is skipped, another content is rejected.
create table import_row (
    kind       text  not null collate "C",
    sender     text  not null collate "C",
    number     text  not null collate "C",
    content    bytea not null,
    dossier_id uuid,
    entry_id   uuid  not null,
    primary key (kind, sender, number)
);

-- A likely duplicate waits for a person; the row itself is sealed under the key of the dossier it resembles.
-- While it waits its number has no dossier in import_row; once settled the row is emptied, for the dossier says the same.
create table likely_duplicate (
    id         uuid primary key,
    programme  text  not null collate "C",
    sender     text  not null collate "C",
    number     text  not null collate "C",
    resembles  uuid  not null references dossier,
    why        text  not null collate "C",
    row        bytea not null,
    waiting_since date not null,
    settled_as text collate "C" check (settled_as in ('same', 'different')),
    settled_because text,
    entry_id   uuid  not null,
    unique (sender, number)
);

-- ───────────────────────── who may, second net ─────────────────────────
-- Without the transaction's role no row is seen. An applicant's organisation sees its own families;
-- the roles that carry the programme see all. (The full matrix comes with its own issue.)

create function sees_all_families() returns boolean
language sql stable as $$
    select current_setting('flex.role', true) in
        ('intaker', 'coordinator', 'kraamverzorgende', 'jgz', 'systeem')
$$;

alter table dossier enable row level security;
create policy dossier_seen on dossier for select
    using ((select sees_all_families()) or organisation = (select current_setting('flex.organisation', true)));
-- A person opens dossiers for the own organisation; a file door and who settles a likely duplicate open them for the applicant's.
create policy dossier_made on dossier for insert
    with check ((select current_setting('flex.role', true) in ('systeem', 'intaker', 'coordinator'))
        or ((select coalesce(current_setting('flex.role', true), '') <> '') and organisation = (select current_setting('flex.organisation', true))));

do $$
declare t text;
begin
    foreach t in array array['mother', 'residence', 'insurance', 'application', 'assessment', 'decision', 'care_entry', 'response'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id))', t || '_seen', t);
        execute format('create policy %I on %I for insert with check ((select coalesce(current_setting(''flex.role'', true), '''') <> ''''))', t || '_made', t);
    end loop;
    foreach t in array array['assessment_factor', 'answer'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for insert with check ((select coalesce(current_setting(''flex.role'', true), '''') <> ''''))', t || '_made', t);
    end loop;
    create policy assessment_factor_seen on assessment_factor for select
        using ((select sees_all_families()) or exists (select from assessment a where a.id = assessment_id));
    create policy answer_seen on answer for select
        using ((select sees_all_families()) or exists (select from response r where r.id = response_id));
    alter table likely_duplicate enable row level security;
    create policy likely_duplicate_all on likely_duplicate
        using ((select current_setting('flex.role', true) in ('intaker', 'coordinator', 'systeem')))
        with check ((select coalesce(current_setting('flex.role', true), '') <> ''));
end $$;

-- Every insert, update and delete on these is journaled. Exempt are the journal itself and schema_migration: they hold
-- no person and no decision.
do $$
declare t text;
begin
    foreach t in array array['dossier', 'mother', 'residence', 'insurance', 'application', 'assessment', 'assessment_factor',
        'place', 'decision', 'care_entry', 'response', 'answer', 'import_row', 'likely_duplicate'] loop
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
    create trigger journaled before insert or update or delete on vault.dossier_key for each statement execute function journal.require_entry();
    create trigger journaled before insert or update or delete on vault.bsn for each statement execute function journal.require_entry();
end $$;
grant update (taken, capacity) on place to flex_app;
grant update (settled_as, settled_because, entry_id, row) on likely_duplicate to flex_app;
grant update (dossier_id) on import_row to flex_app;

-- ───────────────────────── figures: no names ─────────────────────────

-- Figures describe a family as it was when it applied: of several assessments the first counts, here and in stats.factor.
create view stats.dossier as
select d.id as dossier_id, d.programme, a.received_on as applied_on, a.applicant, a.helpers, a.first_pregnancy,
       r.municipality, i.concern as insurer_concern, s.class, s.factor_count
from public.dossier d
join public.application a on a.dossier_id = d.id
left join lateral (select municipality from public.residence x where x.dossier_id = d.id and x.during @> a.received_on) r on true
left join lateral (select concern from public.insurance x where x.dossier_id = d.id and x.during @> a.received_on) i on true
left join lateral (select class, factor_count from public.assessment x where x.dossier_id = d.id order by x.assessed_on, x.id limit 1) s on true;

create view stats.factor as
select a.dossier_id, f.factor, f.state
from public.assessment_factor f
join public.assessment a on a.id = f.assessment_id
where f.leaf and f.state in ('aanwezig', 'niet-wegend')
  and a.id = (select x.id from public.assessment x where x.dossier_id = a.dossier_id order by x.assessed_on, x.id limit 1);

create view stats.decision as
select dossier_id, pillar, outcome, decided_on from public.decision;

create view stats.care as
select dossier_id, pillar, day, quarters from public.care_entry;

create view stats.response as
select id as response_id, dossier_id, questionnaire, version, filled_on from public.response;

create view stats.answer as
select response_id, item, answer from public.answer;

grant select on all tables in schema stats to flex_stats;
