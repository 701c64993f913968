-- title: Antwoorden op een vraag die niemand hoeft te beantwoorden
-- definition: De antwoorden op één vraag, over alle ingevulde vragenlijsten van gezinnen met een
--   aanmelddag binnen de evaluatie. n: ingevulde vragenlijsten, ook waar deze vraag openbleef; die
--   openstaande antwoorden zijn de ontbrekende, samen met wie zei dit niet te willen zeggen.
-- unit: ingevulde vragenlijst
-- owner: onderzoeker van het programma
with inside as (
    select dossier_id
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), responses as (
    select r.response_id, a.answer
    from stats.response r
    join inside i on i.dossier_id = r.dossier_id
    left join stats.answer a on a.response_id = r.response_id and a.item = @item and a.answer <> @declined
    where r.questionnaire = @questionnaire and r.filled_on <= @as_of
), totals as (
    select count(*) as n, count(*) - count(answer) as missing
    from responses
)
select r.answer as category, count(*) as count, t.n, t.missing
from responses r, totals t
where r.answer is not null
group by r.answer, t.n, t.missing
union all
select null, 0, n, missing from totals
