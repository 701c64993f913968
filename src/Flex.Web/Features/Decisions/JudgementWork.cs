using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using NpgsqlTypes;

namespace Flex.Web.Features.Decisions;

/// <summary>Carries a judgement out: the request is closed, and what was approved becomes the decision and takes or gives back the place.</summary>
internal static class JudgementWork
{
    /// <summary>False when somebody was first, or the facts changed since the judge saw them: then nothing is stored.</summary>
    public static async Task<bool> Do(WaitingOverride waiting, JudgementForm form, FactsToday seen, ProgrammeLibrary library, CancellationToken stop)
    {
        var (work, found, approved) = (waiting.Work, waiting.Case, form.Verdict == JudgementForm.Approve);
        var programme = library.Programmes[waiting.Facts.Programme];
        work.Journal(Act.OverrideJudged, waiting.Key, new OverrideJudgedBody(found.Pillar, found.Outcome, approved, work.Actor.Name, work.Actor.Organisation, form.Reason)
        {
            Returned = form.Verdict == JudgementForm.Return,
            Changes = seen.Changes,
        });
        work.Add("update override_request set state = $2, judged_on = $3, judged_by = $4, judge = $5, judged_organisation = $6, judged_because = $7 where id = $1 and state = 'wacht' returning id",
            found.Id, form.State, work.Clock.Today, work.Actor.Name, work.Actor.Id, work.Actor.Organisation, Work.Optional(form.Reason, NpgsqlDbType.Text));
        if (await Today(waiting, programme, stop) is not { } today || today.Mark != seen.Mark)
        {
            return false;
        }

        ApplicantNotice.Queue(work, waiting.Key, approved ? waiting.ApplicantMail : null, waiting.Channel);
        if (approved)
        {
            var decision = new NewDecision(found.Id, work.EntryId, form.Act, waiting.Key, today.Facts, found.Outcome, today.Facts.Facts.DecidedOn, found.RequestedBy, waiting.Reason)
            {
                Instead = new(waiting.Replaces, Replacement.Override, work.Actor.Name, work.Actor.Organisation),
            };
            NewDecision.Add(work, [decision]);
            Place(work, decision, programme);
        }

        OpenWork.Refresh(work, programme, waiting.Key.Dossier);
        await work.Save();
        return true;
    }

    // Once more, now that nobody else can change the dossier before this is saved; null when somebody judged first.
    private static async Task<FactsToday?> Today(WaitingOverride waiting, Domain.Programmes.Programme programme, CancellationToken stop)
    {
        RuleRecord.Ask(waiting.Work, waiting.Key.Dossier);
        await using var reader = await waiting.Work.Read(stop);
        if (!await reader.ReadAsync(stop))
        {
            return null;
        }

        await reader.NextResultAsync(stop);
        return FactsToday.Of(waiting, await RuleRecord.Read(reader, stop), programme);
    }

    private static void Place(Work work, NewDecision decision, Domain.Programmes.Programme programme)
    {
        if (decision.Outcome == NewDecision.Admitted)
        {
            HeldPlace.Add(work, programme.Code, [HeldPlace.Reserve(decision, programme.Work)]);
        }
        else
        {
            HeldPlaceSteps.Release(work, decision.Key.Dossier, decision.Facts.Pillar, Replacement.Override);
        }
    }
}
