using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Applications;

/// <summary>An application that was understood and is about to be stored.</summary>
internal sealed record NewApplication(Programme Programme, FactorList Factors, ApplicationForm Form, Application Application)
{
    /// <summary>
    /// Stores all of it or nothing, and once however often it is sent. Answers the dossier that was opened, now or by the same
    /// act earlier; none when it waits for the intaker because it resembles a dossier, which the applicant is not told.
    /// </summary>
    public async Task<ApplicationAnswer> Store(FlexDb db, Actor actor, CancellationToken stop)
    {
        var resemblance = await Resembles(db, stop);
        if (await SentBefore.TheSame(db, actor.Organisation, this, stop) is { } same)
        {
            return await Again(db, actor, same, stop);
        }

        await using var work = await db.Begin(actor, "aanmelden", stop);
        var opened = resemblance is null ? Open(work) : Wait(work, resemblance);
        try
        {
            await work.Save();
            return new(opened);
        }
        catch (PostgresException again) when (Refusals.Of(again) is Refusal.AlreadyCounted)
        {
            await work.DisposeAsync();
            return await Again(db, actor, await SentBefore.TheSame(db, actor.Organisation, this, stop) ?? false, stop);
        }
    }

    private async Task<ApplicationAnswer> Again(FlexDb db, Actor actor, bool same, CancellationToken stop) =>
        same ? new(await SameAct.Application(db, actor, Form.Act, stop)) : new(null, SaidOtherwise: true);

    private Guid? Open(Work work)
    {
        var dossier = NewDossier.Open(Application, Factors, work.Clock, Form.Act, work.EntryId);
        work.Journal(Act.ApplicationReceived, dossier.Key, dossier.Body, Application.ReceivedOn);
        DossierTables.Add(work, Programme.Code, [dossier]);
        return dossier.Id;
    }

    private Guid? Wait(Work work, Resemblance resemblance)
    {
        var sender = work.Actor.Organisation;
        var waiting = new WaitingApplication(work.Clock.NewId(), work.EntryId, Form.Act.ToString(), Form.Row(Factors), resemblance);
        work.Journal(Act.DuplicateWaits, resemblance.Key, waiting.Body(sender));
        WaitingApplication.Add(work, Programme.Code, sender, [waiting]);
        return null;
    }

    // The system looks, not the applicant: who takes part may not show in what an applicant gets to see.
    private async Task<Resemblance?> Resembles(FlexDb db, CancellationToken stop)
    {
        await using var work = await db.Begin(Actor.System("dubbel"), "dubbele aanmelding zoeken", stop);
        var found = await StoredFamilies.Find(work, Programme.Code, [Likeness.Of(Application, db.Keys)], stop);
        return found.GetValueOrDefault(0);
    }
}

/// <summary>What became of an application: the dossier that this person may open, or none while it waits.</summary>
/// <param name="SaidOtherwise">Its act said something else before: nothing is stored, and sending it once more must be meant.</param>
internal sealed record ApplicationAnswer(Guid? Dossier, bool SaidOtherwise = false);
