-- Safety first: what is written in confidence is of one discipline, and an address that must stay hidden is shown to who needs it only.

-- ───────────────────────── confidential notes ─────────────────────────

-- A note of one discipline, sealed under the key of the dossier. In the open stands who wrote it and when, for who may read it.
create table confidential_note (
    id           uuid primary key,
    dossier_id   uuid not null references dossier,
    discipline   text not null collate "C" check (discipline in ('verloskunde', 'kraamzorg', 'jgz', 'intake')),
    organisation text not null collate "C" check (organisation <> ''),
    written_on   date not null,
    written_by   text not null,
    sealed       bytea not null,
    act_id       uuid not null,
    entry_id     uuid not null,
    constraint confidential_note_act_id_key unique (act_id)
);
create index confidential_note_by_dossier on confidential_note (dossier_id);

-- With which other discipline a note was shared, by whom and why; what was read cannot be unread, so it is not taken back.
create table confidential_share (
    id                   uuid primary key,
    dossier_id           uuid not null references dossier,
    confidential_note_id uuid not null references confidential_note,
    discipline           text not null collate "C" check (discipline in ('verloskunde', 'kraamzorg', 'jgz', 'intake')),
    because              text not null check (length(because) between 1 and 2000),
    shared_on            date not null,
    shared_by            text not null,
    act_id               uuid not null,
    entry_id             uuid not null,
    constraint confidential_share_act_id_key unique (act_id),
    constraint confidential_share_once unique (confidential_note_id, discipline)
);
create index confidential_share_by_dossier on confidential_share (dossier_id);

create trigger open_only after insert on confidential_note referencing new table as are for each statement execute function refuse_when_ended();

-- ───────────────────────── who may, second net ─────────────────────────

-- Written apart from Flex.Domain/Trust/Confidentiality, on purpose; a test holds them side by side.
create function own_discipline() returns text
language sql stable as $$
    select case current_setting('flex.role', true)
        when 'verloskundige' then 'verloskunde'
        when 'kraamverzorgende' then 'kraamzorg'
        when 'jgz' then 'jgz'
        when 'intaker' then 'intake'
        when 'coordinator' then 'intake' end
$$;

-- A relation that holds now and lets one act: not the broken glass, and not being asked in.
create function acts_for(of_dossier uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from relation r where r.dossier_id = of_dossier and r.organisation = current_setting('flex.organisation', true)
        and r.kind = any (reaching_kinds()) and r.kind not in ('nood', 'uitgenodigd')
        and (r.role is null or r.role = current_setting('flex.role', true)) and (r.actor is null or r.actor = current_setting('flex.actor', true))
        and r.from_day is not null and (r.until_day is null or r.until_day >= flex_day()) and r.withdrawn_at is null)
$$;

-- Asked here, because a policy on notes cannot ask the sharings, which ask the notes.
create function shared_with_own(of_note uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from confidential_share s where s.confidential_note_id = of_note and s.discipline = own_discipline())
$$;
revoke all on function acts_for(uuid), shared_with_own(uuid) from public;
grant execute on function acts_for(uuid), shared_with_own(uuid) to flex_app;

