-- title: Ten minste het minimumpakket
-- definition: Of een gezin ten minste de uren van het minimumpakket kreeg. Alleen uren gewone
--   kraamzorg met tijden tellen, en alleen op een dag binnen de zorgperiode van het programma. Ook
--   zorg die nog loopt, telt mee. n: gezinnen met zulke uren. Ontbrekend: gezinnen met een
--   indicatie zonder zulke uren.
-- unit: gezin met gewone kraamzorg
-- owner: onderzoeker van het programma
with inside as (
    select dossier_id
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), given as (
    select p.dossier_id, sum(p.quarters) as quarters
    from stats.paid p
    join inside i on i.dossier_id = p.dossier_id
    where p.source in ('zvw', 'zvw-verlengd', 'aanvullend') and p.day <= @as_of
      and (@care_from::date is null or p.day >= @care_from::date)
      and (@care_to::date is null or p.day <= @care_to::date)
    group by p.dossier_id
), indicated as (
    select distinct on (x.dossier_id) x.dossier_id, x.quarters
    from stats.indicated x
    join inside i on i.dossier_id = x.dossier_id
    where x.from_day <= @as_of
    order by x.dossier_id, x.line desc
), totals as (
    select (select count(*) from given) as n,
           (select count(*) from indicated where dossier_id not in (select dossier_id from given)) as missing
)
select case when g.quarters >= @least::int then 'ja' else 'nee' end as category, count(*) as count, t.n, t.missing
from given g
cross join totals t
group by category, t.n, t.missing
union all
select null, 0, n, missing from totals
