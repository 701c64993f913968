using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Addresses;
using Flex.Web.Data.Drafts;
using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Applications;

/// <summary>An application that was understood and is about to be stored.</summary>
internal sealed record NewApplication(Programme Programme, FactorList Factors, ApplicationForm Form, Application Application)
{
    /// <summary>The address that somebody without an account proved, used up by this; null for who signed in.</summary>
    public AddressProof? Proof { get; init; }

    /// <summary>
    /// Stores all of it or nothing, and once however often it is sent. Answers the dossier that was opened, now or by the same
    /// act earlier. It opens one whether or not the family seems to have a dossier: who takes part may not show in the answer.
    /// </summary>
    public async Task<ApplicationAnswer> Store(FlexDb db, Actor actor, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "aanmelden", stop);
        var before = await SentBefore.LookAlone(work, this, stop);
        if (before.Same is { } same)
        {
            await work.DisposeAsync();
            return await Again(db, actor, same, stop);
        }

        if (Proof is not null && !await Proof.Use(work, stop))
        {
            return await Late(work, db, actor, new(null, ProofUsed: true), stop);
        }

        if (Proof is null && await SentDraft.Changed(work, Form.Act, Form.Version, Form.Kept(ApplicationFields.InDraft(Factors)), stop))
        {
            return await Late(work, db, actor, new(null, DraftChanged: true), stop);
        }

        var opened = Open(work, before.Similar);
        if (Proof is null)
        {
            SentDraft.Empty(work, Form.Act);
            SentDraft.Remember(work, Programme.Code, Form.Kept(ApplicationFields.Remembered(Form)));
        }

        try
        {
            await work.Save();
            return new(opened);
        }
        catch (PostgresException again) when (Refusals.Of(again) is Refusal.AlreadyCounted)
        {
            await work.DisposeAsync();
            return await Again(db, actor, (await SentBefore.Look(db, this, stop)).Same ?? false, stop);
        }
    }

    // A double click waits for the first: then it says the same, else the proof was used for another family or the draft was changed.
    private async Task<ApplicationAnswer> Late(Work work, FlexDb db, Actor actor, ApplicationAnswer otherwise, CancellationToken stop)
    {
        await work.DisposeAsync();
        return (await SentBefore.Look(db, this, stop)).Same is { } same ? await Again(db, actor, same, stop) : otherwise;
    }

    private async Task<ApplicationAnswer> Again(FlexDb db, Actor actor, bool same, CancellationToken stop) =>
        same ? new(await SameAct.Application(db, actor, Form.Act, stop)) : new(null, SaidOtherwise: true);

    private Guid Open(Work work, IReadOnlyList<Similar> similar)
    {
        var dossier = NewDossier.Open(Application, Factors, work.Clock, Form.Act, work.EntryId);
        work.Journal(Act.ApplicationReceived, dossier.Key, dossier.Body, Application.ReceivedOn);
        DossierTables.Add(work, Programme.Code, [dossier]);
        SimilarFamilies.Add(work, dossier.Id, similar);
        OpenWork.Refresh(work, Programme, dossier.Id);
        return dossier.Id;
    }
}

/// <summary>What became of an application: the dossier that was opened.</summary>
/// <param name="SaidOtherwise">Its act said something else before: nothing is stored, and sending it once more must be meant.</param>
/// <param name="ProofUsed">The proved address was used for another family.</param>
/// <param name="DraftChanged">Its draft was changed, sent or thrown away in another window; nothing is stored.</param>
internal sealed record ApplicationAnswer(Guid? Dossier, bool SaidOtherwise = false, bool DraftChanged = false, bool ProofUsed = false);
