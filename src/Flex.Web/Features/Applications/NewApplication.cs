using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Tables;
using Npgsql;

namespace Flex.Web.Features.Applications;

/// <summary>Stores an application that was understood: all of it or nothing, and once however often it is sent.</summary>
internal static class NewApplication
{
    /// <summary>The dossier that was opened, now or by the same act earlier; null when there is none for this person to see.</summary>
    public static async Task<Guid?> Store(FlexDb db, Actor actor, Programme programme, FactorList factors, ApplicationForm form, Application application, CancellationToken stop)
    {
        await using var work = await db.Begin(actor, "aanmelden", stop);
        var dossier = NewDossier.Open(application, factors, db.Clock, form.Act, work.EntryId);
        work.Journal(Act.ApplicationReceived, dossier.Key, dossier.Body, application.ReceivedOn);
        DossierTables.Add(work, programme.Code, [dossier]);
        try
        {
            await work.Save();
            return dossier.Id;
        }
        catch (PostgresException refused) when (refused.ConstraintName == SameAct.OfApplication)
        {
            return await SameAct.Application(db, actor, form.Act, stop);
        }
    }
}
