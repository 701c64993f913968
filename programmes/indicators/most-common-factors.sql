-- title: Meest voorkomende risicofactoren bij dit aantal
-- definition: Bij hoeveel personen met dit aantal risicofactoren elke factor genoemd is. Een
--   persoon telt bij elke factor die zij heeft: de aandelen tellen niet op tot 100 %. Ontbrekend:
--   formulieren zonder ingevulde factoren, die bij geen enkel aantal horen.
-- unit: aanvraagformulier met dit aantal risicofactoren
-- owner: onderzoeker van het programma
with inside as (
    select dossier_id, case when factor_count >= 4 then '4+' else factor_count::text end as k
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), totals as (
    select count(*) filter (where k = @k) as n, count(*) filter (where k is null) as missing
    from inside
)
select f.factor as category, count(distinct f.dossier_id) as count, t.n, t.missing
from inside i
join stats.factor f on f.dossier_id = i.dossier_id
cross join totals t
where i.k = @k
group by f.factor, t.n, t.missing
union all
select null, 0, n, missing from totals
