-- Who reaches a family: the relations of professionals with it. Nobody reaches a family by role alone.
-- Runs as flex_owner. What was stored before gets its relations here and, for what the programme files say, at the next start.

-- Who takes part in a programme and as what; written from the programme files at every start (Data/Tables/Parties).
create table party (
    programme    text not null collate "C",
    organisation text not null collate "C",
    role         text not null collate "C",
    after_days   int  not null check (after_days >= 0),
    entry_id     uuid not null,
    primary key (programme, role, organisation)
);

-- One relation of an organisation, or of one person in it, with a family. aanmelder: applied; intake: judges and decides;
-- zorg: gives the care, from the day there is a place; overdracht: the handover was accepted; uitgenodigd: asked in by the casemanager;
-- nood: broke the glass. Without a first day it stands ready. Kept after its last day: who could see is part of the log.
create table relation (
    id           uuid primary key,
    dossier_id   uuid not null references dossier,
    kind         text not null collate "C" check (kind in ('aanmelder', 'intake', 'zorg', 'overdracht', 'uitgenodigd', 'nood')),
    organisation text not null collate "C" check (organisation <> ''),
    role         text collate "C",
    actor        text collate "C",
    actor_name   text,
    offered_on   date,
    from_day     date,
    until_day    date check (until_day >= from_day),
    until_at     timestamptz,
    after_days   int not null default 0 check (after_days >= 0),
    reason       text check (length(reason) <= 500),
    ended_because text check (length(ended_because) <= 500),
    -- Taken away by a person: from that instant on, without after-care.
    withdrawn_at timestamptz,
    entry_id     uuid not null,
    -- Breaking the glass is one person's, for an hour at most; the rest is counted in days.
    check ((kind = 'nood') = (until_at is not null) and (kind <> 'nood' or actor is not null and reason is not null))
);
create index relation_by_dossier on relation (dossier_id, organisation);
create index relation_of_organisation on relation (organisation, kind, dossier_id);
create unique index relation_once on relation (dossier_id, kind, organisation, coalesce(actor, '')) where until_day is null and until_at is null and withdrawn_at is null;

insert into relation (id, dossier_id, kind, organisation, from_day, entry_id)
select gen_random_uuid(), d.id, 'aanmelder', d.organisation, d.opened_on, d.entry_id from dossier d;

