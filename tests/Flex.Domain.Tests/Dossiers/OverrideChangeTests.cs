using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Tests.Dossiers;

public sealed class What_changed_since_an_override_was_asked
{
    private static readonly DecisionFacts Asked = new(
        "p", 2, "v1", "r1",
        new(new(2023, 5, 1), new(2023, 5, 15), ClassSet.Vulnerable, "GM0935", "cz", null, null, 12, null),
        Proposal.Refuse,
        [new(0, ConditionKind.ClassIn, Answer.Met, "kwetsbaar", null, null), new(1, ConditionKind.MunicipalityIn, Answer.NotMet, "GM0935", null, null), new(2, ConditionKind.PlaceLeft, Answer.Met, null, null, 12)]);

    [Fact]
    public void Is_nothing_while_every_condition_is_answered_the_same() =>
        Assert.Empty(OverrideChange.Between(Asked, Asked with
        {
            Facts = Asked.Facts with { PlacesLeft = 3, Municipality = "GM0994" },
            Reasons = [Asked.Reasons[0], Asked.Reasons[1] with { Code = "GM0994" }, Asked.Reasons[2] with { Number = 3 }],
        }));

    [Fact]
    public void Is_told_by_condition_and_class_without_place_or_code() =>
        Assert.Equal(
            ["Voldoet nu niet: vrije plaats", "Voldoet nu wel: woonplaats", "Mate van kwetsbaarheid: was kwetsbaar, is nu kwetsbaar of zeer kwetsbaar"],
            OverrideChange.Between(Asked, Asked with
            {
                Facts = Asked.Facts with { Classes = ClassSet.Vulnerable | ClassSet.VeryVulnerable },
                Reasons = [Asked.Reasons[0], Asked.Reasons[1] with { Answer = Answer.Met }, Asked.Reasons[2] with { Answer = Answer.NotMet }],
            }).Order(StringComparer.Ordinal).OrderBy(l => l.StartsWith('M')).ToArray());

    [Fact]
    public void Says_what_is_not_known_any_more() =>
        Assert.Equal(["Nu niet bekend: woonplaats"], OverrideChange.Between(Asked, Asked with { Reasons = [Asked.Reasons[0], Asked.Reasons[1] with { Answer = Answer.Unknown }, Asked.Reasons[2]] }));
}
