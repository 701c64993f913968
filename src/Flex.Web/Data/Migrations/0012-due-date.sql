-- A due date is corrected before the birth. What was known is named: of two who correct it at once the second is told.
create function correct_due_date(of_dossier uuid, known date, said date) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from dossier_end e where e.dossier_id = of_dossier and e.reopened_on is null) then
        raise exception 'the dossier has ended' using errcode = 'FX005', constraint = 'dossier_is_open';
    end if;
    update application a set due_date = said
        where a.dossier_id = of_dossier and a.due_date is not distinct from known and a.birth_date is null
          and not exists (select from birth b where b.dossier_id = of_dossier);
    if not found then
        raise exception 'the due date is not what was known, or the child is born' using errcode = 'FX006', constraint = 'due_date_as_known';
    end if;
end $$;
grant update (due_date) on application to flex_app;
grant execute on function correct_due_date(uuid, date, date) to flex_app;
