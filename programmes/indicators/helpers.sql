-- title: Betrokken hulpverleners
-- definition: Hoeveel hulpverleners bij de aanmelding al betrokken waren; 'onbekend' is een
--   ingevuld antwoord. Per aanvraagformulier met een aanmelddag binnen de evaluatie.
-- unit: aanvraagformulier
-- owner: onderzoeker van het programma
with inside as (
    select helpers as category
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
