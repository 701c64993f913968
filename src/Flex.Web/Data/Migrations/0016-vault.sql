-- Keys are rotated while the site runs. Every change of the key file counts one up here; who works with an older file is refused.
create sequence vault.key_epoch as int;
select setval('vault.key_epoch', 1);
grant select on sequence vault.key_epoch to flex_app;

create function vault.accept_keys(epoch int) returns void
language plpgsql as $$
begin
    if epoch < (select last_value from vault.key_epoch) then
        raise exception 'the keys were changed since this work began, or keys/master.key is an old copy' using errcode = 'FX007';
    end if;
end $$;
revoke all on function vault.accept_keys(int) from public;
grant execute on function vault.accept_keys(int) to flex_app;

-- Whose number it is: the mother, or a child by its number in the birth. A number can be mended later; what was verified of the one before does not count for it.
alter table vault.bsn drop constraint bsn_person_check;
alter table vault.bsn add constraint bsn_person check (person ~ '^(mother|child-[1-9])$'), add column act_id uuid;
grant update (sealed, lookup, act_id) on vault.bsn to flex_app;

-- How somebody's identity was checked; the newest counts. No row: not checked.
create table identity_check (
    id            uuid primary key,
    dossier_id    uuid not null references dossier,
    person        text not null collate "C" check (person ~ '^(mother|child-[1-9])$'),
    status        text not null collate "C" check (status in ('document', 'vergewist', 'sbv-z')),
    document      text collate "C" check (document in ('paspoort', 'identiteitskaart', 'rijbewijs', 'verblijfsdocument')),
    document_last text check (length(document_last) between 2 and 4),
    checked_on    date not null,
    checked_by    text not null,
    act_id        uuid not null,
    entry_id      uuid not null,
    constraint identity_check_document check ((status = 'document') = (document is not null) and (document is null) = (document_last is null))
);
create index identity_check_by_dossier on identity_check (dossier_id);

-- Why somebody has no BSN here; the newest counts, until there is one.
create table no_bsn (
    id         uuid primary key,
    dossier_id uuid not null references dossier,
    person     text not null collate "C" check (person ~ '^(mother|child-[1-9])$'),
    reason     text not null collate "C" check (reason in ('pasgeboren', 'geen-verblijfsrecht', 'net-aangekomen', 'wil-niet', 'onbekend')),
    said_on    date not null,
    said_by    text not null,
    act_id     uuid not null,
    entry_id   uuid not null
);
create index no_bsn_by_dossier on no_bsn (dossier_id);

-- Each act counts once.
alter table identity_check add constraint identity_check_act_id_key unique (act_id);
alter table no_bsn add constraint no_bsn_act_id_key unique (act_id);
do $$
declare t text;
begin
    foreach t in array array['identity_check', 'no_bsn'] loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy %I on %I for select using ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id))', t || '_seen', t);
        execute format('create policy %I on %I for insert with check ((select sees_all_families()) or exists (select from dossier d where d.id = dossier_id))', t || '_made', t);
        execute format('create trigger journaled before insert or update or delete on %I for each statement execute function journal.require_entry()', t);
        execute format('grant select, insert on %I to flex_app', t);
    end loop;
end $$;

-- A number is put in or mended. What was known is named: of two who do it at once the second is told.
create function vault.set_bsn(of_dossier uuid, of_person text, made bytea, hash bytea, act uuid, there boolean, known uuid) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
    if there then
        update vault.bsn set sealed = made, lookup = hash, act_id = act where dossier_id = of_dossier and person = of_person and act_id is not distinct from known;
    else
        insert into vault.bsn (dossier_id, person, sealed, lookup, act_id) values (of_dossier, of_person, made, hash, act) on conflict do nothing;
    end if;
    if not found then
        raise exception 'the number is not what was known' using errcode = 'FX006', constraint = 'bsn_as_known';
    end if;
end $$;
revoke all on function vault.set_bsn(uuid, text, bytea, bytea, uuid, boolean, uuid) from public;
grant execute on function vault.set_bsn(uuid, text, bytea, bytea, uuid, boolean, uuid) to flex_app;
