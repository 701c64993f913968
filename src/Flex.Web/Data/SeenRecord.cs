using Flex.Domain.Corrections;
using Flex.Domain.Trust;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;

namespace Flex.Web.Data;

/// <summary>What one person sees of a dossier: what the policy does not give is taken out before anything else is done with it.</summary>
internal static class SeenRecord
{
    public static DossierRecord Of(DossierRecord whole, Actor actor) => Of(whole, actor, AccessPolicy.For(actor.Role, whole.Head.Relations));

    /// <summary>The same for sights that were worked out already.</summary>
    public static DossierRecord Of(DossierRecord whole, Actor actor, Sights sights)
    {
        // A relation of the organisation that is not one of this role counts for nothing here.
        var seen = whole with { Sights = sights, Head = whole.Head with { Relations = [.. whole.Head.Relations.Where(AccessPolicy.KindsOf(actor.Role).Contains)] } };
        seen = Reach.IsApplicant(actor) ? seen with { Life = seen.Life.ForApplicant() } : seen;
        seen = AddressShield.HidesMunicipality(seen.Head.Shield) && !Policies.May(actor.Role, Policies.Decide) ? seen with { Residences = [.. seen.Residences.Select(r => r with { Value = null })] } : seen;
        seen = sights.Full(DataClass.Hours) ? seen : seen with { Care = [] };
        seen = sights[DataClass.Hours] == Sight.None ? seen with { Life = seen.Life with { CareSums = [] } } : seen;
        seen = sights.Full(DataClass.Notes) ? seen : seen with { Care = [.. seen.Care.Select(c => c with { Note = null })] };
        seen = sights[DataClass.Answers] == Sight.None ? seen with { Responses = [] } : seen;
        seen = sights[DataClass.RiskClass] == Sight.None ? seen with { Assessments = [] } : seen;
        seen = sights[DataClass.Outcome] == Sight.None ? WithoutOutcome(seen) : seen;
        // What the family says itself is read by whoever sees what it is about.
        seen = seen with { Life = seen.Life with { Statements = [.. seen.Life.Statements.Where(s => StatementText.ClassOf(s.About) is var about && (about == DataClass.Application ? seen.ShowsFactors : sights[about] != Sight.None))] } };
        return seen.ShowsFactors ? seen : WithoutFactors(seen, actor.Role);
    }

    private static DossierRecord WithoutOutcome(DossierRecord seen) => seen with
    {
        Decisions = [],
        Places = [],
        Life = seen.Life with { Held = [], Overrides = [], Told = [], Open = [] },
    };

    // The class stays; what it rests on, and what was remarked or asked, is of who applied and who gives the care.
    private static DossierRecord WithoutFactors(DossierRecord seen, string role) => seen with
    {
        Head = seen.Head with { Note = null, IncomeCents = null, Helpers = "", Said = seen.Head.Said with { HelpersWhich = [], Authority = null, CoDecides = null, CoDecider = null } },
        Assessments = [.. seen.Assessments.Select(a => a with { Factors = [], SetBecause = null, ContradictionBecause = null })],
        Life = seen.Life with { Applications = [.. seen.Life.Applications.Select(a => a.Applicant == role ? a : a with { Question = null, Goal = null, BridgeTo = null })] },
    };
}
