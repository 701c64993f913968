-- title: Genomen naast gewenste uren
-- definition: De uren gewone kraamzorg die een gezin kreeg, naast de uren die de moeder het laatst
--   zei te willen. Een verschil van minder dan een uur telt als evenveel. Alleen uren met tijden
--   tellen, en alleen op een dag binnen de zorgperiode van het programma. n: gezinnen met zulke
--   uren van wie die wens bekend is. Ontbrekend: gezinnen met zulke uren van wie zij niet bekend
--   is.
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
), wish as (
    select distinct on (w.dossier_id) w.dossier_id, w.if_paying, w.now_wanted
    from stats.wish w
    join inside i on i.dossier_id = w.dossier_id
    where w.said_on <= @as_of
    order by w.dossier_id, w.line desc
), both_known as (
    select g.quarters as given, w.now_wanted as wanted
    from given g
    join wish w on w.dossier_id = g.dossier_id
    where w.now_wanted is not null
), totals as (
    select (select count(*) from both_known) as n,
           (select count(*) from given) - (select count(*) from both_known) as missing
)
select case when b.given <= b.wanted - 4 then 'minder' when b.given >= b.wanted + 4 then 'meer' else 'evenveel' end as category,
       count(*) as count, t.n, t.missing
from both_known b
cross join totals t
group by category, t.n, t.missing
union all
select null, 0, n, missing from totals
