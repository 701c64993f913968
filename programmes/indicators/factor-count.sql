-- title: Aantal risicofactoren per persoon
-- definition: Het aantal verschillende gewone en urgente risicofactoren dat aanwezig is, ook als
--   een factor geen rol speelt. Een subfactor telt zelf; haar hoofdfactor alleen als geen subfactor
--   genoemd is. Formulieren zonder ingevulde factoren tellen als ontbrekend en zitten niet in n.
-- unit: aanvraagformulier met ingevulde factoren
-- owner: onderzoeker van het programma
with inside as (
    select case when factor_count >= 4 then '4+' else factor_count::text end as category
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), totals as (
    select count(category) as n, count(*) - count(category) as missing
    from inside
)
select i.category, count(*) as count, t.n, t.missing
from inside i, totals t
where i.category is not null
group by i.category, t.n, t.missing
union all
select null, 0, n, missing from totals
