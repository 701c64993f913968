using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using NpgsqlTypes;

namespace Flex.Web.Data.Mail;

/// <summary>A person lets a failed message wait anew, with all its tries; the work of its dossier is done by that.</summary>
internal static class SendAgain
{
    private const string Failed = "select m.dossier_id, d.programme from outgoing_mail m left join dossier d on d.id = m.dossier_id where m.id = $1 and m.state = 'mislukt'";
    private const string Again = "update outgoing_mail set state = 'wacht', tries = 0, try_after = $2, problem = null where id = $1 and state = 'mislukt'";

    /// <summary>Does nothing when the message waits, was sent or was stopped in the meantime.</summary>
    public static async Task Run(FlexDb db, ProgrammeLibrary library, Actor actor, Guid id, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "bericht opnieuw versturen", stop);
        work.Add(Failed, id);
        Guid? dossier;
        string? programme;
        await using (var row = await work.Read(stop))
        {
            await row.NextResultAsync(stop);
            if (!await row.ReadAsync(stop))
            {
                return;
            }

            (dossier, programme) = (row.IsDBNull(0) ? null : row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1));
        }

        work.Journal(Act.WorkSet, dossier: dossier);
        work.Add(Again, id, Work.Optional(work.Clock.Now, NpgsqlDbType.TimestampTz));
        if (dossier is { } of && programme is not null)
        {
            OpenWork.Refresh(work, library.Programmes[programme], of);
        }

        await work.Save();
    }
}
