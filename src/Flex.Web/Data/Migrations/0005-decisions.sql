-- Who is told about which pillar, and a request to decide otherwise that goes back because its facts changed.

-- Who applied gave an address, or said that no notice is wanted (no_notice); with neither nobody asked.
alter table application
    add column no_notice boolean not null default false,
    add constraint application_notice_or_none check (not no_notice or applicant_mail is null);

-- Who asks for a further pillar is not always who applied for the family.
alter table pillar_application
    add column applicant_name text check (length(applicant_name) <= 200),
    add column applicant_mail text check (length(applicant_mail) <= 254),
    add column no_notice      boolean not null default false,
    add constraint pillar_application_notice_or_none check (not no_notice or applicant_mail is null);

-- Where and how who applied for this pillar hears that a request was judged; whoever judges sees no application.
create or replace function applicant_of(request uuid) returns table (mail text, channel text)
language sql stable security definer set search_path = public, pg_temp as $$
    select case when q.id is null then a.applicant_mail else q.applicant_mail end, case when q.id is null then a.channel else q.channel end
    from override_request o join application a on a.dossier_id = o.dossier_id
    left join pillar_application q on q.dossier_id = o.dossier_id and q.pillar = o.pillar where o.id = request
$$;

-- Given back: the facts changed since it was asked, and who asked looks again.
alter table override_request
    drop constraint override_request_state_check,
    drop constraint override_judged_whole,
    add constraint override_request_state_check check (state in ('wacht', 'goedgekeurd', 'afgekeurd', 'teruggegeven', 'ingetrokken')),
    add constraint override_judged_whole check ((state in ('goedgekeurd', 'afgekeurd', 'teruggegeven')) = (judged_on is not null and judged_by is not null and judge is not null and judged_organisation is not null));

-- A family that moved is looked for where it lives now.
create index residence_by_postcode on residence (postcode) where postcode is not null;
