using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data.Tables;

/// <summary>A dossier that is about to be opened by an application: everything decided, nothing written yet.</summary>
internal sealed record NewDossier(Guid Id, Guid EntryId, Guid ActId, Guid AssessmentId, DossierKey Key, Application Application, Classification? Classification, IReadOnlyList<NamedFactor>? Named, string FactorList)
{
    /// <summary>Weighs the application and gives the dossier its identities and key; pure but for the randomness of both.</summary>
    public static NewDossier Open(Application application, FactorList list, ProgrammeClock clock, Guid? actId = null, Guid? entryId = null)
    {
        var id = clock.NewId();
        return new(id, entryId ?? clock.NewId(), actId ?? clock.NewId(), clock.NewId(), DossierKey.New(id), application,
            application.Vulnerability?.Classify(list), application.Vulnerability?.Named(list), list.Version);
    }

    /// <summary>The classes still possible; all of them when nothing was judged.</summary>
    public ClassSet Possible => Classification?.Possible
        ?? ClassSet.SelfReliant | ClassSet.Potential | ClassSet.Vulnerable | ClassSet.VeryVulnerable | ClassSet.Undefined;

    /// <summary>What the journal keeps, sealed: the form as it was understood, without the BSN.</summary>
    public ApplicationBody Body => new(Application with { Bsn = null }, ClassCodes.CodeOf(Classification?.Class), Application.Bsn is not null);
}

/// <summary>The sealed body of <see cref="Act.ApplicationReceived"/>.</summary>
internal sealed record ApplicationBody(Application Application, string Class, bool HasBsn);
