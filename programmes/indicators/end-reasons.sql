-- title: Waarom dossiers eindigden
-- definition: Hoe het dossier van een gezin eindigde. Een dossier dat is heropend, telt niet als
--   geëindigd. n: gezinnen waarvan het dossier is geëindigd. Ontbrekend: gezinnen waarvan het
--   dossier nog open is.
-- unit: gezin waarvan het dossier is geëindigd
-- owner: onderzoeker van het programma
with inside as (
    select dossier_id
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), ended as (
    select e.how
    from stats.ended e
    join inside i on i.dossier_id = e.dossier_id
    where e.ended_on <= @as_of
), totals as (
    select (select count(*) from ended) as n,
           (select count(*) from inside) - (select count(*) from ended) as missing
)
select e.how as category, count(*) as count, t.n, t.missing
from ended e
cross join totals t
group by e.how, t.n, t.missing
union all
select null, 0, n, missing from totals
