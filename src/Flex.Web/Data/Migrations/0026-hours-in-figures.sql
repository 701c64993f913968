-- What figures about hours read: what was indicated, wished and paid, and how dossiers ended. As every view for figures they rest on who is counted
-- (0015) and name nobody.

-- In the order in which a later one counts in the place of an earlier one.
create view stats.indicated as
select i.dossier_id, i.quarters, i.from_day, row_number() over (partition by i.dossier_id order by i.from_day, i.id) as line
from public.indication i join stats.evaluated v on v.dossier_id = i.dossier_id where i.kind = 'gewoon';

create view stats.wish as
select w.dossier_id, w.if_paying, w.now_wanted, w.said_on, row_number() over (partition by w.dossier_id order by w.said_on, w.id) as line
from public.hours_wish w join stats.evaluated v on v.dossier_id = w.dossier_id;

create view stats.paid as
select l.dossier_id, l.day, l.source, l.contribution_payer, l.quarters, l.contribution
from public.payer_line l join stats.evaluated v on v.dossier_id = l.dossier_id where l.withdrawn_on is null;

create view stats.ended as
select e.dossier_id, e.how, e.ended_on
from public.dossier_end e join stats.evaluated v on v.dossier_id = e.dossier_id where e.reopened_on is null;

grant select on stats.indicated, stats.wish, stats.paid, stats.ended to flex_stats;
