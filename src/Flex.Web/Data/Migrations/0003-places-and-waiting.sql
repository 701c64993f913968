-- A free place shows itself to who may offer it; an end is asked when somebody can know it; a reopened dossier is looked at again.

-- ───────────────────────── a place that came free ─────────────────────────

-- free_since: the day on which the first of the free places came free; null when none is, or when the pillar was never full.
-- What the programme decides about offering stands beside its number of places, so that one query finds who is first.
alter table place
    add column free_since    date,
    add column offer_within  int  not null default 0 check (offer_within >= 0),
    add column waiting_order text not null default 'aanmelddatum' collate "C" check (waiting_order in ('aanmelddatum', 'uitgerekende-datum'));
grant update (free_since, offer_within, waiting_order) on place to flex_app;

create or replace function count_places() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed record;
begin
    if tg_op = 'UPDATE' then
        if exists (select from were w join are a on a.id = w.id where holds_place(a.state) and not holds_place(w.state)) then
            raise exception 'a place that was given back is not taken again: hold a new one' using errcode = 'FX004';
        end if;
        if exists (select from were w join are a on a.id = w.id where w.state = 'aangeboden' and a.state in ('gereserveerd', 'bevestigd')) then
            update held_place h set returned_quarters = 0 from are a join were w on w.id = a.id
                where w.state = 'aangeboden' and a.state in ('gereserveerd', 'bevestigd')
                  and h.dossier_id = a.dossier_id and h.pillar = a.pillar and h.id <> a.id and h.returned_quarters > 0;
        end if;
        for changed in
            select programme, pillar, sum(n)::int as number, max(ended_on) as freed_on from (
                select programme, pillar, count(*) n, max(ended_on) as ended_on from are where holds_place(state) group by 1, 2
                union all select w.programme, w.pillar, -count(*), max(a.ended_on) from were w join are a on a.id = w.id where holds_place(w.state) group by 1, 2) x
            group by 1, 2 having sum(n) <> 0 order by 1, 2
        loop
            update place set taken = taken + changed.number,
                    free_since = case when taken + changed.number >= capacity then null when taken >= capacity then changed.freed_on else free_since end
                where programme = changed.programme and pillar = changed.pillar;
        end loop;
    else
        if exists (select from are a join override_request o on o.dossier_id = a.dossier_id and o.pillar = a.pillar and o.state = 'wacht' where a.state = 'aangeboden') then
            raise exception 'no place is offered while an override waits' using errcode = 'FX006', constraint = 'override_asked_once';
        end if;
        -- The hours that came back are given out again with a new place: they are not counted twice.
        update held_place h set returned_quarters = 0 from are a
            where h.dossier_id = a.dossier_id and h.pillar = a.pillar and h.id <> a.id and h.returned_quarters > 0 and a.state <> 'aangeboden';
        for changed in select programme, pillar, count(*)::int as number from are where holds_place(state) group by 1, 2 order by 1, 2
        loop
            update place set taken = taken + changed.number, free_since = case when taken + changed.number < capacity then free_since end
                where programme = changed.programme and pillar = changed.pillar;
            if not found then
                raise exception 'no places are set for pillar % of %', changed.pillar, changed.programme using errcode = 'FX003';
            end if;
        end loop;
    end if;
    return null;
end $$;

-- The two days by which a programme can order its waiting families; of the work 'wachtlijst' alone.
alter table work_item add column applied_on date, add column expected_on date;
create index work_item_waiting_applied on work_item (part, applied_on, dossier_id) where done_on is null and kind = 'wachtlijst';
create index work_item_waiting_expected on work_item (part, expected_on, dossier_id) where done_on is null and kind = 'wachtlijst';

create function waiting_days(of_dossier uuid, of_pillar int) returns table (applied_on date, expected_on date)
language sql stable set search_path = public, pg_temp as $$
    select coalesce(q.applied_on, a.received_on), coalesce(b.born_on, a.birth_date, a.due_date, date '9999-12-31')
    from application a left join pillar_application q on q.dossier_id = a.dossier_id and q.pillar = of_pillar left join current_birth b on b.dossier_id = a.dossier_id
    where a.dossier_id = of_dossier
