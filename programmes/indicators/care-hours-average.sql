-- title: Uren zorg per gezin, met het gemiddelde
-- definition: De uren zorg per gezin in deze pijler, in de klassen van het programma. Per gezin
--   worden de kwartieren opgeteld en telt de som in precies één klasse. Alleen zorg op een dag
--   binnen de zorgperiode van het programma telt. n: gezinnen met ten minste één kwartier van die
--   zorg in deze pijler. Ontbrekend: gezinnen die tot de pijler zijn toegelaten maar die zorg (nog)
--   niet hebben. Gemiddelde en som: uren per gezin en samen, over de gezinnen van n.
-- unit: gezin met zorg in deze pijler
-- owner: onderzoeker van het programma
-- amount: uren
with inside as (
    select dossier_id
    from stats.dossier
    where programme = @programme
      and applied_on >= @evaluation_from
      and applied_on <= @as_of
      and (@evaluation_to::date is null or applied_on <= @evaluation_to::date)
), bins as (
    select split_part(bin, ':', 1) as category,
           split_part(bin, ':', 2)::int as from_quarters,
           nullif(split_part(bin, ':', 3), '')::int as below_quarters
    from unnest(string_to_array(@bins, '|')) as bin
), sums as (
    select c.dossier_id, sum(c.quarters) as quarters
    from stats.care c
    join inside i on i.dossier_id = c.dossier_id
    where c.pillar = @pillar::int and c.day <= @as_of
      and (@care_from::date is null or c.day >= @care_from::date)
      and (@care_to::date is null or c.day <= @care_to::date)
    group by c.dossier_id
    having sum(c.quarters) > 0
), admitted as (
    select distinct d.dossier_id
    from stats.decision d
    join inside i on i.dossier_id = d.dossier_id
    where d.pillar = @pillar::int and d.outcome = 'toegelaten' and d.decided_on <= @as_of
), totals as (
    select (select count(*) from sums) as n,
           (select count(*) from admitted where dossier_id not in (select dossier_id from sums)) as missing,
           (select coalesce(sum(quarters), 0) from sums)::bigint as amount
)
select b.category, count(*) as count, t.n, t.missing, t.amount
from sums s
join bins b on s.quarters >= b.from_quarters and (b.below_quarters is null or s.quarters < b.below_quarters)
cross join totals t
group by b.category, t.n, t.missing, t.amount
union all
select null, 0, n, missing, amount from totals
