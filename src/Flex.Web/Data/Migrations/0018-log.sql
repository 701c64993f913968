-- The log: what NEN 7513 asks of a line beside its envelope, what is kept from a family's own page for a time, who reviewed what,
-- and who let a month of it go. Runs as flex_owner. Lines of before stay as they are: their HMAC covers what they have.

alter table journal.entry add column outcome smallint check (outcome in (0, 4, 8, 12)), add column context bytea;
grant insert (outcome, context) on journal.entry to flex_app;
-- By period and by employee, for who oversees; page after page by key. Of what let a month go there are few, and the verifier asks for them first.
create index entry_by_time on journal.entry (at, id);
create index entry_by_actor on journal.entry (actor, at, id);
create index entry_of_purge on journal.entry (at) where act = 'JournalPurged';

-- A refused look explains no write either.
create or replace function journal.require_entry() returns trigger
language plpgsql as $$
begin
    if not exists (select from journal.entry where xid = pg_current_xact_id() and act not like '%Read' and act <> 'Refused') then
        raise exception '% on %.% without a journal entry in this transaction', tg_op, tg_table_schema, tg_table_name
            using errcode = 'FX002';
    end if;
    return null;
end $$;

-- What is asked about a log does nothing to the dossier, and who is refused must not be able to hold it.
drop trigger holds_dossier on journal.entry;
create trigger holds_dossier after insert on journal.entry for each row
    when (new.dossier_id is not null and new.act not in ('ApplicationReceived', 'Refused', 'WithholdAsked', 'WithholdJudged') and new.act not like '%Read') execute function journal.hold_dossier();

-- Nor does it make a record younger that somebody was refused, or that the log itself was handled.
create or replace function changed_at(of_dossier uuid) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
    select max(at) from journal.entry where dossier_id = of_dossier and act not like '%Read' and act not in ('LetterShown', 'SearchDone', 'BsnSearched', 'ExportMade', 'DryRunDone', 'DecisionsReplayed', 'WorkSet', 'DossierErased',
        'Refused', 'LogExported', 'LogReviewed', 'WithholdAsked', 'WithholdJudged')
$$;

-- Lines of one organisation on one day that the family's page does not show for a time: asked by one, judged by another. Hidden a few days
-- while nobody judged yet, and never from who oversees.
create table log_withholding (
    id            uuid primary key,
    act_id        uuid not null unique,
    dossier_id    uuid not null references dossier,
    organisation  text not null collate "C",
    day           date not null,
    until_day     date not null,
    reason        text not null check (length(reason) between 1 and 500),
    asked_by      text not null collate "C",
    asked_by_name text not null,
    asked_at      timestamptz not null,
    hidden_until  timestamptz not null,
    state         text not null default 'wacht' collate "C" check (state in ('wacht', 'goedgekeurd', 'afgewezen')),
    judged_by     text collate "C",
    judged_because text check (length(judged_because) <= 500),
    judged_at     timestamptz,
    entry_id      uuid not null,
    constraint withheld_by_two check (judged_by <> asked_by),
    check ((state = 'wacht') = (judged_by is null))
);
create index log_withholding_by_dossier on log_withholding (dossier_id);
create index log_withholding_waiting on log_withholding (asked_at, id) where state = 'wacht';

-- Proof of review: who looked through which period of the log, when, and what was found.
create table log_review (
    id            uuid primary key,
    act_id        uuid not null unique,
    from_day      date not null,
    until_day     date not null check (until_day >= from_day),
    found         text not null check (length(found) between 1 and 1000),
    reviewed_by   text not null collate "C",
    reviewed_by_name text not null,
    reviewed_at   timestamptz not null,
    entry_id      uuid not null
);
create index log_review_by_time on log_review (reviewed_at desc, id desc);

-- Who agreed that a month of the log, past its time, may go. Two are needed.
create table log_purge (
    month         date not null check (extract(day from month) = 1),
    approver      text not null collate "C" check (approver <> ''),
    because       text not null check (length(because) between 1 and 500),
    approved_at   timestamptz not null,
    entry_id      uuid not null,
    primary key (month, approver)
);

