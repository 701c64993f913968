-- Rights of the family: a request to destroy, judged within the term, and erasure that leaves nothing readable.

-- ───────────────────────── a request to destroy ─────────────────────────

-- Who asked, in what capacity, and what was decided. It goes with the dossier: what stays is the row in erasure.
create table erasure_request (
    id             uuid primary key,
    dossier_id     uuid not null references dossier,
    asked_on       date not null,
    asked_by       text not null check (asked_by <> '' and length(asked_by) <= 200),
    capacity       text not null collate "C",
    due_on         date not null,
    state          text not null default 'wacht' collate "C" check (state in ('wacht', 'toegewezen', 'geweigerd')),
    recorded_by    text not null,
    decided_on     date,
    decided_by     text,
    decider        text collate "C",
    refused_ground text collate "C",
    because        text check (length(because) <= 2000),
    act_id         uuid not null unique,
    decision_act   uuid unique,
    entry_id       uuid not null,
    constraint erasure_decided_whole check ((state = 'wacht') = (decided_on is null) and (state = 'wacht') = (decided_by is null) and (state = 'wacht') = (decider is null) and (state = 'wacht') = (decision_act is null)),
    constraint erasure_refused_with_reason check ((state = 'geweigerd') = (refused_ground is not null) and (state <> 'geweigerd' or because is not null))
);
create index erasure_request_by_dossier on erasure_request (dossier_id, asked_on);
create unique index erasure_asked_once on erasure_request (dossier_id) where state <> 'geweigerd';

-- ───────────────────────── what stays of an erasure ─────────────────────────

-- That it happened: no name of the family, no reference to a row that is gone. programme: the count per programme stays whole.
create table erasure (
    id         uuid primary key default gen_random_uuid(),
    dossier_id uuid not null unique,
    programme  text not null collate "C",
    erased_on  date not null,
    ground     text not null collate "C" check (ground in ('verzoek', 'bewaartermijn')),
    granted_by text not null,
    erased_by  text not null,
    act_id     uuid unique,
    entry_id   uuid not null
);
create index erasure_newest on erasure (erased_on, id);

-- Hours that families gave back who are erased since: they stay in the budget of the pillar.
alter table place add column erased_quarters int not null default 0 check (erased_quarters >= 0);

-- ───────────────────────── erasing ─────────────────────────