do $$
declare t text;
begin
    foreach t in array array['confidential_note', 'confidential_share'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
end $$;
-- Not the system either: nothing that works by itself needs to know that there is a note.
create policy confidential_note_seen on confidential_note for select using (exists (select from dossier d where d.id = dossier_id)
    and (discipline = (select own_discipline()) or shared_with_own(id)));
create policy confidential_note_made on confidential_note for insert with check (discipline = (select own_discipline()) and acts_for(dossier_id));
create policy confidential_share_seen on confidential_share for select using (exists (select from confidential_note n where n.id = confidential_note_id));
create policy confidential_share_made on confidential_share for insert with check (acts_for(dossier_id)
    and exists (select from confidential_note n where n.id = confidential_note_id and n.dossier_id = confidential_share.dossier_id and n.discipline = (select own_discipline())));

-- ───────────────────────── a shielded address ─────────────────────────

-- opvang: she stays in a shelter, and her municipality and telephone can give that away too; geheim: the address is secret; geen: shielded no more. The newest counts.
create table address_shield (
    id         uuid primary key,
    dossier_id uuid not null references dossier,
    kind       text not null collate "C" check (kind in ('opvang', 'geheim', 'geen')),
    because    text check (length(because) between 1 and 2000),
    said_on    date not null,
    said_by    text not null,
    act_id     uuid not null,
    entry_id   uuid not null,
    constraint address_shield_act_id_key unique (act_id),
    constraint address_shield_lifted_with_reason check (kind <> 'geen' or because is not null)
);
create index address_shield_by_dossier on address_shield (dossier_id, id);

-- Where she is, sealed under the key of the dossier and gone from every other table: no list, letter, file or copy can hold what is not there.
create table shielded_address (
    dossier_id uuid primary key references dossier,
    sealed     bytea not null,
    entry_id   uuid not null
);

-- How the address of a dossier is shielded; null when it is not. Asked by files and copies, which know the dossier already.
create function shield_of(of_dossier uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
    select nullif((select s.kind from address_shield s where s.dossier_id = of_dossier order by s.id desc limit 1), 'geen')
$$;
revoke all on function shield_of(uuid) from public;
grant execute on function shield_of(uuid) to flex_app;

-- Who comes to the family: a kraamverzorgende of the organisation that gives the care now.
create function comes_to_family(of_dossier uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select current_setting('flex.role', true) = 'kraamverzorgende' and exists (
        select from relation r where r.dossier_id = of_dossier and r.kind = 'zorg' and r.organisation = current_setting('flex.organisation', true)
            and (r.role is null or r.role = 'kraamverzorgende') and (r.actor is null or r.actor = current_setting('flex.actor', true))
            and r.from_day is not null and (r.until_day is null or r.until_day >= flex_day()) and r.withdrawn_at is null)
$$;
revoke all on function comes_to_family(uuid) from public;
grant execute on function comes_to_family(uuid) to flex_app;

-- Shields, or changes what is shielded, or lifts it; in one act. A lifted address is not put back where it was: whoever lifts it has not seen it.
create function shield_address(of_dossier uuid, said_kind text, why text, sealed_now bytea, on_day date, by_name text, act uuid, entry uuid, line uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not acts_for(of_dossier) or current_setting('flex.role', true) not in ('verloskundige', 'kraamverzorgende', 'intaker', 'coordinator') then
        raise exception 'only who acts for a family shields her address' using errcode = '42501';
    end if;
    insert into address_shield (id, dossier_id, kind, because, said_on, said_by, act_id, entry_id) values (line, of_dossier, said_kind, why, on_day, by_name, act, entry);
    if said_kind = 'geen' then
        delete from shielded_address where dossier_id = of_dossier;
        return;
    end if;
    if sealed_now is not null then
        insert into shielded_address (dossier_id, sealed, entry_id) values (of_dossier, sealed_now, entry)
            on conflict (dossier_id) do update set sealed = excluded.sealed, entry_id = excluded.entry_id;
    end if;
    update mother set postcode = null, house_number = null, telephone = case when said_kind = 'opvang' then null else telephone end, entry_id = entry where dossier_id = of_dossier;
    update residence set postcode = null, entry_id = entry where dossier_id = of_dossier and postcode is not null;
end $$;
revoke all on function shield_address(uuid, text, text, bytea, date, text, uuid, uuid, uuid) from public;
grant execute on function shield_address(uuid, text, text, bytea, date, text, uuid, uuid, uuid) to flex_app;

-- While it is shielded nobody writes the address where everybody reads it.
create function refuse_open_home() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from are where are.postcode is not null and shield_of(are.dossier_id) is not null) then
        raise exception 'the address is shielded' using errcode = '23514', constraint = 'address_is_shielded';
    end if;
    return null;
end $$;
create trigger shielded after insert on residence referencing new table as are for each statement execute function refuse_open_home();
create trigger shielded_again after update on residence referencing new table as are for each statement execute function refuse_open_home();

create function refuse_open_address() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from are where shield_of(are.dossier_id) is not null
        and (are.postcode is not null or are.house_number is not null or are.telephone is not null and shield_of(are.dossier_id) = 'opvang')) then
        raise exception 'the address is shielded' using errcode = '23514', constraint = 'address_is_shielded';
    end if;
    return null;
end $$;
create trigger shielded_again after update on mother referencing new table as are for each statement execute function refuse_open_address();

alter table address_shield enable row level security;
alter table shielded_address enable row level security;
create policy address_shield_seen on address_shield for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id));
create policy shielded_address_seen on shielded_address for select using (comes_to_family(dossier_id));
create trigger journaled before insert or update or delete on address_shield for each statement execute function journal.require_entry();
create trigger journaled before insert or update or delete on shielded_address for each statement execute function journal.require_entry();
grant select on address_shield, shielded_address to flex_app;