$$;

-- Whom a free place is to be offered to now: per pillar the first who waits and about whom no override is asked. Since: the day on which both
-- a place was free and the family waited. Until: as long after as every other step may take; earlier when the family's own day lies before it.
-- Asked anew by each list, so that it holds whichever dossier gave the place back or took it.
create function offers_due() returns table (dossier_id uuid, pillar int, since date, until date)
language sql stable security definer set search_path = public, pg_temp as $$
    select f.dossier_id, p.pillar, s.since, greatest(s.since, least(f.until, s.since + p.offer_within))
    from place p
    cross join lateral (
        (select w.dossier_id, w.since, w.until from work_item w join dossier d on d.id = w.dossier_id and d.programme = p.programme
         where p.waiting_order = 'aanmelddatum' and w.done_on is null and w.kind = 'wachtlijst' and w.part = p.pillar
           and not exists (select from override_request o where o.dossier_id = w.dossier_id and o.pillar = w.part and o.state = 'wacht')
         order by w.applied_on, w.dossier_id limit 1)
        union all
        (select w.dossier_id, w.since, w.until from work_item w join dossier d on d.id = w.dossier_id and d.programme = p.programme
         where p.waiting_order = 'uitgerekende-datum' and w.done_on is null and w.kind = 'wachtlijst' and w.part = p.pillar
           and not exists (select from override_request o where o.dossier_id = w.dossier_id and o.pillar = w.part and o.state = 'wacht')
         order by w.expected_on, w.dossier_id limit 1)) f
    cross join lateral (select greatest(p.free_since, f.since) as since) s
    where p.taken < p.capacity
$$;
revoke all on function waiting_days(uuid, int), offers_due() from public;
grant execute on function waiting_days(uuid, int), offers_due() to flex_app;

-- ───────────────────────── what is open ─────────────────────────

