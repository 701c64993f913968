-- What an independent review of the copy (0019) and of the family's door (0020) found: what is withheld from the family's own page is withheld from what came of it
-- too, who signed in reads what is hers as well as her decisions, and the other parent with authority has a part of his own.

-- ───────────────────────── withheld is withheld everywhere ─────────────────────────

-- Whether a relation came of what is withheld: begun or changed on that day by that organisation. Of who was let in on such a day the line that began it may not be its last: then the day says it.
create function relation_withheld(of_relation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from relation r join log_withholding w on w.dossier_id = r.dossier_id and w.hidden_until > flex_instant()
        where r.id = of_relation and (r.kind in ('uitgenodigd', 'nood', 'overdracht') and w.day in (r.offered_on, r.from_day) or exists (select from journal.entry e
            where e.dossier_id = r.dossier_id and e.id = r.entry_id and e.organisation = w.organisation and (e.at at time zone 'Europe/Amsterdam')::date = w.day)))
$$;

-- ───────────────────────── who signed in ─────────────────────────

-- The dossier of the other parent with authority who signed in himself: the child's part, and nothing of hers.
create function family_parent() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select i.dossier_id from family_invitation i join family_session s on s.invitation_id = i.id where i.id = family_visit() and i.who = 'andere-ouder' and i.way <> 'samen' and s.level = 'hoog'
$$;

-- Which lines of a copy are withheld for a time, also when it was released before; for who may open a copy.
create function copy_lines_withheld(of_dossier uuid) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
    with held as (select organisation, day from log_withholding where dossier_id = of_dossier and hidden_until > flex_instant()
        and (keeps_record(of_dossier) or reviews_copy(of_dossier, 'vragenlijsten') or of_dossier in (family_signed_in(), family_parent()))),
    done as (select e.id, e.role, e.organisation, h.day from journal.entry e join held h on h.organisation = e.organisation and h.day = (e.at at time zone 'Europe/Amsterdam')::date
        where e.dossier_id = of_dossier or e.objects @> array[of_dossier])
    select 'gedaan:' || id from done
    union select 'inzage:' || role || '-' || organisation || '-' || day || '-' || part from done, unnest(array['dossier', 'lijst']) part
    union select 'relation:' || r.id from relation r where r.dossier_id = of_dossier and exists (select from held) and relation_withheld(r.id)
$$;

-- What a copy that was released may be read in the door: by who asked for it, of the own part. Released to be given in hand while somebody may read along, it is given in hand.
create function family_copies() returns table (id uuid, part text, released_on date, content bytea)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, p.part, p.decided_on, p.content from copy_part p join copy_request r on r.id = p.copy_request_id
    where p.state = 'vrijgegeven'
        and (p.dossier_id = family_signed_in() and r.capacity in ('moeder', 'minderjarige') and p.part in ('moeder', 'kind', 'vragenlijsten')
            or p.dossier_id = family_parent() and r.capacity = 'andere-ouder' and p.part = 'kind')
        and (p.handed <> 'in-persoon' or (select s.reads_along from safe_contact s where s.dossier_id = p.dossier_id order by s.id desc limit 1) = 'niemand')
    order by p.decided_on, p.id
$$;

-- What counts of the decisions, with what each rests on (sealed).
drop function family_decisions();
create function family_decisions() returns table (id uuid, pillar int, outcome text, decided_on date, kind text, facts bytea)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.pillar, c.outcome, c.decided_on, c.kind, c.facts from current_decision c where c.dossier_id = family_signed_in() order by c.pillar
$$;

-- The application without a professional's own words and without the name of another; how she was weighed, without the factors that are another's; which copies
-- there are; what the other parent said for the child. One answer, so that a page stays within its budget.
create function family_more(not_hers text[]) returns text
language sql stable security definer set search_path = public, pg_temp as $$
    select json_build_object(
        'mother', family_signed_in() is not null,
        'parent', family_parent() is not null,
        'application', (select json_agg(x) from (select received_on, applicant, channel, jointly, pillars, helpers, helpers_which, first_pregnancy, parity, due_date, birth_date, provider, income_cents, authority, co_decides, agreed_by
            from application where dossier_id = family_signed_in()) x),
        'later', (select json_agg(x) from (select pillar, applied_on, applicant, channel, goal, agreed_by from pillar_application where dossier_id = family_signed_in() order by applied_on, pillar) x),
        'weighed', (select row_to_json(x) from (select a.assessed_on, a.judgement, a.possible::int as possible, a.set_class,
                (select coalesce(json_agg(json_build_object('factor', f.factor, 'state', f.state) order by f.factor), '[]') from assessment_factor f where f.assessment_id = a.id and f.factor <> all(not_hers)) as factors
            from assessment a where a.dossier_id = family_signed_in() order by a.assessed_on desc, a.id desc limit 1) x),
        'copies', (select json_agg(x) from (select id, part, released_on from family_copies()) x),
        'said', (select json_agg(x) from (select subject, answer, said_on from consent where dossier_id = family_parent() and whose = 'kind' and capacity = 'andere-ouder' order by line) x))::text
