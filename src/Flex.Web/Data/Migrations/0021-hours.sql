-- Hours: what was indicated, what was given from when to when, what she wanted, and who pays each line of it.

-- ───────────────────────── what is known ─────────────────────────

-- Hours as indicated, from a day on; a later one counts in its place from its own day. gewoon: for the lying-in; verlenging: for days after it.
create table indication (
    id          uuid primary key,
    dossier_id  uuid not null references dossier,
    kind        text not null collate "C" check (kind in ('gewoon', 'verlenging')),
    quarters    int  not null check (quarters between 1 and 1600),
    from_day    date not null,
    until_day   date check (until_day >= from_day),
    method      text not null collate "C" check (method in ('lip', 'klim')),
    by_whom     text not null collate "C" check (by_whom in ('intaker', 'verloskundige', 'huisarts', 'specialist')),
    moment      text not null collate "C" check (moment in ('intake', 'na-geboorte', 'herindicatie')),
    note        text check (length(note) <= 2000),
    said_on     date not null,
    said_by     text not null,
    entry_id    uuid not null,
    constraint indication_days check ((kind = 'verlenging') = (until_day is not null))
);
create index indication_by_dossier on indication (dossier_id, from_day);

-- What she would take if she paid, and what she wants now; none is an answer, and not asked is null. The newest counts.
create table hours_wish (
    id          uuid primary key,
    dossier_id  uuid not null references dossier,
    if_paying   int check (if_paying between 0 and 1600),
    now_wanted  int check (now_wanted between 0 and 1600),
    reason      text check (length(reason) <= 2000),
    said_on     date not null,
    said_by     text not null,
    entry_id    uuid not null,
    constraint hours_wish_says check (if_paying is not null or now_wanted is not null)
);
create index hours_wish_by_dossier on hours_wish (dossier_id, said_on);

-- A supplementary policy or a municipality's collective one, in a period: what it pays of the own contribution and of care that starts late.
create table cover (
    id                uuid primary key,
    dossier_id        uuid not null references dossier,
    during            daterange not null check (not isempty(during)),
    name              text not null check (name <> '' and length(name) <= 200),
    pays_contribution boolean not null,
    at_most           bigint check (at_most >= 0),
    late_quarters     int check (late_quarters between 1 and 1600),
    late_days         int check (late_days between 1 and 366),
    said_on           date not null,
    said_by           text not null,
    entry_id          uuid not null,
    check (at_most is null or pays_contribution),
    check (late_days is null or late_quarters is not null)
);
create index cover_by_dossier on cover (dossier_id);

-- Care as given, in whole quarters of an hour. The sender makes the id, so that sent twice is once. A correction is a row of its own and may
-- arrive before what it corrects; no quarters take that one back. What was corrected stays.
create table care_contact (
    id            uuid primary key,
    dossier_id    uuid not null references dossier,
    replaces      uuid check (replaces <> id),
    began         timestamptz not null check (extract(epoch from began)::bigint % 900 = 0),
    quarters      int  not null check (quarters between 0 and 96),
    setting       text not null collate "C" check (setting in ('thuis', 'partus', 'ziekenhuis', 'instelling')),
    done          text[] not null default '{}',
    note          text check (length(note) <= 20000),
    signal        text check (length(signal) <= 20000),
    together      boolean not null,
    caregiver     text not null,
    carer         text not null collate "C",
    because       text check (length(because) <= 2000),
    registered_on date not null,
    registered_by text not null,
    entry_id      uuid not null,
    constraint care_contact_given check (quarters > 0 or replaces is not null),
    constraint care_contact_corrected_because check (replaces is null or because is not null)
);
create index care_contact_by_dossier on care_contact (dossier_id, began);

-- ───────────────────────── who pays ─────────────────────────

-- What was decided of quarters of one contact on one day (docs/adr/0015). Follows from the facts and is written with the act that changed them;
-- a line that no longer holds stays, with the act that withdrew it. Money in cents.
create table payer_line (
    id                 uuid primary key,
    dossier_id         uuid not null references dossier,
    contact_id         uuid not null references care_contact,
    began              timestamptz not null,
    quarters           int  not null check (quarters > 0),
    day                date not null,
    day_number         int,
    source             text not null collate "C",
    reason             text not null collate "C",
    not_insured        text not null collate "C",
    contribution_payer text not null collate "C",
    -- The pillar whose money it is: that of a waived contribution, or of care of the programme.
    pillar             int,
    cover_number       int  not null,
    cover              text,
    insurer            text,
    concern            text collate "C",
    municipality       text collate "C",
    rate_per_hour      bigint,
    rate_from          date,
    rate_until         date,
    rate_source        text,
    contribution       bigint check (contribution >= 0),
    tariff_kind        text collate "C",
    tariff_per_hour    bigint,
    tariff_from        date,
    tariff_until       date,
    tariff_source      text,
    care               bigint check (care >= 0),
    rule_version       text not null collate "C",
    decided_on         date not null,
    entry_id           uuid not null,
    withdrawn_on       date,
    withdrawn_entry    uuid,
    constraint payer_line_withdrawn_whole check ((withdrawn_on is null) = (withdrawn_entry is null))
);
create index payer_line_by_dossier on payer_line (dossier_id);
-- Of one contact a quarter begins one line that holds.
create unique index payer_line_once on payer_line (contact_id, began) where withdrawn_on is null;

