-- Three consents, never mixed: to take part, to share with one named party, to be in the evaluation. An answer is a row; a later one counts in its place.

create table consent (
    id           uuid primary key,
    -- The order in which they were written: the last one counts.
    line         bigint generated always as identity,
    dossier_id   uuid not null references dossier,
    subject      text not null collate "C" check (subject in ('deelnemen', 'delen', 'evaluatie')),
    whose        text not null collate "C" check (whose in ('moeder', 'kind', 'partner')),
    party        text collate "C",
    answer       text not null collate "C" check (answer in ('ja', 'nee', 'ingetrokken')),
    text_version text not null,
    language     text not null collate "C",
    capacity     text not null collate "C" check (capacity in ('moeder', 'minderjarige', 'andere-ouder', 'voogd', 'mentor', 'partner')),
    giver        text check (length(giver) <= 200),
    channel      text not null collate "C",
    interpreter  boolean not null,
    said_on      date not null,
    -- Of the child: nobody else has authority.
    only_mother  boolean,
    said_by      text not null,
    act_id       uuid not null,
    entry_id     uuid not null,
    check ((subject = 'delen') = (party is not null)),
    check (subject = 'evaluatie' or whose = 'moeder'),
    check ((capacity = 'partner') = (whose = 'partner')),
    check (capacity <> 'andere-ouder' or whose = 'kind'),
    constraint consent_once unique (act_id)
);
create index consent_by_dossier on consent (dossier_id, line);

-- ───────────────────────── the evaluation ─────────────────────────

-- Whether families that nobody asked count; written from the programme files at every start (Data/Tables/Parties).
create table evaluation_rule (
    programme      text primary key collate "C",
    without_answer boolean not null,
    entry_id       uuid not null
);

-- What the answers of a family come to; follows by trigger only.
create table evaluation_choice (
    dossier_id uuid not null references dossier,
    whose      text not null collate "C",
    takes_part boolean not null,
    entry_id   uuid not null,
    primary key (dossier_id, whose)
);

create function evaluation_of(of_dossier uuid, of_whose text) returns boolean
language sql stable set search_path = public, pg_temp as $$
    select case
        when m.answer is null and o.answer is null then null
        when o.answer is not null and o.answer <> 'ja' then false
        when m.answer = 'ja' then of_whose <> 'kind' or coalesce(m.only_mother, false) or o.answer is not null
        else false end
    from (select 1) one
    left join lateral (select c.answer, c.only_mother from consent c where c.dossier_id = of_dossier and c.subject = 'evaluatie' and c.whose = of_whose and c.capacity <> 'andere-ouder' order by c.line desc limit 1) m on true
    left join lateral (select c.answer from consent c where c.dossier_id = of_dossier and c.subject = 'evaluatie' and c.whose = of_whose and c.capacity = 'andere-ouder' order by c.line desc limit 1) o on true
$$;

create function consent_follows() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into evaluation_choice (dossier_id, whose, takes_part, entry_id)
    select distinct on (s.dossier_id, s.whose) s.dossier_id, s.whose, evaluation_of(s.dossier_id, s.whose), s.entry_id from said s where s.subject = 'evaluatie' order by s.dossier_id, s.whose, s.line desc
    on conflict (dossier_id, whose) do update set takes_part = excluded.takes_part, entry_id = excluded.entry_id;

    -- Who was let in by that consent only sees nothing more from this instant on.
    update relation r set until_day = greatest(s.said_on, r.from_day), withdrawn_at = coalesce(flex_instant(), now()), ended_because = 'toestemming om te delen ingetrokken', entry_id = s.entry_id
        from said s where s.subject = 'delen' and s.answer <> 'ja' and r.dossier_id = s.dossier_id and r.organisation = s.party and r.kind = 'uitgenodigd' and r.basis = 'toestemming' and r.until_day is null;
    return null;
end $$;
create trigger follows after insert on consent referencing new table as said for each statement execute function consent_follows();

-- A family that withdraws takes its consent to take part back in the same act.
create function end_withdraws_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into consent (id, dossier_id, subject, whose, answer, text_version, language, capacity, giver, channel, interpreter, said_on, said_by, act_id, entry_id)
    select gen_random_uuid(), e.dossier_id, 'deelnemen', 'moeder', 'ingetrokken', c.text_version, c.language, c.capacity, c.giver, c.channel, c.interpreter, e.ended_on, e.ended_by, gen_random_uuid(), e.entry_id
    from ended e cross join lateral (select * from consent x where x.dossier_id = e.dossier_id and x.subject = 'deelnemen' order by x.line desc limit 1) c
    where e.how = 'ingetrokken' and c.answer = 'ja';
    return null;
end $$;
create trigger withdraws_consent after insert on dossier_end referencing new table as ended for each statement execute function end_withdraws_consent();

-- ───────────────────────── sharing ─────────────────────────

