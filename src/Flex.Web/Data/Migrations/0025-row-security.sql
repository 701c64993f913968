-- The same rules, asked in another way: of the one family that a row is about, by its index. Without "offset 0" PostgreSQL may first gather every family of
-- the organisation and look in that (a hashed subplan), in each statement on each table again; with thousands of families that was most of an act.
-- Runs as flex_owner.
alter policy dossier_seen on dossier using ((select sees_all_families()) or exists (
    select from relation r where r.dossier_id = dossier.id and r.organisation = (select current_setting('flex.organisation', true))
        and r.kind = any ((select reaching_kinds())::text[])
        and (r.role is null or r.role = (select current_setting('flex.role', true)))
        and (r.actor is null or r.actor = (select current_setting('flex.actor', true)))
        and r.from_day is not null and (r.until_day is null or r.until_day >= (select flex_day()))
        and (r.until_at is null or r.until_at > (select flex_instant())) and r.withdrawn_at is null offset 0));
