using Flex.Domain.Dossiers;
using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Vulnerability;

namespace Flex.Domain.Tests.Dossiers;

public sealed class The_summary_of_an_override
{
    private static readonly DecisionFacts Facts = new(
        "p", 2, "v1", "r1",
        new(new(2023, 5, 1), new(2023, 5, 15), ClassSet.Vulnerable | ClassSet.VeryVulnerable, "GM0917", "cz", null, null, 12, null),
        Proposal.Refuse,
        [new(0, ConditionKind.ClassIn, Answer.Met, "kwetsbaar", null, null), new(1, ConditionKind.MunicipalityIn, Answer.NotMet, "GM0917", null, null), new(2, ConditionKind.ProviderIn, Answer.Unknown, null, null, null)]);

    [Fact]
    public void Tells_conditions_class_month_and_reason_and_no_day_or_place()
    {
        var summary = OverrideSummary.Of(Facts, "Pijler 2: zorg", "toegelaten", "afgewezen", (false, new(2023, 6, 20)), "Krijgt hulp van mevrouw Jansen\nen verhuist");

        Assert.Equal(
            """
            Pijler: Pijler 2: zorg
            Gevraagd: toegelaten
            Besluit tot dan: afgewezen
            Voorstel: afwijzen.
            Mate van kwetsbaarheid: kwetsbaar of zeer kwetsbaar
            Uitgerekend: juni 2023
            Voldoet niet: woonplaats
            Voldoet: mate van kwetsbaarheid
            Niet bekend: aanbieder van kraamzorg
            Reden: Krijgt hulp van mevrouw [naam]
            en verhuist
            """, summary);
        Assert.DoesNotContain("20", summary.Replace("2023", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("GM0917", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_not_known() =>
        Assert.Contains("Uitgerekend: niet bekend\nVoldoet niet: geen voorwaarde", OverrideSummary.Of(Facts with { Reasons = [] }, "p", "a", "b", null, "c"), StringComparison.Ordinal);
}
