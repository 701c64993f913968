-- Rights of the family: what is known of the mother is corrected with its history, an own statement stands beside what is not corrected,
-- and a copy of everything is reviewed part by part before it is handed over.

-- ───────────────────────── correction (AVG article 16) ─────────────────────────

-- The act that corrected her last; null as she was applied for. Of two who correct at once the second is told.
alter table mother add column act_id uuid;
grant update (name, name_key, birth_date, postcode, house_number, telephone, language, interpreter, act_id, entry_id) on mother to flex_app;
create policy mother_corrected on mother for update
    using ((select sees_all_families()) or (select current_setting('flex.role', true)) in ('verloskundige', 'kraamverzorgende', 'intaker', 'coordinator') and exists (select from dossier d where d.id = dossier_id))
    with check ((select coalesce(current_setting('flex.role', true), '') <> ''));

-- By what a family is found follows her name. Only in the act that changed it: the application itself removes nothing.
create function follow_name(of_dossier uuid, parts text[], sounds text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare entry uuid := nullif(current_setting('flex.entry', true), '')::uuid;
begin
    if not exists (select from mother m where m.dossier_id = of_dossier and m.entry_id = entry) then
        raise exception 'only the act that corrects a name changes how it is found' using errcode = '42501';
    end if;
    delete from mother_name_part where dossier_id = of_dossier;
    insert into mother_name_part (dossier_id, part, sound, entry_id) select of_dossier, p, s, entry from unnest(parts, sounds) t(p, s);
end $$;
revoke all on function follow_name(uuid, text[], text[]) from public;
grant execute on function follow_name(uuid, text[], text[]) to flex_app;

create function correct_mother(of_dossier uuid, known uuid, act uuid, said_name text, said_key text, parts text[], sounds text[], born date, said_postcode text, said_number text, said_telephone text, said_language text, said_interpreter boolean, entry uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
    update mother set name = said_name, name_key = said_key, birth_date = born, postcode = said_postcode, house_number = said_number, telephone = said_telephone,
            language = said_language, interpreter = said_interpreter, act_id = act, entry_id = entry
        where dossier_id = of_dossier and act_id is not distinct from known;
    if not found then
        raise exception 'somebody corrected this in the meantime' using errcode = 'FX006', constraint = 'mother_as_known';
    end if;
    perform follow_name(of_dossier, parts, sounds);
end $$;
revoke all on function correct_mother(uuid, uuid, uuid, text, text, text[], text[], date, text, text, text, text, boolean, uuid) from public;
grant execute on function correct_mother(uuid, uuid, uuid, text, text, text[], text[], date, text, text, text, text, boolean, uuid) to flex_app;

-- Where she lives was written down wrongly: the period that holds on the day is mended, and what was before stands in the journal.
grant update (municipality, postcode, entry_id) on residence to flex_app;
create function correct_residence(of_dossier uuid, on_day date, since date, known text, said_municipality text, said_postcode text, entry uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
    update residence set municipality = said_municipality, postcode = said_postcode, entry_id = entry
        where dossier_id = of_dossier and during @> on_day and municipality is not distinct from known;
    if not found then
        if known is not null or exists (select from residence where dossier_id = of_dossier and during @> on_day) then
            raise exception 'where she lives is not what was known' using errcode = 'FX006', constraint = 'residence_as_known';
        end if;
        insert into residence (dossier_id, during, municipality, postcode, entry_id) values (of_dossier, daterange(since, null), said_municipality, said_postcode, entry);
    end if;
end $$;
revoke all on function correct_residence(uuid, date, date, text, text, text, uuid) from public;
grant execute on function correct_residence(uuid, date, date, text, text, text, uuid) to flex_app;

-- What the family says itself about what stands in its dossier (BW 7:454 lid 2), and that a correction was refused, why.
create table own_statement (
    id             uuid primary key,
    dossier_id     uuid not null references dossier,
    asked_on       date not null,
    asked_by       text not null check (asked_by <> '' and length(asked_by) <= 200),
    capacity       text not null collate "C",
    about          text not null collate "C",
    refused_ground text collate "C",
    because        text check (length(because) between 1 and 2000),
    statement      text check (length(statement) between 1 and 5000),
    recorded_on    date not null,
    recorded_by    text not null,
    act_id         uuid not null,
    entry_id       uuid not null,
    constraint own_statement_act_id_key unique (act_id),
    constraint own_statement_refused_with_reason check ((refused_ground is null) = (because is null)),
    constraint own_statement_says_something check (refused_ground is not null or statement is not null)
);
create index own_statement_by_dossier on own_statement (dossier_id);

-- ───────────────────────── a copy of everything (AVG article 15 and 20) ─────────────────────────

create table copy_request (
    id             uuid primary key,
    dossier_id     uuid not null references dossier,
    asked_on       date not null,
    asked_by       text not null check (asked_by <> '' and length(asked_by) <= 200),
    capacity       text not null collate "C",
    identity_check text not null collate "C",
    due_on         date not null,
    recorded_by    text not null,
    act_id         uuid not null,
    entry_id       uuid not null,
    constraint copy_request_act_id_key unique (act_id)
);
create index copy_request_by_dossier on copy_request (dossier_id, asked_on);

-- Mother, child and partner apart, and what was answered in questionnaires apart again: who decides about a place does not read that.
-- content: what was released, sealed under the key of the dossier; what is handed over is this and nothing newer.
create table copy_part (
    id           uuid primary key,
    dossier_id   uuid not null references dossier,
    copy_request_id   uuid not null references copy_request,
    part         text not null collate "C" check (part in ('moeder', 'kind', 'partner', 'vragenlijsten')),
    state        text not null default 'wacht' collate "C" check (state in ('wacht', 'vrijgegeven', 'geweigerd')),
    decided_on   date,
    decided_by   text,
    ground       text collate "C",
    because      text check (length(because) <= 2000),
    handed       text collate "C",
    content      bytea,
    decision_act uuid,
    entry_id     uuid not null,
    constraint copy_part_decision_act_key unique (decision_act),
    constraint copy_part_once unique (copy_request_id, part),
    constraint copy_part_decided_whole check ((state = 'wacht') = (decided_on is null) and (state = 'wacht') = (decided_by is null) and (state = 'wacht') = (decision_act is null)),
    constraint copy_part_released_whole check ((state = 'vrijgegeven') = (content is not null) and (state = 'vrijgegeven') = (handed is not null)),
    constraint copy_part_refused_with_reason check ((state = 'geweigerd') = (ground is not null) and (state <> 'geweigerd' or because is not null))
);
create index copy_part_by_dossier on copy_part (dossier_id);
create index copy_part_waits on copy_part (copy_request_id) where state = 'wacht';

-- A line that is left out of a part, or put back into it (no ground); the newest says.
create table copy_omission (
    id         uuid primary key,
    dossier_id uuid not null references dossier,
    copy_part_id    uuid not null references copy_part,
    line       text not null collate "C",
    ground     text collate "C",
    because    text not null check (length(because) between 1 and 2000),
    said_on    date not null,
    said_by    text not null,
    act_id     uuid not null,
    entry_id   uuid not null,
    constraint copy_omission_act_id_key unique (act_id, line)
);
create index copy_omission_by_dossier on copy_omission (dossier_id);

-- Who reviews a part: who keeps the record; the answers to questionnaires who fills them in with the family, of the organisation that keeps it.
create function reviews_copy(of_dossier uuid, of_part text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select case when of_part = 'vragenlijsten' then current_setting('flex.role', true) = 'kraamverzorgende' and exists (
            select from relation i where i.dossier_id = of_dossier and i.kind = 'intake' and i.organisation = current_setting('flex.organisation', true)
                and i.from_day is not null and i.until_day is null and i.withdrawn_at is null)
        else keeps_record(of_dossier) end
$$;
revoke all on function reviews_copy(uuid, text) from public;
grant execute on function reviews_copy(uuid, text) to flex_app;

do $$
declare t text;
begin
    foreach t in array array['own_statement', 'copy_request', 'copy_part', 'copy_omission'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
end $$;
create policy own_statement_seen on own_statement for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy own_statement_made on own_statement for insert with check (keeps_record(dossier_id));
create policy copy_request_seen on copy_request for select using ((select sees_all_families()) or keeps_record(dossier_id)
    or reviews_copy(dossier_id, 'vragenlijsten') and exists (select from dossier d where d.id = dossier_id));
create policy copy_request_made on copy_request for insert with check (keeps_record(dossier_id));
create policy copy_part_seen on copy_part for select using ((select sees_all_families()) or keeps_record(dossier_id)
    or reviews_copy(dossier_id, part) and exists (select from dossier d where d.id = dossier_id));
create policy copy_part_made on copy_part for insert with check (keeps_record(dossier_id));
create policy copy_part_decided on copy_part for update
    using (reviews_copy(dossier_id, part) and exists (select from dossier d where d.id = dossier_id)) with check (reviews_copy(dossier_id, part));
create policy copy_omission_seen on copy_omission for select using ((select sees_all_families()) or exists (select from copy_part p where p.id = copy_part_id));
create policy copy_omission_made on copy_omission for insert with check (exists (select from copy_part p where p.id = copy_part_id and p.dossier_id = copy_omission.dossier_id and p.state = 'wacht' and reviews_copy(p.dossier_id, p.part)));
grant update (state, decided_on, decided_by, ground, because, handed, content, decision_act, entry_id) on copy_part to flex_app;

-- A part is decided once: of two who do it at once the second is told.
create function decide_copy(of_part uuid, said text, said_ground text, said_because text, way text, given bytea, on_day date, by_name text, act uuid, entry uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
    update copy_part set state = said, ground = said_ground, because = said_because, handed = way, content = given, decided_on = on_day, decided_by = by_name, decision_act = act, entry_id = entry
        where id = of_part and state = 'wacht';
    if not found then
        raise exception 'this part was decided, or is not reviewed by who asks' using errcode = 'FX006', constraint = 'copy_part_waits';
    end if;
end $$;
revoke all on function decide_copy(uuid, text, text, text, text, bytea, date, text, uuid, uuid) from public;
grant execute on function decide_copy(uuid, text, text, text, text, bytea, date, text, uuid, uuid) to flex_app;

-- ───────────────────────── consent after the end (AVG article 7 lid 3) ─────────────────────────

-- After its end nothing is asked any more; what was agreed to can always be taken back.
create function refuse_consent_when_ended() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if current_setting('flex.role', true) is distinct from 'systeem'
        and exists (select from are join dossier_end e on e.dossier_id = are.dossier_id where e.reopened_on is null and are.answer <> 'ingetrokken') then
        raise exception 'the dossier has ended' using errcode = 'FX005', constraint = 'dossier_is_open';
    end if;
    return null;
end $$;
create trigger open_only after insert on consent referencing new table as are for each statement execute function refuse_consent_when_ended();

-- Who somebody is was checked while she took part; after the end nothing is added to that either.
create trigger open_only after insert on identity_check referencing new table as are for each statement execute function refuse_when_ended();
create trigger open_only after insert on no_bsn referencing new table as are for each statement execute function refuse_when_ended();
create trigger open_only after insert on vault.bsn referencing new table as are for each statement execute function refuse_when_ended();
create trigger open_only_again after update on vault.bsn referencing new table as are for each statement execute function refuse_when_ended();

-- ───────────────────────── what a copy does not show for a time ─────────────────────────

-- Whether the family's own page hides what an organisation did on a day (0018): then no copy shows it either, whoever makes it.
create function log_withheld(of_organisation text, of_day date, of_dossier uuid, at_instant timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from log_withholding w where w.dossier_id = of_dossier and w.organisation = of_organisation and w.day = of_day and w.hidden_until > at_instant)
$$;
revoke all on function log_withheld(text, date, uuid, timestamptz) from public;
grant execute on function log_withheld(text, date, uuid, timestamptz) to flex_app;
