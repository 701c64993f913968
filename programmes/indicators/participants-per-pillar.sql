-- title: Deelnemers per pijler
-- definition: Gezinnen die tot een pijler zijn toegelaten, naar het laatste besluit per pijler. Wie
--   tot meer dan een pijler is toegelaten telt bij elk daarvan en bij 'meer': de aandelen tellen
--   niet op tot 100 %. n: gezinnen die tot ten minste één pijler zijn toegelaten. Ontbrekend:
--   aanmeldingen zonder enig besluit.
-- unit: gezin
-- owner: onderzoeker van het programma
with inside as (
    select dossier_id
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), latest as (
    select distinct on (d.dossier_id, d.pillar) d.dossier_id, d.pillar, d.outcome
    from stats.decision d
    join inside i on i.dossier_id = d.dossier_id
    where d.decided_on <= @as_of
    order by d.dossier_id, d.pillar, d.decided_on desc, (d.outcome = 'toegelaten') desc
), admitted as (
    select dossier_id, pillar from latest where outcome = 'toegelaten'
), totals as (
    select (select count(distinct dossier_id) from admitted) as n,
           (select count(*) from inside) - (select count(distinct dossier_id) from latest) as missing
), per_category as (
    select pillar::text as category, count(*) as count from admitted group by pillar
    union all
    select 'meer', count(*) from (select from admitted group by dossier_id having count(*) > 1) both_pillars
)
select c.category, c.count, t.n, t.missing
from per_category c, totals t
where c.count > 0
union all
select null, 0, n, missing from totals
