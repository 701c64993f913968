using Flex.Domain.Programmes;

namespace Flex.Domain.Eligibility;

/// <summary>What turned a proposal in a dry run, as Dutch sentences.</summary>
public static class DryRunText
{
    /// <summary>A proposal inside a table or after "zou".</summary>
    public static string Of(Proposal proposal) => proposal switch
    {
        Proposal.Admit => "toelaten",
        Proposal.Refuse => "afwijzen",
        Proposal.WaitForPlace => "wachtlijst",
        Proposal.AskFirst => "eerst navragen",
    };

    /// <summary>One turned condition: "Woonplaats: voldeed niet, zou voldoen. Woont in …"</summary>
    /// <param name="condition">The condition as it would be asked, or null when it is no longer asked.</param>
    public static string Of(in ConditionTurn turn, Condition? condition, ReasonNames names)
    {
        var reason = (turn.Now ?? turn.Then)!.Value;
        var fact = EligibilityText.Fact(reason, condition ?? new(turn.Kind, [], null, null), names);
        return $"{EligibilityText.Of(turn.Kind)}: {Then(turn.Then?.Answer)}, {Now(turn.Now?.Answer)}. {fact}.";
    }

    private static string Then(Answer? answer) => answer is not { } given ? "werd niet gevraagd" : given switch
    {
        Answer.Unknown => "was onbekend",
        Answer.Met => "voldeed",
        Answer.NotMet => "voldeed niet",
    };

    private static string Now(Answer? answer) => answer is not { } given ? "zou niet meer gevraagd worden" : given switch
    {
        Answer.Unknown => "zou onbekend zijn",
        Answer.Met => "zou voldoen",
        Answer.NotMet => "zou niet voldoen",
    };
}