-- On what an organisation was asked in: being directly involved (BW 7:457, no consent needed) or the family's consent.
alter table relation add column basis text not null default 'betrokken' collate "C" check (basis in ('betrokken', 'toestemming'));
grant insert (basis) on relation to flex_app;

create function shares(of_dossier uuid, with_party text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select c.answer = 'ja' from consent c where c.dossier_id = of_dossier and c.subject = 'delen' and c.party = with_party order by c.line desc limit 1), false)
$$;
revoke all on function shares(uuid, text) from public;
grant execute on function shares(uuid, text) to flex_app;

create function refuse_without_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from begun b where b.basis = 'toestemming' and not shares(b.dossier_id, b.organisation)) then
        raise exception 'no consent to share with this party' using errcode = '23514', constraint = 'relation_with_consent';
    end if;
    return null;
end $$;
create trigger asks_consent after insert on relation referencing new table as begun for each statement execute function refuse_without_consent();

-- ───────────────────────── who may ─────────────────────────

alter table consent enable row level security;
alter table evaluation_choice enable row level security;
alter table evaluation_rule enable row level security;
create policy consent_seen on consent for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy consent_made on consent for insert with check ((select sees_all_families())
    or (select current_setting('flex.role', true)) in ('verloskundige', 'kraamverzorgende', 'intaker', 'coordinator') and exists (select from dossier d where d.id = dossier_id));
create policy evaluation_rule_all on evaluation_rule for select using ((select coalesce(current_setting('flex.role', true), '') <> ''));
create policy evaluation_rule_set on evaluation_rule for insert with check ((select current_setting('flex.role', true)) = 'systeem');
create policy evaluation_rule_changed on evaluation_rule for update using ((select current_setting('flex.role', true)) = 'systeem');

create trigger journaled before insert or update or delete on consent for each statement execute function journal.require_entry();
create trigger journaled before insert or update or delete on evaluation_choice for each statement execute function journal.require_entry();
create trigger journaled before insert or update or delete on evaluation_rule for each statement execute function journal.require_entry();
grant select, insert on consent to flex_app;
grant select, insert, update on evaluation_rule to flex_app;

-- ───────────────────────── what is counted ─────────────────────────

-- Who is in the evaluation. Every view for figures rests on it, so no figure can count who is not.
create view stats.evaluated as
select d.id as dossier_id, d.programme
from public.dossier d
left join public.evaluation_choice c on c.dossier_id = d.id and c.whose = 'moeder'
left join public.evaluation_rule r on r.programme = d.programme
where coalesce(c.takes_part, r.without_answer, false)
  and not exists (select from public.dossier_end e where e.dossier_id = d.id and e.how = 'dubbel' and e.reopened_on is null);

create or replace view stats.dossier as
select d.id as dossier_id, d.programme, a.received_on as applied_on, case when a.jointly then 'gezamenlijk' else a.applicant end as applicant, a.helpers, a.first_pregnancy,
       r.municipality, i.concern as insurer_concern, s.class, s.factor_count
from stats.evaluated v
join public.dossier d on d.id = v.dossier_id
join public.application a on a.dossier_id = d.id
left join lateral (select municipality from public.residence x where x.dossier_id = d.id and x.during @> a.received_on) r on true
left join lateral (select concern from public.insurance x where x.dossier_id = d.id and x.during @> a.received_on) i on true
left join lateral (select coalesce(set_class, class) as class, factor_count from public.assessment x where x.dossier_id = d.id order by x.assessed_on, x.id limit 1) s on true;

create or replace view stats.factor as
select a.dossier_id, f.factor, f.state
from public.assessment_factor f
join public.assessment a on a.id = f.assessment_id
join stats.evaluated v on v.dossier_id = a.dossier_id
where f.leaf and f.state in ('aanwezig', 'niet-wegend')
  and a.id = (select x.id from public.assessment x where x.dossier_id = a.dossier_id order by x.assessed_on, x.id limit 1);

create or replace view stats.decision as
select d.dossier_id, d.pillar, d.outcome, d.decided_on from public.decision d join stats.evaluated v on v.dossier_id = d.dossier_id
where not exists (select from public.decision n where n.replaces = d.id);

create or replace view stats.care as
select c.dossier_id, c.pillar, c.day, c.quarters from public.care_entry c join stats.evaluated v on v.dossier_id = c.dossier_id;

create or replace view stats.response as
select r.id as response_id, r.dossier_id, r.questionnaire, r.version, r.filled_on from public.response r join stats.evaluated v on v.dossier_id = r.dossier_id where r.state = 'klaar';

create or replace view stats.answer as
select a.response_id, a.item, a.answer from public.answer a join public.response r on r.id = a.response_id join stats.evaluated v on v.dossier_id = r.dossier_id
where r.state = 'klaar' and a.answer <> '';

grant select on stats.evaluated to flex_stats;
