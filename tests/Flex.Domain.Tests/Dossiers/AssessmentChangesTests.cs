using Flex.Domain.Dossiers;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;
using Xunit;

namespace Flex.Domain.Tests.Dossiers;

public sealed class What_changed_between_two_assessments
{
    private static readonly FactorList List = new(
        "test",
        [new("R1", "Geld", FactorKind.Risk, null), new("R1.a", "Huur", FactorKind.Risk, "R1"), new("U1", "Onveilig", FactorKind.Urgent, null), new("P1", "Steun", FactorKind.Protective, null)],
        "test");

    [Fact]
    public void Is_nothing_when_the_same_was_said() =>
        Assert.Empty(AssessmentChanges.Between(List, Form(FactorState.Present, ["R1.a"], true, ProtectiveJudgement.Sufficient), Form(FactorState.Present, ["R1.a"], true, ProtectiveJudgement.Sufficient)));

    [Fact]
    public void Is_one_sentence_per_factor_and_the_judgement() => Assert.Equal(
        ["Geld: aanwezig, was onbekend.", "Huur: genoemd, was niet genoemd.", "Steun: niet genoemd, was genoemd.", "Beschermende factoren samen: ontoereikend, was niet beoordeeld."],
        AssessmentChanges.Between(List, Form(FactorState.Unknown, [], true, ProtectiveJudgement.Unknown), Form(FactorState.Present, ["R1.a"], false, ProtectiveJudgement.Insufficient)));

    private static VulnerabilityForm Form(FactorState money, string[] subs, bool support, ProtectiveJudgement judgement)
    {
        var states = new Dictionary<string, FactorState> { ["R1"] = money };
        if (support)
        {
            states["P1"] = FactorState.Present;
        }

        return new(states, subs, judgement, "", default);
    }
}
