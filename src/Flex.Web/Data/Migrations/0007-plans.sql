-- What a dossier page or an export asks of one family read the rows of all: there was no index, or one on some of them only.
create index dossier_end_by_dossier on dossier_end (dossier_id);
create index told_by_dossier on told (dossier_id);
create index override_request_by_dossier on override_request (dossier_id);
create index import_row_by_dossier on import_row (dossier_id);

-- A function in plain SQL is planned at every call: refresh_work took 8 ms of which 1 to do it, and every act calls it. In PL/pgSQL a session
-- plans it once. open_work becomes a part of that plan: it has no search path of its own any more, its callers have one.

do $$
begin
    execute (select format(
        'create or replace function refresh_work(dossiers uuid[], decide_days int[], other_days int, care_months int, today date, entry uuid) returns void '
        'language plpgsql security definer set search_path = public, pg_temp as %L', 'begin ' || prosrc || '; end')
        from pg_proc where oid = 'refresh_work(uuid[], int[], int, int, date, uuid)'::regprocedure);
end $$;

alter function open_work(uuid[], int[], int, int) reset search_path;

create or replace function waiting_families(of_programme text, of_pillar int, most int) returns int
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select count(*) from (select from work_item w join dossier d on d.id = w.dossier_id and d.programme = of_programme
        where w.kind = 'wachtlijst' and w.part = of_pillar and w.done_on is null limit most) x);
end $$;