-- One family can have two dossiers: those that were found to be the same go together.
create function same_family(of_dossier uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
    with recursive family(id) as (
        select of_dossier
        union select case when e.dossier_id = f.id then e.merged_into else e.dossier_id end
        from family f join dossier_end e on f.id in (e.dossier_id, e.merged_into) where e.merged_into is not null and e.reopened_on is null
    )
    select array_agg(id order by id) from family
$$;

-- Removes rows, and before them whatever refers to them, as the catalogue says: a table that comes later is not forgotten.
-- What refers to a row of the same table belongs to the same family and goes in the same statement.
create function erase_rows(of_table regclass, which text, families uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare child record;
begin
    for child in
        select c.conrelid::regclass as name, a.attname as refers, b.attname as to_column
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
        where c.contype = 'f' and c.confrelid = of_table and c.conrelid <> of_table and c.conparentid = 0 order by c.conrelid::regclass::text, a.attname
    loop
        perform erase_rows(child.name, format('%I in (select %I from %s where %s)', child.refers, child.to_column, of_table, which), families);
    end loop;
    execute format('delete from %s where %s', of_table, which) using families;
end $$;

-- When somebody last changed what is kept of a dossier; looking and erasing are no change.
create function changed_at(of_dossier uuid) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
    select max(at) from journal.entry where dossier_id = of_dossier and act not like '%Read' and act not in ('LetterShown', 'SearchDone', 'ExportMade', 'DryRunDone', 'DecisionsReplayed', 'WorkSet', 'DossierErased')
$$;
revoke all on function changed_at(uuid) from public;
grant execute on function changed_at(uuid) to flex_app;

create function erase_family(families uuid[], on_day date, of_ground text, granted text, erased text, entry uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare t regclass;
begin
    perform from dossier where id = any(families) order by id for update;
    -- What waits under a family's key may be of another family: somebody says first.
    if exists (select from likely_duplicate where resembles = any(families) and settled_as is null)
        or exists (select from resemblance where (dossier_id = any(families) or resembles = any(families)) and settled_as is null) then
        raise exception 'whether another application is of this family is not judged yet' using errcode = 'FX007', constraint = 'erasure_after_doubt';
    end if;
    insert into erasure (dossier_id, programme, erased_on, ground, granted_by, erased_by, entry_id)
        select d.id, d.programme, on_day, of_ground, granted, erased, entry from dossier d where d.id = any(families);
    -- A place that is held is given back as at an end; what came back of used places stays counted.
    update held_place h set ended_on = on_day, ended_because = 'gewist', until = null, entry_id = entry,
            returned_quarters = case when used_quarters(h.dossier_id, h.pillar) > 0
                then greatest((select p.average_quarters from place p where p.programme = h.programme and p.pillar = h.pillar) - used_quarters(h.dossier_id, h.pillar), 0) end,
            state = case when used_quarters(h.dossier_id, h.pillar) > 0 then 'deels-teruggegeven' else 'vrijgegeven' end
        where h.dossier_id = any(families) and holds_place(h.state);
    update place p set erased_quarters = p.erased_quarters + r.quarters
        from (select programme, pillar, sum(returned_quarters)::int as quarters from held_place where dossier_id = any(families) and returned_quarters > 0 group by 1, 2) r
        where p.programme = r.programme and p.pillar = r.pillar;
    -- The address that somebody without an account proved: found by who sent the application.
    delete from address_check where 'zonder-account:' || id in (select actor from journal.entry where dossier_id = any(families) and act not like '%Read');
    for t in
        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'vault') and c.oid <> 'erasure'::regclass
            and not exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'dossier'::regclass and f.conkey[1] = a.attnum)
    loop
        perform erase_rows(t, 'dossier_id = any($1)', families);
    end loop;
    perform erase_rows('dossier', 'id = any($1)', families);
end $$;

-- A granted request, by another person than who granted it.
create function erase_on_request(of_request uuid, act uuid, erased text, on_day date, entry uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare r erasure_request;
begin
    select * into r from erasure_request where id = of_request;
    if r.state is distinct from 'toegewezen' or not keeps_record(r.dossier_id) then
        raise exception 'only what was granted is erased' using errcode = '42501';
    end if;
    if r.decider = current_setting('flex.actor', true) then
        raise exception 'who granted it does not erase' using errcode = 'FX007', constraint = 'erasure_by_another';
    end if;
    perform erase_family(same_family(r.dossier_id), on_day, 'verzoek', r.decided_by, erased, entry);
    update erasure set act_id = act where dossier_id = r.dossier_id;
end $$;

-- Past its term, by two people who are named; only where nobody changed anything for two years, whatever the programme's file says.
create function erase_on_term(of_dossier uuid, granted text, erased text, on_day date, entry uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if current_setting('flex.role', true) is distinct from 'systeem' then
        raise exception 'only the verb erases past a term' using errcode = '42501';
    end if;
    if coalesce(trim(granted), '') = '' or coalesce(trim(erased), '') = '' or lower(trim(granted)) = lower(trim(erased)) then
        raise exception 'two people are named' using errcode = 'FX007', constraint = 'erasure_by_another';
    end if;
    if exists (select from unnest(same_family(of_dossier)) f where changed_at(f) > on_day - interval '2 years') then
        raise exception 'somebody changed this dossier not long ago' using errcode = 'FX007', constraint = 'erasure_past_term';
    end if;
    perform erase_family(same_family(of_dossier), on_day, 'bewaartermijn', granted, erased, entry);
end $$;

revoke all on function erase_on_term(uuid, text, text, date, uuid) from public;
grant execute on function erase_on_term(uuid, text, text, date, uuid) to flex_app;
revoke all on function same_family(uuid), erase_rows(regclass, text, uuid[]), erase_family(uuid[], date, text, text, text, uuid), erase_on_request(uuid, uuid, text, date, uuid) from public;
grant execute on function same_family(uuid), erase_on_request(uuid, uuid, text, date, uuid) to flex_app;

-- ───────────────────────── who may, second net ─────────────────────────

do $$
declare t text;
begin
    foreach t in array array['erasure', 'erasure_request'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
    end loop;
end $$;
create policy erasure_seen on erasure for select using ((select current_setting('flex.role', true)) in ('intaker', 'coordinator', 'privacy', 'systeem'));
-- Of a family whose record the own organisation keeps.
create policy erasure_request_kept on erasure_request
    using ((select sees_all_families()) or keeps_record(dossier_id)) with check (keeps_record(dossier_id));
grant select on erasure to flex_app;
grant select, insert on erasure_request to flex_app;
grant update (state, decided_on, decided_by, decider, refused_ground, because, decision_act, entry_id) on erasure_request to flex_app;

-- ───────────────────────── restriction ─────────────────────────

-- While it is set the data are kept and nothing more: no list, no search and no figure shows the family (AVG article 18).
create table restriction (
    id             uuid primary key,
    dossier_id     uuid not null references dossier,
    set_on         date not null,
    set_by         text not null,
    asked_by       text not null check (asked_by <> '' and length(asked_by) <= 200),
    ground         text not null collate "C",
    because        text check (length(because) <= 2000),
    lifted_on      date,
    lifted_by      text,
    lifted_because text check (length(lifted_because) between 1 and 2000),
    act_id         uuid not null unique,
    entry_id       uuid not null,
    constraint restriction_lifted_whole check ((lifted_on is null) = (lifted_by is null) and (lifted_on is null) = (lifted_because is null))
);
create index restriction_by_dossier on restriction (dossier_id);
create unique index restriction_once on restriction (dossier_id) where lifted_on is null;
create trigger journaled before insert or update or delete on restriction for each statement execute function journal.require_entry();
alter table restriction enable row level security;
create policy restriction_seen on restriction for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy restriction_made on restriction for insert with check (keeps_record(dossier_id));
create policy restriction_lifted on restriction for update using (keeps_record(dossier_id)) with check (keeps_record(dossier_id));
grant select, insert on restriction to flex_app;
grant update (lifted_on, lifted_by, lifted_because, entry_id) on restriction to flex_app;

-- Asked by lists of families that the person may not reach otherwise.
create function is_restricted(of_dossier uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from restriction where dossier_id = of_dossier and lifted_on is null)
$$;
revoke all on function is_restricted(uuid) from public;
grant execute on function is_restricted(uuid) to flex_app;

-- As in 0009, but a family that is restricted keeps its turn and holds nobody up.
create or replace function offers_due() returns table (dossier_id uuid, pillar int, since date, until date)
language sql stable security definer set search_path = public, pg_temp as $$
    select f.dossier_id, p.pillar, s.since, greatest(s.since, least(f.since, s.since + p.offer_within))
    from place p
    cross join lateral (
        (select w.dossier_id, w.since from work_item w join dossier d on d.id = w.dossier_id and d.programme = p.programme
         where p.waiting_order = 'aanmelddatum' and w.done_on is null and w.kind = 'wachtlijst' and w.part = p.pillar
           and not is_restricted(w.dossier_id) and not exists (select from override_request o where o.dossier_id = w.dossier_id and o.pillar = w.part and o.state = 'wacht')
         order by w.applied_on, w.dossier_id limit 1)
        union all
        (select w.dossier_id, w.since from work_item w join dossier d on d.id = w.dossier_id and d.programme = p.programme
         where p.waiting_order = 'uitgerekende-datum' and w.done_on is null and w.kind = 'wachtlijst' and w.part = p.pillar
           and not is_restricted(w.dossier_id) and not exists (select from override_request o where o.dossier_id = w.dossier_id and o.pillar = w.part and o.state = 'wacht')
         order by w.expected_on, w.dossier_id limit 1)) f
    cross join lateral (select greatest(p.free_since, c.decided_on) as since from current_decision c where c.dossier_id = f.dossier_id and c.pillar = p.pillar) s
    where p.taken < p.capacity
$$;

-- As in 0015, without who is restricted: every view for figures rests on this one.
create or replace view stats.evaluated as
select d.id as dossier_id, d.programme
from public.dossier d
left join public.evaluation_choice c on c.dossier_id = d.id and c.whose = 'moeder'
left join public.evaluation_rule r on r.programme = d.programme
where coalesce(c.takes_part, r.without_answer, false)
  and not exists (select from public.dossier_end e where e.dossier_id = d.id and e.how = 'dubbel' and e.reopened_on is null)
  and not exists (select from public.restriction x where x.dossier_id = d.id and x.lifted_on is null);
