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
    /// <summary>False when somebody was first: then nothing is stored.</summary>
    public static async Task<bool> Do(WaitingOverride waiting, JudgementForm form, ProgrammeLibrary library, CancellationToken stop)
    {
        var (work, found, approved) = (waiting.Work, waiting.Case, form.Verdict == JudgementForm.Approve);
        var programme = library.Programmes[waiting.Facts.Programme];
        work.Journal(Act.OverrideJudged, waiting.Key, new OverrideJudgedBody(found.Pillar, found.Outcome, approved, work.Actor.Name, work.Actor.Organisation, form.Reason));
        work.Add("update override_request set state = $2, judged_on = $3, judged_by = $4, judge = $5, judged_organisation = $6, judged_because = $7 where id = $1 and state = 'wacht' returning id",
            found.Id, approved ? "goedgekeurd" : "afgekeurd", work.Clock.Today, work.Actor.Name, work.Actor.Id, work.Actor.Organisation, Work.Optional(form.Reason, NpgsqlDbType.Text));
        if (!await Happened(work, stop))
        {
            return false;
        }

        ApplicantNotice.Queue(work, waiting.Key, approved ? waiting.ApplicantMail : null, waiting.Channel);
        if (approved)
        {
            var decision = new NewDecision(found.Id, work.EntryId, form.Act, waiting.Key, waiting.Facts, found.Outcome, work.Clock.Today, found.RequestedBy, waiting.Reason)
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

    private static async Task<bool> Happened(Work work, CancellationToken stop)
    {
        await using var reader = await work.Read(stop);
        return await reader.ReadAsync(stop);
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
