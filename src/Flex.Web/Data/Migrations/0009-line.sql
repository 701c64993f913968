-- Who waits asks nothing of anybody until a place is free or its own day comes; a request that went back asks somebody to look again.

-- ───────────────────────── a request that went back ─────────────────────────

-- Who looked again at a request that went back and left the decision as it was; otherwise it is asked anew.
alter table override_request
    add column kept_on      date,
    add column kept_by      text,
    add column kept_because text check (length(kept_because) between 1 and 2000),
    add column kept_act     uuid unique,
    add constraint override_kept_whole check ((kept_on is null) = (kept_by is null) and (kept_on is null) = (kept_because is null) and (kept_on is null) = (kept_act is null)),
    add constraint override_kept_when_returned check (kept_on is null or state = 'teruggegeven');
grant update (kept_on, kept_by, kept_because, kept_act) on override_request to flex_app;

-- Of two who leave it at once, and of one who does while another asks anew or decides, the first counts.
create function keep_once() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if old.kept_on is not null or exists (select from override_request o where o.replaces = old.replaces and (o.requested_on, o.id) > (old.requested_on, old.id))
        or exists (select from decision d where d.replaces = old.replaces) then
        raise exception 'somebody looked at this request before' using errcode = 'FX006', constraint = 'override_asked_once';
    end if;
    return null;
end $$;
create trigger kept_once after update of kept_on on override_request for each row execute function keep_once();

-- ───────────────────────── a family that waits ─────────────────────────

-- Somebody asked the family and there was no place yet: it still waits.
create table waiting_check (
    id         uuid primary key,
    dossier_id uuid not null references dossier,
    pillar     int  not null,
    checked_on date not null,
    checked_by text not null,
    act_id     uuid not null unique,
    entry_id   uuid not null
);
create index waiting_check_by_dossier on waiting_check (dossier_id, pillar, checked_on);
create trigger open_only after insert on waiting_check referencing new table as are for each statement execute function refuse_when_ended();
create trigger journaled before insert or update or delete on waiting_check for each statement execute function journal.require_entry();
alter table waiting_check enable row level security;
create policy waiting_check_seen on waiting_check for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy waiting_check_made on waiting_check for insert with check ((select coalesce(current_setting('flex.role', true), '') <> ''));
grant select, insert on waiting_check to flex_app;

-- Waiting begins as work on a day to come, as a birth does: lists walk those apart (Data/WorkItems).
drop index work_item_begun, work_item_ahead;
create index work_item_begun on work_item (role, until, id) include (since) where done_on is null and kind not in ('geboorte-registreren', 'gegevens-bevestigen', 'afsluiten', 'wachtlijst');
create index work_item_ahead on work_item (role, until, id) include (since) where done_on is null and kind in ('geboorte-registreren', 'gegevens-bevestigen', 'afsluiten', 'wachtlijst');

-- As in 0003, but since when a family waits is said by its decision: the work of it begins later.
create or replace function offers_due() returns table (dossier_id uuid, pillar int, since date, until date)
language sql stable security definer set search_path = public, pg_temp as $$
    select f.dossier_id, p.pillar, s.since, greatest(s.since, least(f.since, s.since + p.offer_within))
    from place p
    cross join lateral (
        (select w.dossier_id, w.since from work_item w join dossier d on d.id = w.dossier_id and d.programme = p.programme
         where p.waiting_order = 'aanmelddatum' and w.done_on is null and w.kind = 'wachtlijst' and w.part = p.pillar
           and not exists (select from override_request o where o.dossier_id = w.dossier_id and o.pillar = w.part and o.state = 'wacht')
         order by w.applied_on, w.dossier_id limit 1)
        union all
        (select w.dossier_id, w.since from work_item w join dossier d on d.id = w.dossier_id and d.programme = p.programme
         where p.waiting_order = 'uitgerekende-datum' and w.done_on is null and w.kind = 'wachtlijst' and w.part = p.pillar
           and not exists (select from override_request o where o.dossier_id = w.dossier_id and o.pillar = w.part and o.state = 'wacht')
         order by w.expected_on, w.dossier_id limit 1)) f
    cross join lateral (select greatest(p.free_since, c.decided_on) as since from current_decision c where c.dossier_id = f.dossier_id and c.pillar = p.pillar) s
    where p.taken < p.capacity