-- ───────────────────────── who may, second net ─────────────────────────

do $$
declare t text;
begin
    foreach t in array array['indication', 'hours_wish', 'cover', 'care_contact', 'payer_line'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id))', t || '_seen', t);
        -- As single hours in 0013: for who gives and keeps the care.
        execute format('create policy %I on %I as restrictive for select using ((select current_setting(''flex.role'', true)) in (''systeem'', ''intaker'', ''coordinator'', ''kraamverzorgende''))', t || '_class', t);
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
    foreach t in array array['indication', 'hours_wish', 'cover'] loop
        execute format('create policy %I on %I for insert with check ((select sees_all_families())
            or (select current_setting(''flex.role'', true)) in (''intaker'', ''coordinator'') and exists (select from dossier d where d.id = dossier_id))', t || '_made', t);
        execute format('create trigger open_only after insert on %I referencing new table as are for each statement execute function refuse_when_ended()', t);
    end loop;
end $$;
create trigger open_only after insert on care_contact referencing new table as are for each statement execute function refuse_when_ended();
create policy care_contact_made on care_contact for insert with check ((select sees_all_families())
    or (select current_setting('flex.role', true)) in ('kraamverzorgende', 'coordinator') and exists (select from dossier d where d.id = dossier_id));
-- Lines follow; no person writes one.
create policy payer_line_made on payer_line for insert with check ((select sees_all_families()));
create policy payer_line_withdrawn on payer_line for update using ((select sees_all_families()));
grant update (withdrawn_on, withdrawn_entry) on payer_line to flex_app;

-- ───────────────────────── what follows from hours ─────────────────────────

-- As in 0002, with the hours of contacts whose money is that of the pillar.
create or replace function used_quarters(of_dossier uuid, of_pillar int) returns int
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select sum(quarters) from care_entry where dossier_id = of_dossier and pillar = of_pillar), 0)::int
        + coalesce((select sum(quarters) from payer_line where dossier_id = of_dossier and pillar = of_pillar and withdrawn_on is null), 0)::int
$$;

-- As in 0013 and 0002, with them.
create or replace function care_sums(of_dossier uuid) returns table (pillar int, first date, last date, quarters int)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.pillar, min(c.day), max(c.day), sum(c.quarters)::int from (
        select e.pillar, e.day, e.quarters from care_entry e where e.dossier_id = of_dossier
        union all select l.pillar, l.day, l.quarters from payer_line l where l.dossier_id = of_dossier and l.pillar is not null and l.withdrawn_on is null) c group by c.pillar
$$;
create or replace function place_in_use(of_dossier uuid, of_pillar int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from birth where dossier_id = of_dossier) or exists (select from application where dossier_id = of_dossier and birth_date is not null) or used_quarters(of_dossier, of_pillar) > 0
$$;

-- As in 0020: her own hours, whoever pays them.
create or replace function family_hours() returns table (day date, quarters int, caregiver text)
language sql stable security definer set search_path = public, pg_temp as $$
    select h.day, h.quarters, h.caregiver from (
        select c.day, c.quarters, c.caregiver, c.id from care_entry c where c.dossier_id = family_signed_in()
        union all select (c.began at time zone 'Europe/Amsterdam')::date, c.quarters, c.caregiver, c.id from care_contact c
            where c.dossier_id = family_signed_in() and c.quarters > 0 and not exists (select from care_contact n where n.replaces = c.id)) h order by h.day desc, h.id desc limit 400
$$;

-- As in 0015: an hour is counted in one of the two ways in which it was registered.
create or replace view stats.care as
select c.dossier_id, c.pillar, c.day, c.quarters from public.care_entry c join stats.evaluated v on v.dossier_id = c.dossier_id
union all
select l.dossier_id, l.pillar, l.day, l.quarters from public.payer_line l join stats.evaluated v on v.dossier_id = l.dossier_id where l.pillar is not null and l.withdrawn_on is null;

-- As in 0009, and hours that nobody pays are work for the coordinator until they have a payer or are taken back.
do $$
begin
    execute (select format(
        'create or replace function open_work(dossiers uuid[], decide_days int[], other_days int, care_months int) '
        'returns table (dossier_id uuid, kind text, part int, role text, since date, until date) language sql stable as %L',
        prosrc || ' union all select l.dossier_id, ''niet-te-bekostigen'', 0, ''coordinator'', min(l.decided_on), min(l.decided_on) + other_days
        from payer_line l join d on d.id = l.dossier_id where l.source = ''niemand'' and l.withdrawn_on is null group by l.dossier_id ')
        from pg_proc where oid = 'open_work(uuid[], int[], int, int)'::regprocedure);
end $$;
