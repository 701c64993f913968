-- title: Wat de eigen bijdrage scheelt
-- definition: De uren die de moeder nu wil, naast de uren die zij zou nemen als zij zelf betaalde.
--   Van meer antwoorden van een gezin telt het laatste. n: gezinnen van wie beide bekend zijn.
--   Ontbrekend: gezinnen met een indicatie van wie een van beide niet bekend is. Gemiddelde en som:
--   uren die zij nu meer wil.
-- unit: gezin van wie beide wensen bekend zijn
-- owner: onderzoeker van het programma
-- amount: uren
with inside as (
    select dossier_id
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), indicated as (
    select distinct on (x.dossier_id) x.dossier_id, x.quarters
    from stats.indicated x
    join inside i on i.dossier_id = x.dossier_id
    where x.from_day <= @as_of
    order by x.dossier_id, x.line desc
), wish as (
    select distinct on (w.dossier_id) w.dossier_id, w.if_paying, w.now_wanted
    from stats.wish w
    join inside i on i.dossier_id = w.dossier_id
    where w.said_on <= @as_of
    order by w.dossier_id, w.line desc
), asked as (
    select dossier_id, now_wanted - if_paying as more
    from wish
    where now_wanted is not null and if_paying is not null
), totals as (
    select (select count(*) from asked) as n,
           (select count(*) from indicated where dossier_id not in (select dossier_id from asked)) as missing,
           (select coalesce(sum(more), 0) from asked)::bigint as amount
)
select case when a.more < 0 then 'minder' when a.more = 0 then 'gelijk' when a.more < 96 then 'tot-24' else 'vanaf-24' end as category,
       count(*) as count, t.n, t.missing, t.amount
from asked a
cross join totals t
group by category, t.n, t.missing, t.amount
union all
select null, 0, n, missing, amount from totals