-- As in 0002, but: facts are confirmed again after a dossier was opened again (part 1); a dossier is closed a term after care can last,
-- so that the list at half a year comes first; and where a file told everything, not before the file came: it names no end, and nobody here could close it earlier.
create or replace function open_work(dossiers uuid[], decide_days int[], other_days int, care_months int)
returns table (dossier_id uuid, kind text, part int, role text, since date, until date)
language sql stable set search_path = public, pg_temp as $$
    with d as (
        select x.id, a.received_on, a.pillars, a.channel, a.due_date, coalesce(b.born_on, a.birth_date) as born_on, b.id as birth_id,
               coalesce(b.born_on, a.birth_date, a.due_date, a.received_on) as around
        from dossier x join application a on a.dossier_id = x.id left join current_birth b on b.dossier_id = x.id
        where x.id = any(dossiers) and not exists (select from dossier_end e where e.dossier_id = x.id and e.reopened_on is null)
    ), p as (
        select d.*, n as pillar, coalesce(q.applied_on, d.received_on) as applied_on, c.id as decision_id, c.outcome, c.decided_on, c.from_file,
               h.state as held, h.held_on, h.until as held_until, o.requested_on,
               (select max(l.ended_on) from held_place l where l.dossier_id = d.id and l.pillar = n) as lapsed_on
        from d cross join unnest(d.pillars) n
        left join pillar_application q on q.dossier_id = d.id and q.pillar = n
        left join current_decision c on c.dossier_id = d.id and c.pillar = n
        left join held_place h on h.dossier_id = d.id and h.pillar = n and holds_place(h.state)
        left join override_request o on o.replaces = c.id and o.state = 'wacht'
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
    union all select p.id, 'uitslag-vertellen', p.pillar, 'intaker', p.decided_on, p.decided_on + other_days
        from p where p.outcome is not null and not p.from_file and p.requested_on is null and not exists (select from told t where t.decision_id = p.decision_id)
    union all select p.id, 'plaats-bevestigen', p.pillar, 'coordinator', p.held_on, coalesce(p.held_until, greatest(p.around, p.held_on)) from p where p.held = 'gereserveerd'
    union all select p.id, 'aanbod-beantwoorden', p.pillar, 'intaker', p.held_on, coalesce(p.held_until, p.held_on + other_days) from p where p.held = 'aangeboden'
    union all select p.id, 'wachtlijst', p.pillar, 'coordinator', p.decided_on, greatest(p.around, p.decided_on) from p where p.outcome = 'wachtlijst' and p.held is null
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
        from p cross join lateral (select max(greatest(x.decided_on, case when x.from_file then made_on(x.id) end)) as since from p x where x.id = p.id) c group by p.id, c.since having bool_and(coalesce(p.outcome = 'afgewezen' or p.outcome = 'toegelaten' and p.held is null and pillar_done(p.id, p.pillar), false) and p.requested_on is null)
    union all select m.dossier_id, 'bericht-mislukt', 0, 'intaker', min(m.queued_at at time zone 'Europe/Amsterdam')::date, min(m.queued_at at time zone 'Europe/Amsterdam')::date + other_days
        from outgoing_mail m join d on d.id = m.dossier_id where m.state = 'mislukt' group by m.dossier_id
$$;

create or replace function refresh_work(dossiers uuid[], decide_days int[], other_days int, care_months int, today date, entry uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
    with wanted as materialized (
        select o.*, k.applied_on, k.expected_on from open_work(dossiers, decide_days, other_days, care_months) o
        left join lateral (select * from waiting_days(o.dossier_id, o.part) where o.kind = 'wachtlijst') k on true
    ), closed as (
        update work_item w set done_on = today, entry_id = entry where w.dossier_id = any(dossiers) and w.done_on is null
            and not exists (select from wanted n where n.dossier_id = w.dossier_id and n.kind = w.kind and n.part = w.part)
    )
    insert into work_item (dossier_id, kind, part, role, since, until, applied_on, expected_on, entry_id)
    select n.*, entry from wanted n
    on conflict (dossier_id, kind, part) where done_on is null do update
        set role = excluded.role, since = excluded.since, until = excluded.until, applied_on = excluded.applied_on, expected_on = excluded.expected_on
    where (work_item.role, work_item.since, work_item.until, work_item.applied_on, work_item.expected_on)
        is distinct from (excluded.role, excluded.since, excluded.until, excluded.applied_on, excluded.expected_on)
$$;

-- What was open before this migration, brought in line; no journal line explains a row that only gets a date by which it is found.
alter table work_item disable trigger journaled;
update work_item w set (applied_on, expected_on) = (select k.applied_on, k.expected_on from waiting_days(w.dossier_id, w.part) k) where w.kind = 'wachtlijst' and w.done_on is null;
update work_item w set since = c.since, until = c.since + (w.until - w.since)
from (select x.id, greatest(
          x.since + case when exists (select from held_place h where h.dossier_id = x.dossier_id and holds_place(h.state)) then x.until - x.since else 0 end,
          case when a.channel = 'bestand' and not exists (select from birth b where b.dossier_id = x.dossier_id)
              and not exists (select from decision e where e.dossier_id = x.dossier_id and not e.from_file) then made_on(x.dossier_id) end) as since
      from work_item x join application a on a.dossier_id = x.dossier_id where x.kind = 'afsluiten' and x.done_on is null) c
where c.id = w.id;
alter table work_item enable trigger journaled;

-- ───────────────────────── giving back a place ─────────────────────────

-- Who wanted a granted place to be given back: the family, or the care was over. Anything else is an override. Null: before this was asked, a lapse or an end.
alter table held_place add column asked_by text collate "C" check (asked_by in ('gezin', 'zorg-klaar'));
grant update (asked_by) on held_place to flex_app;
