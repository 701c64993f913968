using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Erasing;

/// <summary>
/// Leaves nothing readable of a family: every row, what waits in drafts and messages, and the keys without which the journal says nothing.
/// What stays: who did what and when, and that it was erased.
/// </summary>
internal static class EraseDossier
{
    /// <summary>On a granted request; the database refuses who granted it, and a family of which is not sure whether another application is hers.</summary>
    public static async Task OnRequest(DossierInHand hand, Guid request, Guid act, CancellationToken stop)
    {
        var work = hand.Work;
        await Before(work, hand.Record.Head.Id, sent: true, stop);
        work.Add("select erase_on_request($1, $2, $3, $4, $5)", request, act, work.Actor.Name, work.Clock.Today, work.EntryId);
    }

    /// <summary>Past its term, as two people say.</summary>
    public static async Task OnTerm(Work work, Guid dossier, string granted, string erased, CancellationToken stop)
    {
        await Before(work, dossier, sent: false, stop);
        work.Add("select erase_on_term($1, $2, $3, $4, $5)", dossier, granted, erased, ProgrammeClock.DayOf(work.Clock.Now), work.EntryId);
    }

    private static async Task Before(Work work, Guid dossier, bool sent, CancellationToken stop)
    {
        var (families, names) = await Known(work, dossier, sent, stop);
        Lines(work, families);
        await LooseText.Empty(work, families, names, stop);
    }

    /// <summary>The dossiers of one family, and what is typed of her elsewhere: names, telephone, addresses.</summary>
    /// <param name="sent">Whether this unit of work was sent before: the first answer is then no more that to who acts.</param>
    private static async Task<(Guid[] Families, IReadOnlySet<string> Names)> Known(Work work, Guid dossier, bool sent, CancellationToken stop)
    {
        work.Add("select same_family($1)", dossier);
        work.Add(
            """
            select v from mother m join application a on a.dossier_id = m.dossier_id, unnest(array[m.name, m.telephone, a.applicant_mail]) v
            where m.dossier_id = any(same_family($1)) and v is not null
            union select p.applicant_mail from pillar_application p where p.dossier_id = any(same_family($1)) and p.applicant_mail is not null
            """,
            dossier);
        await using var row = await work.Read(stop);
        _ = sent || await row.NextResultAsync(stop);
        await row.ReadAsync(stop);
        var families = row.GetFieldValue<Guid[]>(0);
        var names = await OpenDossier.Next(row, r => r.GetString(0), stop);
        return (families, names.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    // The first line carries the identity that the rows refer to; a line without a body says all there is to say.
    private static void Lines(Work work, Guid[] families)
    {
        for (var i = 0; i < families.Length; i++)
        {
            work.Journal(Act.DossierErased, dossier: families[i], id: i == 0 ? null : work.Clock.NewId());
        }
    }
}
