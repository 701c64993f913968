-- title: Kwijtgescholden eigen bijdrage
-- definition: De eigen bijdrage die het programma voor een gezin overneemt: per uur gewone
--   kraamzorg het tarief van de dag zelf, per keer afgerond op een cent. Alleen uren met tijden
--   tellen, en alleen op een dag binnen de zorgperiode van het programma. n: gezinnen voor wie het
--   programma ten minste een kwartier overneemt. Ontbrekend: gezinnen met gewone kraamzorg met
--   tijden voor wie het niets overneemt. Gemiddelde en som: euro per gezin en samen.
-- unit: gezin met een kwijtgescholden eigen bijdrage
-- owner: onderzoeker van het programma
-- amount: euro
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
), waived as (
    select p.dossier_id, coalesce(sum(p.contribution), 0)::bigint as cents
    from stats.paid p
    join inside i on i.dossier_id = p.dossier_id
    where p.contribution_payer = 'programma' and p.day <= @as_of
      and (@care_from::date is null or p.day >= @care_from::date)
      and (@care_to::date is null or p.day <= @care_to::date)
    group by p.dossier_id
), totals as (
    select (select count(*) from waived) as n,
           (select count(*) from given where dossier_id not in (select dossier_id from waived)) as missing,
           (select coalesce(sum(cents), 0) from waived)::bigint as amount
)
select case when w.cents < 10000 then 'tot-100' when w.cents < 20000 then 'tot-200' else 'vanaf-200' end as category,
       count(*) as count, t.n, t.missing, t.amount
from waived w
cross join totals t
group by category, t.n, t.missing, t.amount
union all
select null, 0, n, missing, amount from totals
