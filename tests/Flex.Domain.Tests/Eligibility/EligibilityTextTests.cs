using Flex.Domain.Eligibility;
using Flex.Domain.Programmes;
using Flex.Domain.Shared;
using Flex.Domain.Vulnerability;
using Xunit;

namespace Flex.Domain.Tests.Eligibility;

public sealed class A_reason_in_Dutch
{
    private static readonly ReasonNames Names = new(_ => "Heerlen", code => code.ToUpperInvariant(), code => $"Zorg {code}");

    private static readonly PillarCriteria Criteria = new(1, [
        new(ConditionKind.ClassIn, ["kwetsbaar", "zeer-kwetsbaar"], null, null),
        new(ConditionKind.MunicipalityIn, ["GM0917"], null, null),
        new(ConditionKind.InsurerConcernIn, ["cz"], null, null),
        new(ConditionKind.ProviderIn, ["a"], null, null),
        new(ConditionKind.AppliedWithin, [], new DateRange(new(2021, 11, 1), new(2023, 12, 31)), null),
        new(ConditionKind.PlaceLeft, [], null, null),
        new(ConditionKind.IncomeAtMost, [], null, new Cents(3_000_000))]);

    private static readonly Facts Good = new(
        new(2022, 3, 31), new(2022, 4, 1), ClassSet.Vulnerable | ClassSet.VeryVulnerable, "GM0917", "cz", "a", null, 3, new Cents(2_500_050));

    [Fact]
    public void Says_what_is_met() => Assert.Equal([
        "Gewogen als kwetsbaar of zeer kwetsbaar: voldoet.",
        "Woont in Heerlen: voldoet.",
        "Verzekeraar hoort bij CZ: voldoet.",
        "Kraamzorg van Zorg a: voldoet.",
        "Aangemeld op 31-03-2022, aanmelden kan 01-11-2021 tot en met 31-12-2023: voldoet.",
        "3 plaatsen vrij: voldoet.",
        "Jaarinkomen € 25.000,50 (ten hoogste € 30.000,00): voldoet."], Texts(Good));

    [Fact]
    public void Says_what_is_not_met() => Assert.Equal([
        "Gewogen als zelfredzaam: voldoet niet.",
        "Woont in Heerlen: voldoet niet.",
        "Verzekerd bij een andere verzekeraar: voldoet niet.",
        "Kraamzorg van een andere aanbieder: voldoet niet.",
        "Aangemeld op 01-01-2024, aanmelden kan 01-11-2021 tot en met 31-12-2023: voldoet niet.",
        "Geen plaats vrij: voldoet niet.",
        "Jaarinkomen € 30.000,01 (ten hoogste € 30.000,00): voldoet niet."],
        Texts(new(new(2024, 1, 1), new(2024, 1, 1), ClassSet.SelfReliant, "GM0899", Facts.Other, Facts.Other, null, 0, new Cents(3_000_001))));

    [Fact]
    public void Says_what_to_ask() => Assert.Equal([
        "Nog niet gewogen: vraag na.",
        "Gemeente niet ingevuld: vraag na.",
        "Verzekeraar niet ingevuld: vraag na.",
        "Aanbieder van kraamzorg niet ingevuld: vraag na.",
        "Aantal vrije plaatsen niet bekend: vraag na.",
        "Jaarinkomen niet ingevuld (ten hoogste € 30.000,00): vraag na."],
        Texts(new(new(2022, 1, 1), new(2022, 1, 1), ClassSet.None, null, null, null, null, null, null)).Where((_, i) => i != 4));

    [Fact]
    public void Names_who_took_the_care_over() =>
        Assert.Equal("Kraamzorg van Zorg b, overgenomen door Zorg a: voldoet.", Texts(Good with { Provider = "b", TakenOverBy = "a" })[3]);

    [Fact]
    public void Says_which_classes_are_still_possible() => Assert.Equal(
        "Weging nog niet vast (zelfredzaam of zeer kwetsbaar): vraag na.",
        Texts(Good with { Classes = ClassSet.SelfReliant | ClassSet.VeryVulnerable })[0]);

    private static string[] Texts(Facts facts) =>
        [.. EligibilityRule.Judge(Criteria, facts).Reasons.Select((r, i) => EligibilityText.Of(r, Criteria.Conditions[i], Names))];
}
