-- The family's door: a link with a code that is handed over in person, or the device of a professional. Nobody of a family is reached by role:
-- what somebody may is asked of the one visit that goes on, and everything that is not opened here stays shut.

-- One person of one family may come in, once: with a link and a code, or (samen) on the device of a professional, for one list.
create table family_invitation (
    id            uuid primary key,
    dossier_id    uuid not null references dossier,
    who           text not null collate "C" check (who in ('moeder', 'vertegenwoordiger', 'andere-ouder', 'partner')),
    way           text not null collate "C" check (way in ('hand', 'mail', 'samen')),
    form          text collate "C",
    token         bytea unique check (length(token) = 32),
    code          bytea check (length(code) = 32),
    made_by       text not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    tries         int not null default 0 check (tries between 0 and 5),
    used_at       timestamptz,
    ended_at      timestamptz,
    ended_because text check (length(ended_because) <= 200),
    entry_id      uuid not null,
    constraint family_invitation_whole check ((way = 'samen') = (token is null) and (token is null) = (code is null) and (way = 'samen') = (form is not null) and (ended_at is null) = (ended_because is null))
);
create index family_invitation_by_dossier on family_invitation (dossier_id, made_at);

-- The keyed hash of what the cookie holds. seen_at moves while it is used, and is not an act.
create table family_session (
    id            bytea primary key check (length(id) = 32),
    invitation_id uuid not null unique references family_invitation,
    began_at      timestamptz not null,
    seen_at       timestamptz not null,
    ended_at      timestamptz,
    -- hoog: signed in at the broker of the programme, as who the link is for.
    level         text not null default 'code' collate "C" check (level in ('code', 'hoog')),
    entry_id      uuid not null
);

-- In which visit a list was filled in or last saved; none when a professional did it with the family.
alter table response add column visit_id uuid references family_invitation;
create index response_by_visit on response (visit_id) where visit_id is not null;

-- ───────────────────────── safety first ─────────────────────────

-- With the flag (nothing written may come), or before it was asked, nothing is made that could leave.
create function refuse_unsafe_invitation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from made m where m.way <> 'samen' and not coalesce(
        (select s.means && array['sms', 'mail', 'brief'] and (m.way <> 'mail' or 'mail' = any(s.means)) from safe_contact s where s.dossier_id = m.dossier_id order by s.id desc limit 1), false)) then
        raise exception 'nothing written may leave for this family' using errcode = '23514', constraint = 'family_invitation_safe';
    end if;
    if exists (select from made m join dossier_end e on e.dossier_id = m.dossier_id where e.reopened_on is null) then
        raise exception 'the dossier has ended' using errcode = 'FX005', constraint = 'dossier_is_open';
    end if;
    return null;
end $$;
create trigger safe_only after insert on family_invitation referencing new table as made for each statement execute function refuse_unsafe_invitation();

-- Whoever writes down that nothing may come shuts every link and every visit by link, in the same act.
create function flag_shuts_door() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update family_invitation i set ended_at = flex_instant(), ended_because = 'het gezin wil niets dat te lezen is', entry_id = s.entry_id
        from said s where i.dossier_id = s.dossier_id and i.way <> 'samen' and i.ended_at is null and not s.means && array['sms', 'mail', 'brief'];
    return null;
end $$;
create trigger shuts_door after insert on safe_contact referencing new table as said for each statement execute function flag_shuts_door();

create function end_shuts_door() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update family_invitation i set ended_at = flex_instant(), ended_because = 'het dossier is afgesloten', entry_id = e.entry_id
        from ended e where i.dossier_id = e.dossier_id and i.ended_at is null;
    return null;
end $$;
create trigger shuts_door after insert on dossier_end referencing new table as ended for each statement execute function end_shuts_door();

-- ───────────────────────── who may, second net ─────────────────────────

