-- A page of what waits for a role, in the order of its index: what always has begun, or what begins on a day to come. What row security asks hides from PostgreSQL
-- how many rows there are; it would gather and sort all that waits for one page. Who asks sees what row security shows, and no family that is restricted.
-- Runs as flex_owner.
create function next_work(of_role text, ahead boolean, today date, after_until date, after_id uuid, before_until date, offered text[], most int) returns setof work_item
language plpgsql stable rows 51 set enable_bitmapscan = off set enable_sort = off as $$
begin
    if ahead then
        return query select w.* from work_item w
            where w.done_on is null and w.kind in ('geboorte-registreren', 'gegevens-bevestigen', 'afsluiten', 'wachtlijst')
              and w.role = of_role and w.since <= today and (w.until, w.id) > (after_until, after_id) and w.until <= before_until
              and not is_restricted(w.dossier_id) and (w.kind <> 'wachtlijst' or w.dossier_id || '/' || w.part <> all(offered))
            order by w.until, w.id limit most;
    else
        return query select w.* from work_item w
            where w.done_on is null and w.kind not in ('geboorte-registreren', 'gegevens-bevestigen', 'afsluiten', 'wachtlijst')
              and w.role = of_role and w.since <= today and (w.until, w.id) > (after_until, after_id)
              and not is_restricted(w.dossier_id)
            order by w.until, w.id limit most;
    end if;
end $$;
revoke all on function next_work(text, boolean, date, date, uuid, date, text[], int) from public;
grant execute on function next_work(text, boolean, date, date, uuid, date, text[], int) to flex_app;
