using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;
using NpgsqlTypes;

namespace Flex.Web.Data.Mail;

/// <summary>
/// Sends what waits, one message per transaction. Between the conversation and the commit a crash leaves the row waiting:
/// the message then goes out a second time. At least once is chosen; never is worse than twice for a text without content.
/// </summary>
internal sealed class MailRound(FlexDb db, ProgrammeLibrary library, MailSettings settings)
{
    /// <summary>Sends everything that may leave now; answers how many rows were handled.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var handled = 0;
        while (settings.Host is not null && !stop.IsCancellationRequested && await One(stop))
        {
            handled++;
        }

        await FailedMail.Tell(db, library, stop);
        return handled;
    }

    private async Task<bool> One(CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("post"), "berichten versturen", stop);
        if (await WaitingMail.Take(work, stop) is not { } mail)
        {
            return false;
        }

        var around = await mail.Look(work, stop);
        if (mail.Stopped(around) is { } why)
        {
            Mark(work, mail, "gestopt", null, why);
        }
        else
        {
            // Not cancelled half way when the site stops: the server may have taken it already.
            Write(work, mail, await SmtpDoor.Send(settings, Outbox.Open(work.Keys, around.Key, mail.Sealed, mail.Id), mail.Id));
        }

        await work.Save();
        return true;
    }

    private void Write(Work work, WaitingMail mail, MailProblem? problem)
    {
        var left = settings.Pauses.Count - mail.Tries;
        if (problem is null)
        {
            Mark(work, mail, "verstuurd", null, null);
        }
        else if (!problem.Final && left > 0)
        {
            Mark(work, mail, "wacht", settings.Pauses[mail.Tries], problem.Text);
        }
        else
        {
            Mark(work, mail, "mislukt", null, problem.Text);
        }
    }

    private static void Mark(Work work, WaitingMail mail, string state, TimeSpan? pause, string? problem) => work.Add(
        // What left is not kept: a code, an address.
        "update outgoing_mail set state = $2, sealed = case $2 when 'verstuurd' then ''::bytea else sealed end, tries = tries + 1, sent_at = $3, try_after = coalesce($4, try_after), problem = $5 where id = $1",
        mail.Id, state, Work.Optional(state == "verstuurd" ? work.Clock.Now : null, NpgsqlDbType.TimestampTz),
        Work.Optional(pause is { } wait ? work.Clock.Now + wait : null, NpgsqlDbType.TimestampTz), Work.Optional(problem, NpgsqlDbType.Text));
}
