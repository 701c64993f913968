using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Data.Mail;

/// <summary>
/// Tells a person of messages that failed: they appear in the work of their dossier. A unit of work of its own, after the one that sent:
/// a row of the post is never held while a dossier is asked for, so that an end and the post cannot wait for each other.
/// </summary>
internal static class FailedMail
{
    private const string Untold = """
        select distinct m.dossier_id, d.programme from outgoing_mail m join dossier d on d.id = m.dossier_id
        where m.state = 'mislukt' and not exists (select from dossier_end e where e.dossier_id = m.dossier_id and e.reopened_on is null)
          and not exists (select from work_item w where w.dossier_id = m.dossier_id and w.kind = 'bericht-mislukt' and w.done_on is null)
        """;

    public static async Task Tell(FlexDb db, ProgrammeLibrary library, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("post"), "mislukte berichten melden", stop);
        work.Add(Untold);
        var untold = new List<(Guid Dossier, string Programme)>();
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            while (await row.ReadAsync(stop))
            {
                untold.Add((row.GetGuid(0), row.GetString(1)));
            }
        }

        if (untold.Count == 0)
        {
            return;
        }

        work.Journal(Act.WorkSet);
        foreach (var (dossier, programme) in untold)
        {
            work.Journal(Act.WorkSet, dossier: dossier, id: work.Clock.NewId());
            OpenWork.Refresh(work, library.Programmes[programme], dossier);
        }

        await work.Save();
    }
}
