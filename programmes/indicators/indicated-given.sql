-- title: Gegeven naast geïndiceerde uren
-- definition: De uren gewone kraamzorg die een gezin kreeg, als deel van de uren die het laatst
--   voor haar zijn geïndiceerd. Alleen uren met tijden tellen, en alleen op een dag binnen de
--   zorgperiode van het programma. Uren die voor dagen in het ziekenhuis vervallen, zijn niet van
--   de indicatie afgetrokken. Ook zorg die nog loopt, telt mee. n: gezinnen met een indicatie en
--   zulke uren. Ontbrekend: gezinnen met een indicatie zonder zulke uren.
-- unit: gezin met geïndiceerde en gegeven uren
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
), both_known as (
    select g.quarters as given, x.quarters as indicated
    from given g
    join indicated x on x.dossier_id = g.dossier_id
), totals as (
    select (select count(*) from both_known) as n,
           (select count(*) from indicated where dossier_id not in (select dossier_id from given)) as missing
)
select case when b.given * 2 < b.indicated then 'minder-dan-helft'
            when b.given * 4 < b.indicated * 3 then 'helft-tot-driekwart'
            when b.given < b.indicated then 'driekwart-tot-alle'
            else 'alle' end as category,
       count(*) as count, t.n, t.missing
from both_known b
cross join totals t
group by category, t.n, t.missing
union all
select null, 0, n, missing from totals
