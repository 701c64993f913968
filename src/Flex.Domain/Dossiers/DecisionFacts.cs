using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Dossiers;

/// <summary>Everything one decision rested on: sealed with it, so that it can be recomputed in ten years.</summary>
/// <param name="Programme">The programme's code.</param>
/// <param name="CriteriaVersion">The published criteria that were applied.</param>
/// <param name="RuleVersion">The rule that judged them.</param>
/// <param name="Reasons">One answer per condition, as judged then.</param>
public sealed record DecisionFacts(string Programme, int Pillar, string CriteriaVersion, string RuleVersion, Facts Facts, Proposal Proposal, IReadOnlyList<Reason> Reasons)
{
    /// <summary>What the rule of the day of application proposes for one pillar of a programme, with the facts it looked at.</summary>
    public static DecisionFacts Propose(Programme programme, int pillar, in Facts facts)
    {
        var criteria = programme.CriteriaOn(facts.AppliedOn);
        var judged = EligibilityRule.Judge(criteria.Pillars.Single(p => p.Pillar == pillar), facts);
        return new(programme.Code, pillar, criteria.Version, EligibilityRule.RuleVersion, facts, judged.Proposal, judged.Reasons);
    }

    /// <summary>The facts of an application on a day of decision; <paramref name="classes"/> are the classes still possible (all of them when nothing was judged).</summary>
    public static Facts FactsOf(Application application, Vulnerability.ClassSet classes, DateOnly decidedOn, int? placesLeft, Programme programme)
    {
        var takenOver = TakenOverBy(programme, application.Provider, decidedOn);
        return new(application.ReceivedOn, decidedOn, classes, application.Municipality, application.InsurerConcern, application.Provider, takenOver, placesLeft, application.Income);
    }

    /// <summary>The provider that had taken over the care of <paramref name="provider"/> on a day, or null.</summary>
    public static string? TakenOverBy(Programme programme, string? provider, DateOnly day)
    {
        var known = programme.Providers.FirstOrDefault(p => string.Equals(p.Code, provider, StringComparison.Ordinal));
        return known?.TakenOverBy is { } by && (known.TakenOverFrom is not { } from || from <= day) ? by : null;
    }
}
