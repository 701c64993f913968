using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Tables;

namespace Flex.Web.Features.Imports;

/// <summary>Judges the decisions of a row by the programme's rule: what they rested on, and whether they can stand.</summary>
internal static class ApplicationDecisions
{
    /// <summary>The decisions ready to be written, or what stands in their way. No place is taken here.</summary>
    public static (IReadOnlyList<NewDecision> Decisions, IReadOnlyList<Problem> Problems) Judge(
        ApplicationRow row, NewDossier dossier, Programme programme, Func<int, int> placesLeft, ProgrammeClock clock)
    {
        var problems = new List<Problem>();
        var decisions = new List<NewDecision>(row.Decisions.Count);
        foreach (var decided in row.Decisions)
        {
            var left = placesLeft(decided.Pillar);
            var facts = DecisionFacts.FactsOf(dossier.Application, dossier.Possible, decided.On, left, programme);
            var proposed = DecisionFacts.Propose(programme, decided.Pillar, facts);
            if (decided.Outcome == NewDecision.Admitted && left <= 0)
            {
                problems.Add(new($"besluit_{decided.Pillar}", decided.Outcome, $"Er is geen plaats meer in pijler {decided.Pillar}. Zet het gezin op de wachtlijst of vraag het programma om een plaats."));
            }
            else if (decided.Reason is null && !NewDecision.Follows(proposed.Proposal, decided.Outcome))
            {
                problems.Add(new("reden_besluit", null, $"Het besluit over pijler {decided.Pillar} ({decided.Outcome}) wijkt af van het voorstel ({NewDecision.CodeOf(proposed.Proposal)}). Vul de reden in."));
            }
            else
            {
                decisions.Add(new(clock.NewId(), clock.NewId(), clock.NewId(), dossier.Key, proposed, decided.Outcome, decided.On, decided.By, decided.Reason) { FromFile = true });
            }
        }

        return (decisions, problems);
    }
}