-- ───────────────────────── own record, relative, colleague ─────────────────────────

-- What somebody said of knowing a family outside work; the newest counts. Blocks nothing: it is reviewed.
create table kin_declaration (
    id           uuid primary key,
    dossier_id   uuid not null references dossier,
    actor        text not null collate "C",
    actor_name   text not null,
    organisation text not null collate "C",
    kind         text not null collate "C" check (kind in ('zelf', 'familie', 'collega', 'geen')),
    said_at      timestamptz not null,
    act_id       uuid not null,
    entry_id     uuid not null,
    constraint kin_declaration_act_id_key unique (act_id)
);
create index kin_declaration_by_dossier on kin_declaration (dossier_id, actor);
create trigger journaled before insert or update or delete on kin_declaration for each statement execute function journal.require_entry();
alter table kin_declaration enable row level security;
create policy kin_declaration_seen on kin_declaration for select using ((select current_setting('flex.role', true)) = 'privacy' or actor = (select current_setting('flex.actor', true)));
create policy kin_declaration_made on kin_declaration for insert with check (actor = (select current_setting('flex.actor', true))
    and organisation = (select current_setting('flex.organisation', true)) and exists (select from dossier d where d.id = dossier_id));
grant select, insert on kin_declaration to flex_app;

-- The words of a name as they are compared: lower case, without accents and signs, hyphens between words.
create function name_words(of_name text) returns text[]
language sql immutable as $$
    select array_remove(regexp_split_to_array(regexp_replace(regexp_replace(lower(normalize(of_name, NFD)), '[\u0300-\u036f''.]', '', 'g'), '[^[:alpha:]]+', ' ', 'g'), ' '), '')
$$;

-- How an account stands to a family outside work: what was said, else that the surnames are the same (mother, or who co-decides). Of an account no telephone is
-- kept and of a family no mail, so nothing more can be compared. A code and nothing of the family, for who oversees.
create function log_kin(of_dossier uuid, of_actor text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
    select case when current_setting('flex.role', true) = 'privacy' then coalesce(
        (select k.kind from kin_declaration k where k.dossier_id = of_dossier and k.actor = of_actor order by k.id desc limit 1),
        (select 'zelfde-achternaam' from account a
            join mother m on m.dossier_id = of_dossier left join application p on p.dossier_id = of_dossier
            where of_actor ~ '^account:[0-9a-f-]{36}$' and a.id = substr(of_actor, 9)::uuid
                and (name_words(a.name))[cardinality(name_words(a.name))] in ((name_words(m.name))[cardinality(name_words(m.name))], (name_words(p.co_decider))[cardinality(name_words(p.co_decider))]))) end
$$;
revoke all on function log_kin(uuid, text) from public;
grant execute on function log_kin(uuid, text) to flex_app;

-- As in 0020: that somebody said to know a family is no change of what is kept of her either.
create or replace function changed_at(of_dossier uuid) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
    select max(at) from journal.entry where dossier_id = of_dossier and act not like '%Read' and act not in ('LetterShown', 'SearchDone', 'BsnSearched', 'ExportMade', 'DryRunDone', 'DecisionsReplayed', 'WorkSet', 'DossierErased',
        'Refused', 'LogExported', 'LogReviewed', 'WithholdAsked', 'WithholdJudged', 'KinDeclared',
        'FamilyInvited', 'FamilyInvitationEnded', 'FamilyEntered', 'FamilyRefused', 'FamilyLeft', 'FamilySignedIn', 'FamilyNotSignedIn', 'DeviceHanded')
$$;

-- ───────────────────────── signed in anew, for the broken glass ─────────────────────────

-- When somebody signed in anew at the own organisation because this site asked for it; emptied once it was used.
alter table sign_in add column proved_at timestamptz;
grant update (proved_at) on sign_in to flex_app;