$$;

-- ───────────────────────── what is open ─────────────────────────

-- As in 0003 without a search path of its own (0007), but: a request that went back is the intaker's, who looks again, and until then nobody tells or closes;
-- and a family that waits is work from its own day on (or a term after the decision, or after somebody asked last), unless a place is free before (offers_due).
create or replace function open_work(dossiers uuid[], decide_days int[], other_days int, care_months int)
returns table (dossier_id uuid, kind text, part int, role text, since date, until date)
language sql stable as $$
    with d as (
        select x.id, a.received_on, a.pillars, a.channel, a.due_date, coalesce(b.born_on, a.birth_date) as born_on, b.id as birth_id,
               coalesce(b.born_on, a.birth_date, a.due_date, a.received_on) as around
        from dossier x join application a on a.dossier_id = x.id left join current_birth b on b.dossier_id = x.id
        where x.id = any(dossiers) and not exists (select from dossier_end e where e.dossier_id = x.id and e.reopened_on is null)
    ), p as (
        select d.*, n as pillar, coalesce(q.applied_on, d.received_on) as applied_on, c.id as decision_id, c.outcome, c.decided_on, c.from_file,
               h.state as held, h.held_on, h.until as held_until, case when o.state = 'wacht' then o.requested_on end as requested_on,
               case when o.state = 'teruggegeven' and o.kept_on is null then o.judged_on end as back_on,
               (select max(l.ended_on) from held_place l where l.dossier_id = d.id and l.pillar = n) as lapsed_on
        from d cross join unnest(d.pillars) n
        left join pillar_application q on q.dossier_id = d.id and q.pillar = n
        left join current_decision c on c.dossier_id = d.id and c.pillar = n
        left join held_place h on h.dossier_id = d.id and h.pillar = n and holds_place(h.state)
        left join lateral (select r.state, r.requested_on, r.judged_on, r.kept_on from override_request r where r.dossier_id = d.id and r.replaces = c.id order by r.requested_on desc, r.id desc limit 1) o on true
    ), doubt as (
        select r.dossier_id, min(r.since) as since from d join resemblance r on r.dossier_id = d.id and r.settled_as is null group by 1
    ), holding as (
        select p.id, p.channel, p.born_on, p.birth_id, p.around, min(p.held_on) as held_on,
               (coalesce(p.born_on, p.due_date, min(p.held_on)) + make_interval(months => care_months))::date as care_until,
               case when p.channel = 'bestand' and p.birth_id is null and bool_and(p.from_file) then made_on(p.id) end as told_on
        from p where p.held in ('gereserveerd', 'bevestigd') group by p.id, p.channel, p.born_on, p.birth_id, p.around, p.due_date
    ), yearly as (
        select g.id, min(y) as y from holding g, generate_series(extract(year from g.held_on)::int + 1, extract(year from g.care_until)::int) y
        where make_date(y, 1, 1) <= g.care_until and (g.channel <> 'bestand' or make_date(y, 1, 1) > made_on(g.id)) -- a file tells of years that are over
          and not exists (select from fact_check f where f.dossier_id = g.id and f.occasion = make_date(y, 1, 1)::text)
        group by g.id
    )
    select t.dossier_id, 'dubbel-beoordelen', 0, 'intaker', t.since, t.since + other_days from doubt t
    union all select p.id, 'besluiten', p.pillar, 'intaker', p.applied_on, p.applied_on + coalesce(decide_days[p.pillar], other_days)
        from p where p.outcome is null and not exists (select from doubt t where t.dossier_id = p.id)
    union all select p.id, 'afwijking-beoordelen', p.pillar, 'programmabureau', p.requested_on, p.requested_on + other_days from p where p.requested_on is not null
    union all select p.id, 'afwijking-herzien', p.pillar, 'intaker', p.back_on, p.back_on + other_days from p where p.back_on is not null
    union all select p.id, 'uitslag-vertellen', p.pillar, 'intaker', p.decided_on, p.decided_on + other_days
        from p where p.outcome is not null and not p.from_file and p.requested_on is null and p.back_on is null and not exists (select from told t where t.decision_id = p.decision_id)
    union all select p.id, 'plaats-bevestigen', p.pillar, 'coordinator', p.held_on, coalesce(p.held_until, greatest(p.around, p.held_on)) from p where p.held = 'gereserveerd'
    union all select p.id, 'aanbod-beantwoorden', p.pillar, 'intaker', p.held_on, coalesce(p.held_until, p.held_on + other_days) from p where p.held = 'aangeboden'
    union all select p.id, 'wachtlijst', p.pillar, 'coordinator', l.since, l.since + other_days
        from p cross join lateral (select greatest(p.around, p.decided_on + other_days, (select max(k.checked_on) + other_days from waiting_check k where k.dossier_id = p.id and k.pillar = p.pillar)) as since) l
        where p.outcome = 'wachtlijst' and p.held is null
    union all select p.id, 'plaats-vervallen', p.pillar, 'coordinator', coalesce(p.lapsed_on, p.decided_on), coalesce(p.lapsed_on, p.decided_on) + other_days
        from p where p.outcome = 'toegelaten' and p.held is null and not pillar_done(p.id, p.pillar)
    union all select g.id, 'geboorte-registreren', 0, 'kraamverzorgende', greatest(g.around, g.held_on), greatest(g.around, g.held_on) + other_days from holding g where g.birth_id is null and (g.born_on is null or g.channel <> 'bestand')
    union all select g.id, 'gegevens-bevestigen', 0, 'intaker', greatest(g.born_on, g.held_on), greatest(g.born_on, g.held_on) + other_days
        from holding g where g.birth_id is not null and not exists (select from fact_check f where f.dossier_id = g.id and f.occasion = 'geboorte')
    union all select r.dossier_id, 'gegevens-bevestigen', 1, 'intaker', max(r.reopened_on), max(r.reopened_on) + other_days from dossier_end r
        where r.reopened_on is not null and exists (select from p where p.id = r.dossier_id and (p.outcome = 'wachtlijst' or p.outcome = 'toegelaten' and not (p.held is null and pillar_done(p.id, p.pillar))))
          and not exists (select from fact_check f where f.dossier_id = r.dossier_id and f.checked_on >= r.reopened_on and f.occasion <> 'geboorte-verbeterd')
        group by r.dossier_id
    union all select n.id, 'gegevens-bevestigen', n.y, 'intaker', make_date(n.y, 1, 1), make_date(n.y, 1, 1) + other_days from yearly n
    union all select f.dossier_id, 'wijziging-beoordelen', 0, 'coordinator', min(f.checked_on), min(f.checked_on) + other_days
        from fact_check f join d on d.id = f.dossier_id where f.changed <> '{}' and f.judged_on is null group by f.dossier_id
    union all select g.id, 'afsluiten', 0, 'coordinator', c.since, c.since + other_days
        from holding g cross join lateral (select greatest(g.care_until + other_days, g.held_on, g.told_on) as since) c where g.born_on is not null
    union all select p.id, 'afsluiten', 0, 'coordinator', c.since, c.since + other_days
        from p cross join lateral (select max(greatest(x.decided_on, case when x.from_file then made_on(x.id) end)) as since from p x where x.id = p.id) c group by p.id, c.since having bool_and(coalesce(p.outcome = 'afgewezen' or p.outcome = 'toegelaten' and p.held is null and pillar_done(p.id, p.pillar), false) and p.requested_on is null and p.back_on is null)
    union all select m.dossier_id, 'bericht-mislukt', 0, 'intaker', min(m.queued_at at time zone 'Europe/Amsterdam')::date, min(m.queued_at at time zone 'Europe/Amsterdam')::date + other_days
        from outgoing_mail m join d on d.id = m.dossier_id where m.state = 'mislukt' group by m.dossier_id
$$;

-- What this changes is found anew when the programme starts (OpenWork.SetMissing), which knows the terms of each programme; nobody did it in the meantime.
alter table work_item disable trigger journaled;
delete from work_item w where w.done_on is null and exists (
    select from work_item x where x.dossier_id = w.dossier_id and x.done_on is null and x.kind = 'wachtlijst'
    union all select from override_request o where o.dossier_id = w.dossier_id and o.state = 'teruggegeven');
alter table work_item enable trigger journaled;