-- The visit of who acts, while it goes on; nothing for anybody else, whatever else is said of him.
create function family_visit() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select i.id from family_invitation i join family_session s on s.invitation_id = i.id
    where current_setting('flex.role', true) = 'gezin'
        and i.id = case when current_setting('flex.actor', true) ~ '^gezin:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then substr(current_setting('flex.actor', true), 7)::uuid end
        and s.ended_at is null and i.ended_at is null and not is_restricted(i.dossier_id)
$$;
create function family_dossier() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$ select dossier_id from family_invitation where id = family_visit() $$;

-- Lists are the mother's, or of who represents her. By link she reaches what she herself filled in during this visit; together with a professional the one list that was laid before her.
create function family_fills(of_questionnaire text, in_visit uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from family_invitation i where i.id = family_visit() and i.who in ('moeder', 'vertegenwoordiger')
        and case i.way when 'samen' then i.form = of_questionnaire else in_visit = i.id end)
$$;
revoke all on function family_visit(), family_dossier(), family_fills(text, uuid) from public;
grant execute on function family_visit(), family_dossier(), family_fills(text, uuid) to flex_app;

create policy response_family on response for select using (dossier_id = (select family_dossier()) and family_fills(questionnaire, visit_id));
create policy response_family_made on response for insert with check (dossier_id = (select family_dossier()) and visit_id = (select family_visit()) and family_fills(questionnaire, visit_id));
create policy response_family_changed on response for update using (state = 'bezig' and dossier_id = (select family_dossier()) and family_fills(questionnaire, visit_id))
    with check (dossier_id = (select family_dossier()) and visit_id = (select family_visit()) and family_fills(questionnaire, visit_id));
-- Answers that are finished are shown to nobody here, not to who gave them either: that asks to sign in.
create policy answer_family on answer for select using ((select family_visit()) is not null and exists (select from response r where r.id = response_id and r.state = 'bezig'));
create policy answer_family_made on answer for insert with check ((select family_visit()) is not null and exists (select from response r where r.id = response_id and r.state = 'bezig'));
create policy answer_family_changed on answer for update using ((select family_visit()) is not null and exists (select from response r where r.id = response_id and r.state = 'bezig'));
grant update (visit_id) on response to flex_app;

-- What the own page tells by link and code, and no more: who to call on, what was given in all, and which lists there are. No class, no decision, no
-- factor, no name. To the other parent and the partner only who to call on: lists and hours are the mother's part.
create function family_page() returns table (visit_id uuid, dossier_id uuid, who text, way text, form text, made_by text, programme text, casemanager text, born_on date,
    lists text[], versions text[], filled date[], finished boolean[], answers int[], pillars int[], quarters int[])
language sql stable security definer set search_path = public, pg_temp as $$
    select i.id, i.dossier_id, i.who, i.way, i.form, i.made_by, d.programme,
        (select x.decided_by from current_decision x where x.dossier_id = d.id order by x.decided_on desc, x.id desc limit 1),
        (select coalesce(b.born_on, a.birth_date) from application a left join current_birth b on b.dossier_id = a.dossier_id where a.dossier_id = d.id),
        r.q, r.v, r.f, r.k, r.n, c.p, c.s
    from family_invitation i join dossier d on d.id = i.dossier_id
    left join lateral (select array_agg(x.questionnaire order by x.filled_on, x.id) q, array_agg(x.version order by x.filled_on, x.id) v, array_agg(x.filled_on order by x.filled_on, x.id) f,
        array_agg(x.state = 'klaar' order by x.filled_on, x.id) k, array_agg(answers_given(x.id) order by x.filled_on, x.id) n from response x where x.dossier_id = d.id and i.who in ('moeder', 'vertegenwoordiger')) r on true
    left join lateral (select array_agg(x.pillar order by x.pillar) p, array_agg(x.quarters order by x.pillar) s from care_sums(d.id) x where i.who in ('moeder', 'vertegenwoordiger') and i.way <> 'samen') c on true
    where i.id = family_visit()