$$;

-- Who looked at her data and what was done with them, as the page beside a professional shows it (Data/Log/FamilyLog): for the mother who signed in, and with the same left out.
create function family_log(from_day date, until_day date, after_at timestamptz, after_id uuid, lines int) returns table (at timestamptz, id uuid, act text, role text, organisation text, refused boolean, times int, people int, context bytea, version smallint)
language sql stable security definer set search_path = public, pg_temp as $$
    with e as (
        select x.id, x.at, x.act, x.actor, x.role, x.organisation, x.outcome, x.context, x.version from journal.entry x where x.dossier_id = (select family_signed_in())
        union all
        select x.id, x.at, x.act, x.actor, x.role, x.organisation, x.outcome, x.context, x.version from journal.entry x where x.objects @> array[(select family_signed_in())] and x.dossier_id is distinct from (select family_signed_in()))
    select * from (
        select min(e.at) as at, (array_agg(e.id order by e.at, e.id))[1] as id, e.act, e.role, e.organisation, coalesce(e.outcome, 0) <> 0, count(*)::int, count(distinct e.actor)::int,
            (array_agg(e.context order by e.at, e.id))[1], (array_agg(e.version order by e.at, e.id))[1]
        from e where (select family_signed_in()) is not null and e.at >= from_day::timestamp at time zone 'Europe/Amsterdam' and e.at < (until_day + 1)::timestamp at time zone 'Europe/Amsterdam'
            and e.act not in ('WithholdAsked', 'WithholdJudged') and not exists (select from log_withholding w where w.dossier_id = (select family_signed_in())
                and w.organisation = e.organisation and w.day = (e.at at time zone 'Europe/Amsterdam')::date and w.hidden_until > flex_instant())
        group by e.act, e.role, e.organisation, coalesce(e.outcome, 0) <> 0, (e.at at time zone 'Europe/Amsterdam')::date, case when e.role = 'gezin' then e.actor end) g
    where (g.at, g.id) > (after_at, after_id) order by g.at, g.id limit lines
$$;

-- Whether somebody has authority over a child of this family, by the numbers that the broker gave of the children; and is not the mother herself. Null: no number of a child is kept.
create function family_child_is(children bytea[], own bytea[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select bool_or(b.lookup = any(children)) and not exists (select from vault.bsn m where m.dossier_id = i.dossier_id and m.person = 'mother' and m.lookup = any(own))
    from family_invitation i join vault.bsn b on b.dossier_id = i.dossier_id and b.person ~ '^child-' where i.id = family_visit() and i.who = 'andere-ouder' group by i.dossier_id
$$;
do $$
declare f text;
begin
    foreach f in array array['relation_withheld(uuid)', 'copy_lines_withheld(uuid)', 'family_parent()', 'family_copies()', 'family_decisions()', 'family_more(text[])',
        'family_log(date, date, timestamptz, uuid, int)', 'family_child_is(bytea[], bytea[])'] loop
        execute format('revoke all on function %s from public', f);
        execute format('grant execute on function %s to flex_app', f);
    end loop;
end $$;

-- ───────────────────────── second net ─────────────────────────

-- A waiting row is settled by who keeps the record of the family that it resembles, and by nobody else of the same role.
drop policy likely_duplicate_all on likely_duplicate;
create policy likely_duplicate_seen on likely_duplicate for select using ((select current_setting('flex.role', true)) in ('intaker', 'coordinator', 'systeem'));
create policy likely_duplicate_made on likely_duplicate for insert with check ((select current_setting('flex.role', true)) in ('intaker', 'coordinator', 'systeem'));
create policy likely_duplicate_settled on likely_duplicate for update using ((select current_setting('flex.role', true)) = 'systeem' or keeps_record(resembles))
    with check ((select current_setting('flex.role', true)) = 'systeem' or keeps_record(resembles));
