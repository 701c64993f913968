-- The same rule, asked in another way: of the one family that a row is about, by its index, and in a function. Written out in the policy, PostgreSQL could
-- first gather every family of the organisation (a hashed subplan), in each statement on each table again; with thousands of families that was most of an
-- act. And the policies of other tables ask the dossier, so that the plan of a page held it forty times. Runs as flex_owner.
create function reaches(of_dossier uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (select from relation r where r.dossier_id = of_dossier and r.organisation = current_setting('flex.organisation', true)
        and r.kind = any (reaching_kinds())
        and (r.role is null or r.role = current_setting('flex.role', true))
        and (r.actor is null or r.actor = current_setting('flex.actor', true))
        and r.from_day is not null and (r.until_day is null or r.until_day >= flex_day())
        and (r.until_at is null or r.until_at > flex_instant()) and r.withdrawn_at is null);
end $$;
revoke all on function reaches(uuid) from public;
grant execute on function reaches(uuid) to flex_app;

alter policy dossier_seen on dossier using ((select sees_all_families()) or reaches(id));