alter table log_withholding enable row level security;
alter table log_review enable row level security;
alter table log_purge enable row level security;
create policy withholding_seen on log_withholding for select using ((select current_setting('flex.role', true)) = 'privacy'
    or (select current_setting('flex.role', true)) = 'coordinator' and exists (select from dossier d where d.id = dossier_id));
create policy withholding_asked on log_withholding for insert with check ((select current_setting('flex.role', true)) = 'coordinator'
    and asked_by = (select current_setting('flex.actor', true)) and organisation = (select current_setting('flex.organisation', true)) and exists (select from dossier d where d.id = dossier_id));
create policy withholding_judged on log_withholding for update using ((select current_setting('flex.role', true)) = 'privacy');
create policy review_seen on log_review for select using ((select current_setting('flex.role', true)) = 'privacy');
create policy review_made on log_review for insert with check ((select current_setting('flex.role', true)) = 'privacy' and reviewed_by = (select current_setting('flex.actor', true)));
create policy purge_seen on log_purge for select using ((select current_setting('flex.role', true)) = 'systeem');
create policy purge_approved on log_purge for insert with check ((select current_setting('flex.role', true)) = 'systeem');
do $$
declare t text;
begin
    foreach t in array array['log_withholding', 'log_review', 'log_purge'] loop
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
end $$;
grant update (state, judged_by, judged_because, judged_at, hidden_until) on log_withholding to flex_app;

-- ───────────────────────── for who oversees: no name, no row of a family ─────────────────────────

-- The dossier behind a number, and the number of a dossier.
create function log_dossier(of_number int) returns table (id uuid, programme text)
language sql stable security definer set search_path = public, pg_temp as $$
    select d.id, d.programme from dossier d where d.number = of_number and current_setting('flex.role', true) in ('privacy', 'systeem')
$$;
create function log_number(of_dossier uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
    select d.number from dossier d where d.id = of_dossier and current_setting('flex.role', true) = 'privacy'
$$;

-- Whether an organisation stood on a day in a relation with a family that makes it its work; being asked in or breaking the glass does not.
create function in_own_caseload(of_dossier uuid, of_organisation text, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from relation r where r.dossier_id = of_dossier and r.organisation = of_organisation and r.kind in ('aanmelder', 'intake', 'zorg', 'overdracht')
        and r.from_day <= on_day and (r.until_day is null or r.until_day >= on_day)) and current_setting('flex.role', true) = 'privacy'
$$;
revoke all on function log_dossier(int), log_number(uuid), in_own_caseload(uuid, text, date) from public;
grant execute on function log_dossier(int), log_number(uuid), in_own_caseload(uuid, text, date) to flex_app;

-- Lets a month go that is at least five years old, sealed to its last line, and that two agreed on. For the owner alone: no role of the application
-- can remove a line. Its blocks stay, so that the chain closes; the act that names the month tells the verifier why the lines are gone.
create function journal.drop_segment(month date, today date) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    name  text := 'entry_' || to_char(month, 'YYYYMM');
    gone  bigint;
begin
    if (month + interval '1 month' + interval '5 years')::date > today then
        raise exception 'a month of the log is kept for at least five years' using errcode = 'FX003';
    end if;
    if (select count(distinct lower(trim(approver))) from public.log_purge p where p.month = drop_segment.month) < 2 then
        raise exception 'two people agree before a month of the log goes' using errcode = 'FX004';
    end if;
    execute format('select count(*) from journal.%I', name) into gone;
    if gone <> (select coalesce(sum(entries), 0) from journal.block b where b.segment = drop_segment.month) then
        raise exception 'not every line of this month stands in a block' using errcode = 'FX005';
    end if;
    execute format('drop table journal.%I', name);
    return gone;
end $$;
revoke all on function journal.drop_segment(date, date) from public;