-- The relations of new dossiers: who applied, who judges, and who will care.
create function relate(dossiers uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
    insert into relation (id, dossier_id, kind, organisation, from_day, after_days, entry_id)
    select gen_random_uuid(), d.id, 'aanmelder', d.organisation, d.opened_on, coalesce((select max(p.after_days) from party p where p.programme = d.programme), 0), d.entry_id
    from dossier d where d.id = any(dossiers)
    on conflict do nothing;
    insert into relation (id, dossier_id, kind, organisation, from_day, after_days, entry_id)
    select gen_random_uuid(), d.id, k.kind, p.organisation, case when k.kind = 'intake' then d.opened_on
            else (select min(h.held_on) from held_place h where h.dossier_id = d.id) end, p.after_days, d.entry_id
    from dossier d join party p on p.programme = d.programme and p.role = 'intake', (values ('intake'), ('zorg')) k(kind)
    where d.id = any(dossiers)
    on conflict do nothing;
$$;
revoke all on function relate(uuid[]) from public;
grant execute on function relate(uuid[]) to flex_app;

-- What the programme files say now, in the place of what they said; the system's alone.
create function set_parties(of_programmes text[], programmes text[], organisations text[], roles text[], after int[], entry uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if current_setting('flex.role', true) is distinct from 'systeem' then
        raise exception 'only the system sets who takes part' using errcode = '42501';
    end if;
    -- Two starts at once say the same one after the other; who reads is not held up.
    lock table party in share row exclusive mode;
    delete from party where programme = any(of_programmes);
    insert into party (programme, organisation, role, after_days, entry_id) select p, o, r, a, entry from unnest(programmes, organisations, roles, after) t(p, o, r, a);
end $$;
revoke all on function set_parties(text[], text[], text[], text[], int[], uuid) from public;
grant execute on function set_parties(text[], text[], text[], text[], int[], uuid) to flex_app;

-- Who gives the care reaches the family from the day there is a place, and again when there is one again.
create function place_begins_care() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update relation r set from_day = a.held_on, entry_id = a.entry_id from are a
        where r.dossier_id = a.dossier_id and r.kind = 'zorg' and r.from_day is null and r.until_day is null and a.state in ('gereserveerd', 'bevestigd');
    return null;
end $$;
create trigger begins_care after insert on held_place referencing new table as are for each statement execute function place_begins_care();
create trigger begins_care_again after update on held_place referencing new table as are for each statement execute function place_begins_care();

-- At the end of a dossier every relation but that of who keeps the record ends, after the programme's window for after-care; opened again it goes on.
create function end_relations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update relation r set until_day = greatest(e.ended_on + r.after_days, r.from_day), ended_because = 'dossier beëindigd', entry_id = e.entry_id
        from ended e where r.dossier_id = e.dossier_id and r.kind not in ('intake', 'nood') and r.until_day is null and r.from_day is not null;
    return null;
end $$;
create trigger ends_relations after insert on dossier_end referencing new table as ended for each statement execute function end_relations();

create function resume_relations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update relation r set until_day = null, ended_because = null
        from are a where r.dossier_id = a.dossier_id and a.reopened_on is not null and r.ended_because = 'dossier beëindigd'
            and not exists (select from relation o where o.dossier_id = r.dossier_id and o.kind = r.kind and o.organisation = r.organisation and coalesce(o.actor, '') = coalesce(r.actor, '')
                and o.until_day is null and o.until_at is null);
    return null;
end $$;
create trigger resumes_relations after update on dossier_end referencing new table as are for each statement execute function resume_relations();

-- ───────────────────────── who may, second net ─────────────────────────
-- Written apart from the policy in the code (Flex.Domain/Trust), on purpose: the two must agree, and a test holds them side by side.

-- The system itself only: no role sees all families.
create or replace function sees_all_families() returns boolean
language sql stable as $$ select current_setting('flex.role', true) = 'systeem' $$;

create function reaching_kinds() returns text[]
language sql stable as $$
    select case current_setting('flex.role', true)
        when 'verloskundige' then array['aanmelder', 'uitgenodigd', 'nood']
        when 'intaker' then array['intake', 'nood']
        when 'coordinator' then array['intake', 'nood']
        when 'kraamverzorgende' then array['zorg', 'uitgenodigd', 'nood']
        when 'jgz' then array['aanmelder', 'overdracht', 'uitgenodigd', 'nood']
        else '{}' end
$$;

create function flex_day() returns date language sql stable as $$ select nullif(current_setting('flex.day', true), '')::date $$;
create function flex_instant() returns timestamptz language sql stable as $$ select nullif(current_setting('flex.instant', true), '')::timestamptz $$;

-- What this very transaction opened may be filled by it, and not be read.
create function opened_now(of_dossier uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from dossier d join journal.entry e on e.id = d.entry_id and e.xid = pg_current_xact_id() where d.id = of_dossier)
$$;
create function assessed_now(of_assessment uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from assessment a where a.id = of_assessment and opened_now(a.dossier_id))
$$;

-- Who judges a request writes what follows from it: the decision, the place and the message, of that family and no other.
create function judges_now(of_dossier uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select current_setting('flex.role', true) = 'programmabureau'
        and exists (select from override_request o where o.dossier_id = of_dossier and (o.state = 'wacht' or o.judge = current_setting('flex.actor', true)))
$$;
revoke all on function opened_now(uuid), assessed_now(uuid), judges_now(uuid) from public;
grant execute on function opened_now(uuid), assessed_now(uuid), judges_now(uuid) to flex_app;

-- Of the organisation that judges this family and keeps her record; asked here, because a policy on relations cannot ask the dossier, which asks them.
create function keeps_record(of_dossier uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select current_setting('flex.role', true) in ('intaker', 'coordinator') and exists (
        select from relation i where i.dossier_id = of_dossier and i.kind = 'intake' and i.organisation = current_setting('flex.organisation', true)
            and i.from_day is not null and i.until_day is null and i.withdrawn_at is null)
$$;
revoke all on function keeps_record(uuid) from public;
grant execute on function keeps_record(uuid) to flex_app;

alter table relation enable row level security;
alter table party enable row level security;
create policy party_all on party for select using ((select coalesce(current_setting('flex.role', true), '') <> ''));
-- The own organisation's relations; those of others with a family are asked of involved().
create policy relation_own on relation for select using ((select sees_all_families()) or organisation = (select current_setting('flex.organisation', true)));
-- Who keeps the record of a family asks others in; nobody gives himself a relation, and what ended is never made longer.
create policy relation_made on relation for insert with check ((select sees_all_families())
    or kind in ('overdracht', 'uitgenodigd') and keeps_record(dossier_id));
-- JGZ answers what was offered to it, once.
create policy relation_answered on relation for update
    using (kind = 'overdracht' and (select current_setting('flex.role', true)) = 'jgz' and organisation = (select current_setting('flex.organisation', true)) and from_day is null and until_day is null)
    with check (kind = 'overdracht' and organisation = (select current_setting('flex.organisation', true)));

alter policy dossier_seen on dossier using ((select sees_all_families()) or exists (
    select from relation r where r.dossier_id = dossier.id and r.organisation = (select current_setting('flex.organisation', true))
        and r.kind = any ((select reaching_kinds())::text[])
        and (r.role is null or r.role = (select current_setting('flex.role', true)))
        and (r.actor is null or r.actor = (select current_setting('flex.actor', true)))
        and r.from_day is not null and (r.until_day is null or r.until_day >= (select flex_day()))
        and (r.until_at is null or r.until_at > (select flex_instant())) and r.withdrawn_at is null));

do $$
declare t text;
begin
    foreach t in array array['mother', 'residence', 'insurance', 'application', 'assessment', 'decision', 'care_entry', 'response', 'mother_name_part', 'safe_contact',
        'pillar_application', 'provision', 'fact_check', 'told', 'override_request', 'held_place', 'birth', 'dossier_end', 'resemblance', 'waiting_check'] loop
        execute format('alter policy %I on %I with check ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id) or opened_now(dossier_id)%s)',
            t || '_made', t, case when t in ('decision', 'held_place') then ' or judges_now(dossier_id)' else '' end);
    end loop;
    -- A message about no dossier goes to who is invited to an account, and that is done by who manages accounts.
    alter policy outgoing_mail_made on outgoing_mail with check ((select sees_all_families()) or dossier_id is null and (select current_setting('flex.role', true)) = 'beheerder'
        or dossier_id is not null and (exists (select from dossier d where d.id = dossier_id) or opened_now(dossier_id) or judges_now(dossier_id)));
    alter policy assessment_factor_made on assessment_factor with check ((select sees_all_families()) or exists (select from assessment a where a.id = assessment_id) or assessed_now(assessment_id));
    alter policy likely_duplicate_all on likely_duplicate with check ((select current_setting('flex.role', true) in ('intaker', 'coordinator', 'systeem')));
    alter policy birth_child_made on birth_child with check ((select sees_all_families()) or exists (select from birth b where b.id = birth_id));
    alter policy resemblance_seen on resemblance using ((select sees_all_families())
        or (select current_setting('flex.role', true) in ('intaker', 'coordinator')) and exists (select from dossier d where d.id = dossier_id)
        or (exists (select from dossier d where d.id = dossier_id and d.organisation = (select current_setting('flex.organisation', true)))
            and exists (select from dossier d where d.id = resembles and d.organisation = (select current_setting('flex.organisation', true)))));
    alter policy resemblance_settled on resemblance using ((select current_setting('flex.role', true) in ('intaker', 'coordinator')) and exists (select from dossier d where d.id = dossier_id));
    alter policy work_item_seen on work_item using ((select sees_all_families())
        or role = 'programmabureau' and (select current_setting('flex.role', true)) = 'programmabureau'
        or ((select current_setting('flex.role', true) in ('intaker', 'coordinator', 'kraamverzorgende')) or role = (select current_setting('flex.role', true)))
            and (kind <> 'dubbel-beoordelen' or (select current_setting('flex.role', true) in ('intaker', 'coordinator')))
            and exists (select from dossier d where d.id = dossier_id));
end $$;

-- A message about no dossier (the proof of an address) can fail as well: the office sees that, and sends it again.
create policy outgoing_mail_office on outgoing_mail for select using (dossier_id is null and (select current_setting('flex.role', true)) in ('intaker', 'coordinator'));
create policy outgoing_mail_office_sends on outgoing_mail for update using (dossier_id is null and (select current_setting('flex.role', true)) in ('intaker', 'coordinator'));

-- What a family answered is hers: of the people only who fills in a list with her, and reaches her, gets at it; hidden or not.
alter policy answer_seen on answer using ((select sees_all_families()) or (select sees_hidden_answers()) and exists (select from response r where r.id = response_id));

-- Every single hour with who gave it and what was noted: for who gives and keeps the care. Who follows from afar gets the sums.
create policy care_entry_class on care_entry as restrictive for select
    using ((select current_setting('flex.role', true)) in ('systeem', 'intaker', 'coordinator', 'kraamverzorgende'));
create function care_sums(of_dossier uuid) returns table (pillar int, first date, last date, quarters int)
language sql stable security definer set search_path = public, pg_temp as $$
    select pillar, min(day), max(day), sum(quarters)::int from care_entry where dossier_id = of_dossier group by pillar
$$;
revoke all on function care_sums(uuid) from public;
grant execute on function care_sums(uuid) to flex_app;

-- Everybody who stands or stood in a relation with a family, for who reaches it.
create function involved(of_dossier uuid) returns setof relation
language sql stable security definer set search_path = public, pg_temp as $$ select * from relation where dossier_id = of_dossier $$;
revoke all on function involved(uuid) from public;
grant execute on function involved(uuid) to flex_app;

alter table outgoing_mail drop constraint outgoing_mail_audience_check, add constraint outgoing_mail_audience_check check (audience in ('aanmelder', 'gezin', 'controle', 'toezicht'));

-- Breaks the glass: for whoever asks and nobody else, in a care role, an hour long. The only way to such a relation; sent twice it counts once.
create function break_glass(of_act uuid, of_dossier uuid, of_name text, because text, entry uuid) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if cardinality(reaching_kinds()) = 0 or coalesce(because, '') = '' then
        raise exception 'only who cares breaks the glass, with a reason' using errcode = '42501';
    end if;
    insert into relation (id, dossier_id, kind, organisation, role, actor, actor_name, from_day, until_at, reason, entry_id)
    values (of_act, of_dossier, 'nood', current_setting('flex.organisation'), current_setting('flex.role'), current_setting('flex.actor'), of_name, flex_day(), flex_instant() + interval '1 hour', because, entry)
    on conflict (id) do nothing;
    return flex_instant() + interval '1 hour';
end $$;
revoke all on function break_glass(uuid, uuid, text, text, uuid) from public;
grant execute on function break_glass(uuid, uuid, text, text, uuid) to flex_app;

-- Ends a relation of whatever organisation; for who keeps the record of that family only.
create function end_relation(of_relation uuid, on_day date, because text, entry uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended int;
begin
    update relation r set until_day = greatest(on_day, coalesce(r.from_day, on_day)), withdrawn_at = flex_instant(), ended_because = because, entry_id = entry
    where r.id = of_relation and r.until_day is null and r.kind <> 'intake' and keeps_record(r.dossier_id);
    get diagnostics ended = row_count;
    return ended;
end $$;
revoke all on function end_relation(uuid, date, text, uuid) from public;
grant execute on function end_relation(uuid, date, text, uuid) to flex_app;

do $$
declare t text;
begin
    foreach t in array array['party', 'relation'] loop
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
end $$;
revoke insert on party from flex_app;
grant update (from_day, until_day, ended_because, entry_id) on relation to flex_app;
grant execute on function reaching_kinds(), flex_day(), flex_instant() to flex_app;

-- ───────────────────────── who is coming, for JGZ ─────────────────────────

-- The own, minimal form of JGZ: who has a place in a programme in which this organisation is JGZ, until she took the family over. No class, no
-- factor, no decision. How to reach only as the family said; the telephone only when she may be called.
create function coming_families(today date, after_day date, after_id uuid)
returns table (dossier_id uuid, name text, due_on date, means text[], at_moment text, telephone text, casemanager text, offered_on date, relation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select d.id, m.name, coalesce(b.born_on, a.birth_date, a.due_date), c.means, c.at_moment, case when 'telefoon' = any(c.means) then m.telephone end,
           (select x.decided_by from current_decision x where x.dossier_id = d.id order by x.decided_on desc, x.id desc limit 1), h.offered_on, h.id
    from party p join dossier d on d.programme = p.programme join mother m on m.dossier_id = d.id join application a on a.dossier_id = d.id
    left join current_birth b on b.dossier_id = d.id
    left join lateral (select s.means, s.at_moment from safe_contact s where s.dossier_id = d.id order by s.id desc limit 1) c on true
    left join lateral (select r.id, r.offered_on from relation r where r.dossier_id = d.id and r.kind = 'overdracht' and r.organisation = p.organisation and r.from_day is null and r.until_day is null limit 1) h on true
    where p.role = 'jgz' and p.organisation = current_setting('flex.organisation', true) and current_setting('flex.role', true) = 'jgz'
        and exists (select from held_place x where x.dossier_id = d.id and x.state in ('gereserveerd', 'bevestigd'))
        and not exists (select from dossier_end e where e.dossier_id = d.id and e.reopened_on is null)
        and (h.id is not null or not exists (select from relation r where r.dossier_id = d.id and r.kind = 'overdracht' and r.organisation = p.organisation))
        and (h.id is not null or b.id is null and a.birth_date is null and coalesce(a.due_date, today) >= today)
        and (coalesce(b.born_on, a.birth_date, a.due_date, date 'infinity'), d.id) > (after_day, after_id)
    order by coalesce(b.born_on, a.birth_date, a.due_date, date 'infinity'), d.id limit 51
$$;
revoke all on function coming_families(date, date, uuid) from public;
grant execute on function coming_families(date, date, uuid) to flex_app;