$$;
revoke all on function family_page() from public;
grant execute on function family_page() to flex_app;

-- The dossier of the mother who signed in herself; nothing by link and code alone, and to nobody else.
create function family_signed_in() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select i.dossier_id from family_invitation i join family_session s on s.invitation_id = i.id where i.id = family_visit() and i.who = 'moeder' and i.way <> 'samen' and s.level = 'hoog'
$$;
-- What is hers and holds nobody else's words: decisions, hours without what was noted, her own answers, her own consents. The application, the class and the
-- notes may hold what another said: those come with a copy that somebody reviewed.
create function family_decisions() returns table (pillar int, outcome text, decided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.pillar, c.outcome, c.decided_on from current_decision c where c.dossier_id = family_signed_in() order by c.pillar
$$;
create function family_hours() returns table (day date, quarters int, caregiver text)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.day, c.quarters::int, c.caregiver from care_entry c where c.dossier_id = family_signed_in() order by c.day desc, c.id desc limit 400
$$;
create function family_answers() returns table (questionnaire text, version text, filled_on date, item text, answer text)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.questionnaire, r.version, r.filled_on, a.item, a.answer from response r join answer a on a.response_id = r.id
    where r.dossier_id = family_signed_in() and r.state = 'klaar' and a.answer <> '' order by r.filled_on, r.id, a.item
$$;
create function family_consents() returns table (subject text, party text, answer text, said_on date)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.subject, c.party, c.answer, c.said_on from consent c where c.dossier_id = family_signed_in() and c.whose = 'moeder' order by c.line
$$;
revoke all on function family_signed_in(), family_decisions(), family_hours(), family_answers(), family_consents() from public;
grant execute on function family_signed_in(), family_decisions(), family_hours(), family_answers(), family_consents() to flex_app;

-- Whether a number is that of who signs in, by its keyed hash; said of the own dossier only, and not what it is. Null: no number is kept.
create function family_number_is(hashes bytea[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select b.lookup = any(hashes) from vault.bsn b join family_invitation i on i.dossier_id = b.dossier_id where i.id = family_visit() and b.person = 'mother'
$$;
revoke all on function family_number_is(bytea[]) from public;
grant execute on function family_number_is(bytea[]) to flex_app;

alter table family_invitation enable row level security;
alter table family_session enable row level security;
create policy family_invitation_seen on family_invitation for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy family_invitation_made on family_invitation for insert with check ((select sees_all_families())
    or (select current_setting('flex.role', true)) in ('verloskundige', 'kraamverzorgende', 'jgz', 'intaker', 'coordinator') and exists (select from dossier d where d.id = dossier_id));
create policy family_invitation_changed on family_invitation for update using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy family_session_system on family_session using ((select sees_all_families())) with check ((select sees_all_families()));

create trigger journaled before insert or update or delete on family_invitation for each statement execute function journal.require_entry();
grant select, insert on family_invitation, family_session to flex_app;
grant update (tries, used_at, ended_at, ended_because, entry_id) on family_invitation to flex_app;
grant update (id, level, entry_id, seen_at, ended_at) on family_session to flex_app;

-- As in 0017: that a family came to look is no change either.
create or replace function changed_at(of_dossier uuid) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
    select max(at) from journal.entry where dossier_id = of_dossier and act not like '%Read' and act not in ('LetterShown', 'SearchDone', 'BsnSearched', 'ExportMade', 'DryRunDone', 'DecisionsReplayed', 'WorkSet', 'DossierErased',
        'Refused', 'LogExported', 'LogReviewed', 'WithholdAsked', 'WithholdJudged',
        'FamilyInvited', 'FamilyInvitationEnded', 'FamilyEntered', 'FamilyRefused', 'FamilyLeft', 'FamilySignedIn', 'FamilyNotSignedIn', 'DeviceHanded')
$$;
