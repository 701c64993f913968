using Flex.Web.Data.Mail;

namespace Flex.Web.Data.Duplicates;

/// <summary>What a new form of a known family said that its dossier does not hold: kept there when the new dossier ends as the same family.</summary>
/// <param name="Pillars">Asked for in the new form only.</param>
/// <param name="Contact">The newer answer to how the family can safely be reached; null when none was given since.</param>
/// <param name="Mail">Whether that answer still allows mail.</param>
internal sealed record CarriedOver(int[] Pillars, Guid? Contact, bool Mail)
{
    /// <summary>Expressions on the two applications n(ew) and o(ld).</summary>
    public const string Columns = """
        array(select p from unnest(n.pillars) p where p <> all(o.pillars) order by p), c.id, 'mail' = any(c.means)
        """;

    /// <summary>The newest answer of the new dossier, when the other one was not asked since.</summary>
    public const string Join = """
        left join lateral (select s.id, s.means from safe_contact s where s.dossier_id = n.dossier_id order by s.id desc limit 1) c
            on not exists (select from safe_contact x where x.dossier_id = o.dossier_id and x.id > c.id)
        """;

    private const string Applications = """
        insert into pillar_application (id, dossier_id, pillar, applied_on, applicant, channel, question, goal, bridge_to, agreed_by, act_id, entry_id, applicant_name, applicant_mail, no_notice)
        select gen_random_uuid(), $2, p, coalesce(q.applied_on, a.received_on), coalesce(q.applicant, a.applicant), coalesce(q.channel, a.channel),
               q.question, q.goal, q.bridge_to, coalesce(q.agreed_by, a.agreed_by), gen_random_uuid(), $4,
               case when q.id is null then a.applicant_name else q.applicant_name end, case when q.id is null then a.applicant_mail else q.applicant_mail end, coalesce(q.no_notice, a.no_notice)
        from unnest($3) p join application a on a.dossier_id = $1 left join pillar_application q on q.dossier_id = $1 and q.pillar = p
        """;

    private const string Reaching = """
        insert into safe_contact (id, dossier_id, from_day, means, at_moment, reads_along, entry_id)
        select $2, $3, from_day, means, at_moment, reads_along, $4 from safe_contact where id = $1
        """;

    public void Add(Work work, Guid from, Guid to)
    {
        if (Pillars.Length > 0)
        {
            work.Add(Applications, from, to, Pillars, work.EntryId);
            work.Add("update application set pillars = (select array_agg(p order by p) from unnest(pillars || $2) p) where dossier_id = $1", to, Pillars);
        }

        if (Contact is { } contact)
        {
            work.Add(Reaching, contact, work.Clock.NewId(), to, work.EntryId);
            if (!Mail)
            {
                Outbox.StopForFamily(work, to);
            }
        }
    }
}
